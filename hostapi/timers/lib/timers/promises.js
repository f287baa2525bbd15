'use strict';
// timers/promises: timeouts and immediates as promises, intervals as an
// asynchronous iterator.

const binding = internalBinding('timers');
const { AbortError } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateObject } = require('internal/validators');

function check(options, delay) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

// abortable makes a promise that `start` resolves; `stop` cancels it when the
// signal is aborted.
function abortable(options, start, stop) {
  let signal;
  let ref;
  try {
    ({ signal, ref } = check(options));
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
  return abortable(options, (done) => binding.setTimeout(done, after, value), binding.clearTimeout);
}

function setImmediate(value, options = {}) {
  return abortable(options, (done) => binding.setImmediate(done, value), binding.clearImmediate);
}

// setInterval counts the ticks that nobody has waited for yet.
function setInterval(after, value, options = {}) {
  const { signal, ref } = check(options);
  let pending = 0;
  let waiting = null;
  let closed = false;
  let failure = null;
  let timer;
  function onAbort() {
    binding.clearInterval(timer);
    failure = new AbortError(undefined, { cause: signal.reason });
    settle();
  }
  function close() {
    closed = true;
    binding.clearInterval(timer);
    if (signal) signal.removeEventListener('abort', onAbort);
  }
  function settle() {
    if (!waiting) return;
    if (pending > 0) {
      pending--;
      take().resolve({ value, done: false });
    } else if (failure) {
      closed = true;
      take().reject(failure);
    }
  }
  function take() {
    const one = waiting;
    waiting = null;
    return one;
  }
  function begin() {
    timer = binding.setInterval(() => { pending++; settle(); }, after);
    if (!ref) timer.unref();
    if (signal) signal.addEventListener('abort', onAbort, { once: true });
  }
  let begun = false;
  return {
    next() {
      if (closed) return Promise.resolve({ value: undefined, done: true });
      if (signal && signal.aborted && !begun) {
        closed = true;
        return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
      }
      if (!begun) { begun = true; begin(); }
      return new Promise((resolve, reject) => { waiting = { resolve, reject }; settle(); });
    },
    return(result) {
      if (begun) close();
      closed = true;
      return Promise.resolve({ value: result, done: true });
    },
    [Symbol.asyncIterator]() { return this; },
  };
}

const scheduler = {
  wait(delay, options) { return setTimeout(delay, undefined, options); },
  yield() { return setImmediate(); },
};

module.exports = { setTimeout, setImmediate, setInterval, scheduler };
