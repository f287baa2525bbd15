'use strict';

// PerformanceResourceTiming: the times of a fetch, as whoever fetches marks them.

const { codes: { ERR_ILLEGAL_CONSTRUCTOR } } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');
const { PerformanceEntry, dataOf, kCreate } = require('internal/perf/entry');
const { buffer, enqueue, timeline } = require('internal/perf/observe');

class PerformanceResourceTiming extends PerformanceEntry {
  constructor(key = undefined, data = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super(kCreate, data);
  }

  get name() { return dataOf(this).url; }

  get startTime() { return dataOf(this).timing.startTime; }

  get duration() { return dataOf(this).timing.endTime - dataOf(this).timing.startTime; }

  get initiatorType() { return dataOf(this).initiatorType; }

  get encodedBodySize() { return dataOf(this).timing.encodedBodySize; }

  get decodedBodySize() { return dataOf(this).timing.decodedBodySize; }

  get transferSize() {
    const { cacheMode, timing } = dataOf(this);
    if (cacheMode === 'local') return 0;
    return cacheMode === 'validated' ? headerSize : timing.encodedBodySize + headerSize;
  }

  toJSON() {
    const shown = {};
    for (const name of shownNames) shown[name] = this[name];
    return shown;
  }
}
Object.defineProperty(PerformanceResourceTiming, 'length', { value: 0, configurable: true });

// What the standard counts for the headers.
const headerSize = 300;

// Where the timing info has each time.
const times = {
  workerStart: (timing) => timing.finalServiceWorkerStartTime,
  redirectStart: (timing) => timing.redirectStartTime,
  redirectEnd: (timing) => timing.redirectEndTime,
  fetchStart: (timing) => timing.postRedirectStartTime,
  domainLookupStart: (timing) => timing.finalConnectionTimingInfo?.domainLookupStartTime,
  domainLookupEnd: (timing) => timing.finalConnectionTimingInfo?.domainLookupEndTime,
  connectStart: (timing) => timing.finalConnectionTimingInfo?.connectionStartTime,
  connectEnd: (timing) => timing.finalConnectionTimingInfo?.connectionEndTime,
  secureConnectionStart:
    (timing) => timing.finalConnectionTimingInfo?.secureConnectionStartTime,
  nextHopProtocol: (timing) => timing.finalConnectionTimingInfo?.ALPNNegotiatedProtocol,
  requestStart: (timing) => timing.finalNetworkRequestStartTime,
  responseStart: (timing) => timing.finalNetworkResponseStartTime,
  responseEnd: (timing) => timing.endTime,
};

const { prototype } = PerformanceResourceTiming;
for (const name of Object.keys(times)) {
  Object.defineProperty(prototype, name, {
    enumerable: true,
    configurable: true,
    get() { return times[name](dataOf(this).timing); },
  });
}
for (const name of ['initiatorType', 'encodedBodySize', 'decodedBodySize', 'transferSize', 'toJSON']) {
  Object.defineProperty(prototype, name, { enumerable: true });
}
Object.defineProperty(prototype, Symbol.toStringTag,
  { value: 'PerformanceResourceTiming', configurable: true });

const shownNames = [
  'name', 'entryType', 'startTime', 'duration', 'initiatorType', 'nextHopProtocol', 'workerStart',
  'redirectStart', 'redirectEnd', 'fetchStart', 'domainLookupStart', 'domainLookupEnd',
  'connectStart', 'connectEnd', 'secureConnectionStart', 'requestStart', 'responseStart',
  'responseEnd', 'transferSize', 'encodedBodySize', 'decodedBodySize',
];

let sizeMax = 250;
let isFull = false;

function setBufferSize(size) {
  sizeMax = size;
  isFull = timeline.resource.length >= sizeMax;
}

function clearBuffer() { isFull = false; }

function markResourceTiming(timing, url, initiatorType, global, cacheMode) {
  validateObject(timing, 'timingInfo');
  validateString(url, 'requestedUrl');
  validateString(initiatorType, 'initiatorType');
  validateString(cacheMode, 'cacheMode');
  const entry = new PerformanceResourceTiming(kCreate,
    { entryType: 'resource', timing, url, initiatorType, cacheMode });
  enqueue(entry);
  if (timeline.resource.length < sizeMax) {
    buffer(entry);
  } else if (!isFull) {
    isFull = true;
    const { Event } = require('internal/event_target');
    const { performance } = require('internal/perf/performance');
    performance.dispatchEvent(new Event('resourcetimingbufferfull'));
  }
  return entry;
}

module.exports = { PerformanceResourceTiming, clearBuffer, markResourceTiming, setBufferSize };
