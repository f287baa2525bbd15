'use strict';
// Time that stands still until the program moves it: setTimeout, setInterval, setImmediate and Date
// of the global object, of timers and of timers/promises.

const { AbortError, codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE } } = require('internal/errors');
const { validateAbortSignal, validateArray, validateNumber, validateStringArray } = require('internal/validators');
const { AsyncGenerator, Await } = require('internal/streams/async_generator');
const { makeMockDate } = require('internal/test/mock_date');
const { TimerHeap } = require('internal/test/timer_heap');
const { createDeferredPromise } = require('internal/util');
const timers = require('timers');
const promises = require('timers/promises');

const kDispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');

// The shortest interval: one of 0 would never let a tick end.
const intervalMin = 1;

class Timeout {
  constructor(id, callback, runAt, interval, args) {
    this.id = id;
    this.callback = callback;
    this.runAt = runAt;
    this.interval = interval;
    this.args = args;
    this.priorityQueuePosition = undefined;
  }

  hasRef() { return true; }
  ref() { return this; }
  unref() { return this; }
  refresh() { return this; }
}

function validateTime(time) {
  if (time < 0) throw new ERR_INVALID_ARG_VALUE('time', 'positive integer', time);
}

class MockTimers {
  #apis = [];
  #enabled = false;
  #heap = new TimerHeap();
  #now = 0;
  #made = 0;
  #restores = []; // functions that undo what enable did, the last first

  enable(options = { __proto__: null }) {
    if (this.#enabled) throw new ERR_INVALID_STATE('MockTimers is already enabled!');
    const { apis, now } = checked(options);
    if (now !== undefined) this.#now = now;
    this.#apis = apis;
    this.#enabled = true;
    for (const api of apis) this.#replace[api]();
  }

  tick(time = 1) {
    this.#mustBeEnabled();
    validateTime(time);
    this.#now += time;
    for (let timer = this.#heap.peek(); timer !== undefined && timer.runAt <= this.#now; timer = this.#heap.peek()) {
      Reflect.apply(timer.callback, undefined, timer.args);
      if (this.#heap.peek() !== timer) continue; // its callback cleared it
      this.#heap.remove(1);
      if (timer.interval === undefined) continue;
      timer.runAt += timer.interval;
      this.#heap.insert(timer);
    }
  }

  runAll() {
    this.#mustBeEnabled();
    const last = this.#heap.last();
    if (last !== undefined) this.tick(last.runAt - this.#now);
  }

  setTime(time = 0) {
    validateNumber(time, 'time');
    validateTime(time);
    this.#mustBeEnabled();
    this.#now = time;
  }

  reset() {
    if (!this.#enabled) return;
    for (const restore of this.#restores.reverse()) restore();
    this.#restores = [];
    this.#apis = [];
    this.#enabled = false;
    this.#heap = new TimerHeap();
    this.#now = 0;
  }

  [kDispose]() { this.reset(); }

  #mustBeEnabled() {
    if (!this.#enabled) throw new ERR_INVALID_STATE('You should enable MockTimers first by calling the .enable function');
  }

  // --- What stands in for the timers of the runtime.

  #add(isInterval, callback, delay, args) {
    require('internal/validators').validateFunction(callback, 'callback');
    const wait = +delay || 0;
    const interval = isInterval ? Math.max(wait, intervalMin) : undefined;
    const timer = new Timeout(++this.#made, callback, this.#now + (interval ?? wait), interval, args);
    this.#heap.insert(timer);
    return timer;
  }

  #setTimeout = (callback, delay, ...args) => this.#add(false, callback, delay, args);
  #setInterval = (callback, delay, ...args) => this.#add(true, callback, delay, args);
  // Before everything that is due now.
  #setImmediate = (callback, ...args) => {
    const timer = this.#add(false, callback, 0, args);
    this.#heap.remove(timer.priorityQueuePosition);
    timer.runAt = this.#now - 1;
    this.#heap.insert(timer);
    return timer;
  };
  #clear = (timer) => {
    if (timer?.priorityQueuePosition === undefined) return;
    this.#heap.remove(timer.priorityQueuePosition);
  };

  // wait makes the promise of timers/promises of a way to start a timer.
  #wait(start, value, options) {
    const { promise, resolve, reject } = createDeferredPromise();
    const signal = options?.signal;
    if (signal !== undefined) {
      validateAbortSignal(signal, 'options.signal');
      if (signal.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
    }
    const onAbort = () => {
      this.#clear(timer);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value ?? timer.id);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    return promise;
  }

  #intervalIterator(delay, value, options) {
    const wait = () => this.#wait((done) => this.#setTimeout(done, delay), value, options);
    return new AsyncGenerator((function* body() {
      for (;;) yield yield new Await(wait());
    })());
  }

  // --- Replacing.

  #swap(owner, name, value) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: descriptor?.enumerable ?? true });
    this.#restores.push(() => Object.defineProperty(owner, name, descriptor));
  }

  #swapTimer(name, set, clear, ofPromises) {
    const clearName = name.replace('set', 'clear');
    for (const owner of [globalThis, timers]) {
      this.#swap(owner, name, set);
      this.#swap(owner, clearName, clear);
    }
    this.#swap(promises, name, ofPromises);
  }

  #replace = {
    __proto__: null,
    setTimeout: () => this.#swapTimer('setTimeout', this.#setTimeout, this.#clear,
      (delay, value, options) => this.#wait((done) => this.#setTimeout(done, delay), value, options)),
    setInterval: () => this.#swapTimer('setInterval', this.#setInterval, this.#clear,
      (delay, value, options) => this.#intervalIterator(delay, value, options)),
    setImmediate: () => this.#swapTimer('setImmediate', this.#setImmediate, this.#clear,
      (value, options) => this.#wait((done) => this.#setImmediate(done), value, options)),
    Date: () => this.#swap(globalThis, 'Date', makeMockDate(() => this.#now)),
  };
}

const supported = ['setTimeout', 'setInterval', 'setImmediate', 'Date'];

function checked({ apis, now }) {
  if (apis === undefined || apis === null) apis = supported;
  else validateArray(apis, 'options.apis');
  validateStringArray(apis, 'options.apis');
  for (const api of apis) {
    if (!supported.includes(api)) throw new ERR_INVALID_ARG_VALUE('options.apis', api, `option ${api} is not supported`);
  }
  if (now === undefined) return { apis, now };
  const time = now instanceof Date ? now.getTime() : now;
  validateNumber(time, 'initialTime');
  validateTime(time);
  return { apis, now: time };
}

module.exports = { MockTimers };
