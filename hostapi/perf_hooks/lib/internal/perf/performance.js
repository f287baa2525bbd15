'use strict';

// The performance object. Marks, observers and the rest load with their first use: most programs
// only want performance.now().

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { EventTarget, defineEventHandler } = require('internal/event_target');
const { customInspectSymbol } = require('internal/util');
const { inspectAs, kCreate, now } = require('internal/perf/entry');

const observe = () => require('internal/perf/observe');
const usertiming = () => require('internal/perf/usertiming');
const resourceTiming = () => require('internal/perf/resource_timing');

let origin;
require('internal/process/restart').forgets(() => { origin = undefined; });
let check;

class Performance extends EventTarget {
  #brand = true;

  static {
    check = (value) => {
      if (typeof value !== 'object' || value === null || !(#brand in value)) {
        throw new ERR_INVALID_ARG_TYPE('this', 'Performance', value);
      }
    };
  }

  constructor(key = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  clearMarks(name = undefined) {
    check(this);
    usertiming().forgetMarks(name);
    observe().clear('mark', name);
  }

  clearMeasures(name = undefined) {
    check(this);
    observe().clear('measure', name);
  }

  clearResourceTimings(name = undefined) {
    check(this);
    resourceTiming().clearBuffer();
    observe().clear('resource', name);
  }

  getEntries() {
    check(this);
    return observe().entries();
  }

  getEntriesByName(name, type = undefined) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return observe().entries(`${name}`, type === undefined ? undefined : `${type}`);
  }

  getEntriesByType(type) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    return observe().entries(undefined, `${type}`);
  }

  mark(name, options = {}) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return usertiming().mark(name, options);
  }

  measure(name, startOrOptions = {}, endMark = undefined) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return usertiming().measure(name, startOrOptions, endMark);
  }

  now() {
    check(this);
    return now();
  }

  setResourceTimingBufferSize(size) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('maxSize');
    resourceTiming().setBufferSize(size >>> 0);
  }

  get timeOrigin() {
    check(this);
    return origin ??= Date.now() - now();
  }

  toJSON() {
    check(this);
    return {
      nodeTiming: this.nodeTiming,
      timeOrigin: this.timeOrigin,
      eventLoopUtilization: this.eventLoopUtilization(),
    };
  }

  [customInspectSymbol](depth, options) {
    const { nodeTiming, timeOrigin } = this;
    return inspectAs(this, 'Performance', { nodeTiming, timeOrigin }, depth, options);
  }
}

const { prototype } = Performance;
for (const name of [
  'clearMarks', 'clearMeasures', 'clearResourceTimings', 'getEntries', 'getEntriesByName',
  'getEntriesByType', 'mark', 'measure', 'now', 'setResourceTimingBufferSize', 'timeOrigin', 'toJSON',
]) {
  Object.defineProperty(prototype, name, { enumerable: true });
}
Object.defineProperty(prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });
const own = {
  eventLoopUtilization(util1, util2) {
    return require('internal/perf/node_timing').eventLoopUtilization(util1, util2);
  },
  markResourceTiming(...args) { return resourceTiming().markResourceTiming(...args); },
  timerify(fn, options = {}) { return require('internal/perf/timerify').timerify(fn, options); },
};
Object.defineProperties(prototype, {
  eventLoopUtilization: { value: own.eventLoopUtilization, configurable: true },
  nodeTiming: {
    configurable: true,
    get() { return require('internal/perf/node_timing').nodeTiming(); },
  },
  markResourceTiming: { value: own.markResourceTiming, configurable: true },
  timerify: { value: own.timerify, configurable: true },
});
defineEventHandler(prototype, 'resourcetimingbufferfull');

module.exports = { Performance, performance: new Performance(kCreate) };
