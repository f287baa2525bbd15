'use strict';

// util.callbackify: a function which returns a promise becomes one which takes a callback.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

function passError(reason, callback) {
  // A callback tells errors by their being truthy.
  callback(reason || new codes.ERR_FALSY_VALUE_REJECTION(reason));
}

function callbackify(original) {
  validateFunction(original, 'original');
  function callbackified(...args) {
    const last = args.pop();
    validateFunction(last, 'last argument');
    const callback = (error, value) =>
      Reflect.apply(last, this, error === undefined ? [null, value] : [error]);
    // What the callback throws is thrown outside of the promise.
    Reflect.apply(original, this, args).then(
      (value) => process.nextTick(callback, undefined, value),
      (reason) => process.nextTick(passError, reason, callback));
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(descriptors)) {
    Reflect.defineProperty(callbackified, key, descriptors[key]);
  }
  return callbackified;
}

module.exports = { callbackify };
