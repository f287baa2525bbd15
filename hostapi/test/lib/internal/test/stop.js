'use strict';
// What ends a test early: its time is up, or its signal was aborted.

// Kept from the start: mock timers replace the globals.
const { clearTimeout, setTimeout } = require('timers');
const { failureTypes: { kTimeout }, withoutStack } = require('internal/test/failure');

// A promise that rejects when the time is up and resolves when signal aborts; dispose() ends the
// waiting. Neither keeps the loop running.
function stopping(timeout, signal) {
  let timer;
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    if (timeout !== Infinity) {
      timer = setTimeout(() => reject(withoutStack(`test timed out after ${timeout}ms`, kTimeout)), timeout);
      timer.unref();
    }
    onAbort = resolve;
    signal.addEventListener('abort', onAbort, { once: true });
  });
  promise.catch(() => {}); // who waits hears of it
  return {
    promise,
    dispose() {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

module.exports = { stopping };
