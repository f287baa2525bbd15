'use strict';

// events.on: an async iterator over the events of one name.

const { AsyncIteratorPrototype } = require('internal/events/async_iterator');
const { addListener, removeListener } = require('internal/events/either');
const {
  AbortError, codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateAbortSignal, validateInteger } = require('internal/validators');

// kFirstEventParam in the options asks for the first argument of the events only (readline does);
// kWatermarkData shows how full the iterator is.
const kFirstEventParam = Symbol('nodejs.kFirstEventParam');
const kWatermarkData = Symbol.for('nodejs.watermarkData');

function waterMarks(options) {
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(high, 'options.highWaterMark', 1);
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(low, 'options.lowWaterMark', 1);
  return { high, low };
}

// A first-in first-out list which does not move its items.
class Queue {
  #items = [];
  #first = 0;

  get size() { return this.#items.length - this.#first; }

  push(item) { this.#items.push(item); }

  shift() {
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    if (this.#first === this.#items.length || this.#first === 1024) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}

// The state of one iterator; its listeners stay on the emitter until it is finished.
class Subscription {
  constructor(emitter, marks) {
    this.emitter = emitter;
    this.marks = marks;
    this.events = new Queue();
    this.waiting = new Queue();
    this.listeners = [];
    this.paused = false;
    this.error = null;
    this.finished = false;
    this.abortListener = null;
    this.finish = () => this.close();
  }

  listen(name, listener) {
    addListener(this.emitter, name, listener);
    this.listeners.push({ name, listener });
  }

  receive(value) {
    if (this.waiting.size > 0) {
      this.waiting.shift().resolve({ value, done: false });
      return;
    }
    if (!this.paused && this.events.size >= this.marks.high) {
      this.paused = true;
      this.emitter.pause();
    }
    this.events.push(value);
  }

  fail(error) {
    if (this.waiting.size === 0) this.error = error;
    else this.waiting.shift().reject(error);
    this.close();
  }

  next() {
    if (this.events.size > 0) {
      const value = this.events.shift();
      if (this.paused && this.events.size < this.marks.low) {
        this.emitter.resume();
        this.paused = false;
      }
      return Promise.resolve({ value, done: false });
    }
    if (this.error) {
      const rejected = Promise.reject(this.error);
      this.error = null;
      return rejected;
    }
    if (this.finished) return this.close();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  close() {
    this.abortListener?.[Symbol.dispose]();
    for (const { name, listener } of this.listeners.splice(0)) {
      removeListener(this.emitter, name, listener);
    }
    this.finished = true;
    const result = { value: undefined, done: true };
    while (this.waiting.size > 0) this.waiting.shift().resolve(result);
    return Promise.resolve(result);
  }
}

function createIterator(subscription) {
  const { events, marks } = subscription;
  return Object.setPrototypeOf({
    next() { return subscription.next(); },
    return() { return subscription.close(); },
    throw(error) {
      if (!error || !(error instanceof Error)) {
        throw new ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      subscription.fail(error);
    },
    [Symbol.asyncIterator]() { return this; },
    [kWatermarkData]: {
      get size() { return events.size; },
      get low() { return marks.low; },
      get high() { return marks.high; },
      get isPaused() { return subscription.paused; },
    },
  }, AsyncIteratorPrototype);
}

function on(emitter, event, options = {}) {
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal?.reason });
  const subscription = new Subscription(emitter, waterMarks(options));
  const iterator = createIterator(subscription);
  subscription.listen(event, options[kFirstEventParam] ?
    (value) => subscription.receive(value) :
    (...args) => subscription.receive(args));
  if (event !== 'error' && typeof emitter.on === 'function') {
    subscription.listen('error', (error) => subscription.fail(error));
  }
  for (const name of options.close ?? []) subscription.listen(name, subscription.finish);
  if (signal) {
    const { addAbortListener } = require('internal/events/abort_listener');
    subscription.abortListener = addAbortListener(signal, () => {
      subscription.fail(new AbortError(undefined, { cause: signal.reason }));
    });
  }
  return iterator;
}

module.exports = { kFirstEventParam, on };
