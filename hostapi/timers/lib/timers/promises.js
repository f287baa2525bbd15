'use strict';
// timers/promises: timeouts and immediates as promises, intervals as an
// asynchronous iterator.

const binding = internalBinding('timers');
const {
  AbortError, codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS },
} = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');

function check(options, delay) {
  if (delay !== undefined) validateNumber(delay, 'delay');
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

// abortable makes a promise that `start` resolves; `stop` cancels it when the
// signal is aborted.
function abortable(options, delay, start, stop) {
  let signal;
  let ref;
  try {
    ({ signal, ref } = check(options, delay));
  } catch (error) {
    return Promise.reject(error);
  }
  if (signal && signal.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  return new Promise((resolve, reject) => {
    let onAbort;
    const handle = start((value) => {
      if (onAbort) signal.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) handle.unref();
    if (!signal) return;
    onAbort = () => {
      stop(handle);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function setTimeout(after, value, options = {}) {
  return abortable(options, after, (done) => binding.setTimeout(done, after, value),
    binding.clearTimeout);
}

function setImmediate(value, options = {}) {
  return abortable(options, undefined, (done) => binding.setImmediate(done, value),
    binding.clearImmediate);
}

// The body of the async generator behind setInterval. It counts the ticks that nobody has waited
// for yet.
function* ticks(after, value, options) {
  const { Await } = require('internal/streams/async_generator');
  const { signal, ref } = check(options, after);
  const abortError = () => new AbortError(undefined, { cause: signal?.reason });
  if (signal?.aborted) throw abortError();
  let pending = 0;
  let wake;
  const timer = binding.setInterval(() => {
    pending++;
    wake?.();
    wake = undefined;
  }, after);
  if (!ref) timer.unref();
  const onAbort = () => {
    binding.clearInterval(timer);
    wake?.(Promise.reject(abortError()));
    wake = undefined;
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (pending === 0) yield new Await(new Promise((resolve) => { wake = resolve; }));
      for (; pending > 0; pending--) yield value;
    }
    throw abortError();
  } finally {
    binding.clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function setInterval(after, value, options = {}) {
  const { AsyncGenerator } = require('internal/streams/async_generator');
  return new AsyncGenerator(ticks(after, value, options));
}

// Given to the constructor that programs may not call.
const kCreate = Symbol('kCreate');

class Scheduler {
  #brand = true;

  constructor(key = undefined) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#brand in value)) {
      throw new ERR_INVALID_THIS('Scheduler');
    }
  }

  yield() {
    Scheduler.#check(this);
    return setImmediate();
  }

  wait(delay, options) {
    Scheduler.#check(this);
    return setTimeout(delay, undefined, options);
  }
}

const scheduler = new Scheduler(kCreate);

module.exports = { setTimeout, setImmediate, setInterval, scheduler };
