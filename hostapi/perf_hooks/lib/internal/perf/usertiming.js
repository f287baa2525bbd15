'use strict';

// PerformanceMark and PerformanceMeasure: the times that a program takes itself.

const {
  codes: {
    ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS,
    ERR_PERFORMANCE_INVALID_TIMESTAMP, ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS,
  },
} = require('internal/errors');
const { DOMException } = require('internal/domexception');
const { validateNumber, validateObject, validateString } = require('internal/validators');
const { structuredClone } = require('internal/structured_clone');
const { PerformanceEntry, dataOf, kCreate, now } = require('internal/perf/entry');
const { nodeTiming, milestones } = require('internal/perf/node_timing');
const { buffer, enqueue } = require('internal/perf/observe');

// The last mark of each name.
const marks = new Map();

function tag(Class, value) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value, configurable: true });
  Object.defineProperty(Class.prototype, 'detail', { enumerable: true });
}

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    name = `${name}`;
    if (milestones.includes(name)) throw new ERR_INVALID_ARG_VALUE('name', name);
    if (options != null) validateObject(options, 'options');
    const startTime = options?.startTime ?? now();
    validateNumber(startTime, 'startTime');
    if (startTime < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
    const detail = options?.detail == null ? null : structuredClone(options.detail);
    super(kCreate, { name, entryType: 'mark', startTime, duration: 0, detail, hasDetail: true });
    marks.set(name, startTime);
  }

  get detail() { return dataOf(this).detail; }

  toJSON() { return super.toJSON(); }
}
tag(PerformanceMark, 'PerformanceMark');

class PerformanceMeasure extends PerformanceEntry {
  constructor(key = undefined, data = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super(kCreate, data);
  }

  get detail() { return dataOf(this).detail; }

  toJSON() { return super.toJSON(); }
}
Object.defineProperty(PerformanceMeasure, 'length', { value: 0, configurable: true });
tag(PerformanceMeasure, 'PerformanceMeasure');

function mark(name, options) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
  const made = new PerformanceMark(name, options);
  enqueue(made);
  buffer(made);
  return made;
}

// The time that a mark's name, or a number, stands for.
function timeOf(place) {
  if (place === undefined) return undefined;
  if (typeof place === 'number') {
    if (place < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(place);
    return place;
  }
  const name = `${place}`;
  if (milestones.includes(name)) return nodeTiming()[name];
  const time = marks.get(name);
  if (time === undefined) {
    throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  }
  return time;
}

function hasFields(options) {
  return options.start !== undefined || options.end !== undefined ||
    options.duration !== undefined || options.detail !== undefined;
}

function checkMeasure(options, endMark) {
  if (endMark !== undefined) {
    throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS('endMark must not be specified');
  }
  if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
    throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS(
      'Must not have options.start, options.end, and options.duration specified');
  }
}

function measureEnd(options, endMark) {
  if (endMark !== undefined) return timeOf(endMark);
  if (options?.end !== undefined) return timeOf(options.end);
  if (options?.start !== undefined && options?.duration !== undefined) {
    return timeOf(options.start) + timeOf(options.duration);
  }
  return now();
}

function measureStart(startOrOptions, options, end) {
  if (options?.start !== undefined) return timeOf(options.start);
  if (options?.end !== undefined && options?.duration !== undefined) {
    return timeOf(options.end) - timeOf(options.duration);
  }
  return typeof startOrOptions === 'string' ? timeOf(startOrOptions) : 0;
}

function measure(name, startOrOptions, endMark) {
  validateString(name, 'name');
  const given = startOrOptions !== null && typeof startOrOptions === 'object' ?
    startOrOptions : undefined;
  if (given !== undefined && (hasFields(given) || endMark !== undefined)) {
    checkMeasure(given, endMark);
  }
  const end = measureEnd(given, endMark);
  const start = measureStart(startOrOptions, given, end);
  const detail = given?.detail == null ? null : structuredClone(given.detail);
  const made = new PerformanceMeasure(kCreate, {
    name, entryType: 'measure', startTime: start, duration: end - start, detail, hasDetail: true,
  });
  enqueue(made);
  buffer(made);
  return made;
}

function forgetMarks(name) {
  if (name === undefined) {
    marks.clear();
    return;
  }
  name = `${name}`;
  if (milestones.includes(name)) throw new ERR_INVALID_ARG_VALUE('name', name);
  marks.delete(name);
}

module.exports = { PerformanceMark, PerformanceMeasure, forgetMarks, mark, measure };
