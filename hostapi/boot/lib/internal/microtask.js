'use strict';
// queueMicrotask: a promise job of its own whose error is an uncaught one.

const { queueMicrotask: queue, setFrame } = internalBinding('async_hooks');
const { validateFunction } = require('internal/validators');
const { onUncaught } = require('internal/process/errors');

module.exports = function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  queue(() => {
    try {
      callback();
    } catch (error) {
      // The handlers of errors are not in the callback's context, as in Node.
      setFrame();
      onUncaught(error, 'uncaughtException');
    }
  });
};
