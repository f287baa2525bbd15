'use strict';

// The timeline: entries that are kept, and PerformanceObserver, which is told of new ones in the
// next check phase.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { DOMException } = require('internal/domexception');
const { customInspectSymbol } = require('internal/util');
const { validateFunction, validateObject } = require('internal/validators');
const { inspectAs, kCreate } = require('internal/perf/entry');

const supportedTypes = Object.freeze([
  'dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource',
]);

// The kept entries by type.
const timeline = { mark: [], measure: [], resource: [] };

const observers = new Set();
const pending = new Set();
let isScheduled = false;

function buffer(entry) { timeline[entry.entryType].push(entry); }

function clear(type, name) {
  timeline[type] = name === undefined ?
    [] : timeline[type].filter((entry) => entry.name !== `${name}`);
}

function byStart(a, b) { return a.startTime - b.startTime; }

// The kept entries in the order of their start.
function entries(name, type) {
  let list;
  if (type === undefined) list = [...timeline.mark, ...timeline.measure, ...timeline.resource];
  else list = Object.hasOwn(timeline, type) ? [...timeline[type]] : [];
  if (name !== undefined) list = list.filter((entry) => entry.name === name);
  return list.sort(byStart);
}

// Tells the observers of an entry's type.
function enqueue(entry) {
  for (const observer of observers) observer[kEnqueue](entry);
}

// Says whether anybody observes a type.
function isObserved(type) {
  for (const observer of observers) if (observer[kTypes].has(type)) return true;
  return false;
}

function schedule(observer) {
  pending.add(observer);
  if (isScheduled) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    const all = [...pending];
    pending.clear();
    for (const one of all) one[kDispatch]();
  });
}

class PerformanceObserverEntryList {
  #entries;

  constructor(key = undefined, list = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = list.sort(byStart);
  }

  getEntries() { return [...this.#entries]; }

  getEntriesByType(type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByName(name, type = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return this.#entries.filter((entry) => entry.name === `${name}` &&
      (type == null || entry.entryType === `${type}`));
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(this, 'PerformanceObserverEntryList', this.#entries, depth, options);
  }
}

const kEnqueue = Symbol('kEnqueue');
const kDispatch = Symbol('kDispatch');
const kTypes = Symbol('kTypes');

function modification(kind) {
  return new DOMException(`PerformanceObserver can not change to ${kind}`,
    'InvalidModificationError');
}

class PerformanceObserver {
  #callback;
  #buffer = [];
  #mode = undefined;

  static get supportedEntryTypes() { return supportedTypes; }

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
    Object.defineProperty(this, kTypes, { value: new Set() });
  }

  observe(options = {}) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = { ...options };
    if (entryTypes === undefined && type === undefined) {
      throw new ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    }
    if (entryTypes != null && type != null) {
      throw new ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes,
        'options.entryTypes can not set with options.type together');
    }
    if (entryTypes !== undefined) this.#observeMany(entryTypes);
    else this.#observeOne(type, buffered);
    if (this[kTypes].size > 0) observers.add(this);
    else this.disconnect();
  }

  #observeMany(entryTypes) {
    if (this.#mode === 'single') throw modification('multiple observations');
    this.#mode = 'multiple';
    if (!Array.isArray(entryTypes)) {
      throw new ERR_INVALID_ARG_TYPE('options.entryTypes', 'string[]', entryTypes);
    }
    this[kTypes].clear();
    for (const type of entryTypes) if (supportedTypes.includes(type)) this[kTypes].add(type);
  }

  #observeOne(type, buffered) {
    if (this.#mode === 'multiple') throw modification('single observation');
    this.#mode = 'single';
    if (!supportedTypes.includes(type)) return;
    this[kTypes].add(type);
    if (!buffered) return;
    this.#buffer.push(...entries(undefined, type));
    schedule(this);
  }

  disconnect() {
    observers.delete(this);
    pending.delete(this);
    this.#buffer = [];
    this[kTypes].clear();
    this.#mode = undefined;
  }

  takeRecords() {
    const list = this.#buffer;
    this.#buffer = [];
    return list;
  }

  [kEnqueue](entry) {
    if (!this[kTypes].has(entry.entryType)) return;
    this.#buffer.push(entry);
    schedule(this);
  }

  [kDispatch]() {
    const list = new PerformanceObserverEntryList(kCreate, this.takeRecords());
    Reflect.apply(this.#callback, this, [list, this]);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(this, 'PerformanceObserver', {
      connected: observers.has(this),
      pending: pending.has(this),
      entryTypes: [...this[kTypes]],
      buffer: this.#buffer,
    }, depth, options);
  }
}

function finish(Class, names) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag,
    { value: Class.name, configurable: true });
}
finish(PerformanceObserver, ['observe', 'disconnect', 'takeRecords']);
finish(PerformanceObserverEntryList, ['getEntries', 'getEntriesByType', 'getEntriesByName']);

module.exports = {
  PerformanceObserver, PerformanceObserverEntryList, buffer, clear, enqueue, entries, isObserved,
  timeline,
};
