'use strict';

// util.promisify.

const { validateFunction } = require('internal/validators');

const kCustomPromisified = Symbol.for('nodejs.util.promisify.custom');

// Names for the values of callbacks which get more than one: the promise gives an object then.
const kCustomPromisifyArgs = Symbol('customPromisifyArgs');

function markPromisified(fn) {
  return Object.defineProperty(fn, kCustomPromisified, {
    value: fn, enumerable: false, writable: false, configurable: true,
  });
}

function nameValues(names, values) {
  const result = {};
  for (let i = 0; i < names.length; i++) result[names[i]] = values[i];
  return result;
}

function createPromisified(original, names) {
  return function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (error, ...values) => {
        if (error) return reject(error);
        resolve(names !== undefined && values.length > 1 ? nameValues(names, values) : values[0]);
      }]);
    });
  };
}

function promisify(original) {
  validateFunction(original, 'original');
  const custom = original[kCustomPromisified];
  if (custom) {
    validateFunction(custom, 'util.promisify.custom');
    return markPromisified(custom);
  }
  const promisified = createPromisified(original, original[kCustomPromisifyArgs]);
  Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
  markPromisified(promisified);
  const descriptors = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(descriptors)) {
    Reflect.defineProperty(promisified, key, descriptors[key]);
  }
  return promisified;
}

promisify.custom = kCustomPromisified;

module.exports = { promisify, kCustomPromisifyArgs };
