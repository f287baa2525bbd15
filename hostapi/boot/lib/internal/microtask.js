'use strict';
// queueMicrotask: a promise job of its own whose error is an uncaught one.

const { validateFunction } = require('internal/validators');
const { onUncaught } = require('internal/process/errors');
const resolved = Promise.resolve();
const { then } = Promise.prototype;

module.exports = function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  then.call(resolved, () => {
    try {
      callback();
    } catch (error) {
      // The handlers of errors are not in the callback's context, as in Node.
      internalBinding('async_hooks').setFrame();
      onUncaught(error, 'uncaughtException');
    }
  });
};
