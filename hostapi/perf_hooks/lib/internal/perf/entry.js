'use strict';

// PerformanceEntry, and what entries of all kinds share.

const { codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');

const { fineClock } = internalBinding('process');

// Given to the constructors that programs may not call.
const kCreate = Symbol('kCreate');
const nanosPerMilli = 1e6;

// Milliseconds since the program began.
function now() { return fineClock() / nanosPerMilli; }

let dataOf;

class PerformanceEntry {
  #data;

  static {
    dataOf = (entry) => {
      if (typeof entry !== 'object' || entry === null || !(#data in entry)) {
        throw new ERR_INVALID_THIS('PerformanceEntry');
      }
      return entry.#data;
    };
  }

  constructor(key = undefined, data = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#data = data;
  }

  get name() { return dataOf(this).name; }

  get entryType() { return dataOf(this).entryType; }

  get startTime() { return dataOf(this).startTime; }

  get duration() { return dataOf(this).duration; }

  toJSON() {
    const { name, entryType, startTime, duration, detail, hasDetail } = dataOf(this);
    const shown = { name, entryType, startTime, duration };
    if (hasDetail) shown.detail = detail;
    return shown;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `${this.constructor.name} ${inspect(this.toJSON(), inner)}`;
  }
}

for (const key of ['name', 'entryType', 'startTime', 'duration', 'toJSON']) {
  Object.defineProperty(PerformanceEntry.prototype, key, { enumerable: true });
}

// The entry of something of Node's own, with a detail.
class PerformanceNodeEntry extends PerformanceEntry {
  get detail() { return dataOf(this).detail; }
}
Object.defineProperty(PerformanceNodeEntry.prototype, 'detail', { enumerable: true });

// An entry of a timerified function: its arguments stand in it.
function createFunctionEntry(name, startTime, duration, args) {
  const entry = new PerformanceNodeEntry(kCreate,
    { name, entryType: 'function', startTime, duration, detail: args, hasDetail: true });
  Object.assign(entry, args);
  return entry;
}

function inspectAs(object, name, view, depth, options) {
  if (depth < 0) return object;
  const { inspect } = require('internal/util/inspect');
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${inspect(view, inner)}`;
}

module.exports = {
  PerformanceEntry, createFunctionEntry, dataOf, inspectAs, kCreate, nanosPerMilli, now,
};
