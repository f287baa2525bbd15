'use strict';

// Small helpers which several core modules share. What programs see of them is in 'util'.

const { normalizeEncoding } = require('internal/util/encodings');
const { promisify, kCustomPromisifyArgs } = require('internal/util/promisify');
const { deprecate } = require('internal/util/deprecate');

const kEmptyObject = Object.freeze({ __proto__: null });
const kEnumerableProperty = Object.freeze({ __proto__: null, enumerable: true });
const customInspectSymbol = Symbol.for('nodejs.util.inspect.custom');
// The method by which an object of a class of ours makes its clone.
const kClone = Symbol('kClone');
const kIsEncodingSymbol = Symbol('kIsEncodingSymbol');
const colorSequence = /\u001b\[\d\d?m/g;

function isError(value) {
  return require('internal/util/types').isNativeError(value) || value instanceof Error;
}

function removeColors(text) {
  return text.replace(colorSequence, '');
}

// Wraps a function so that only the first call reaches it.
function once(callback, { preserveReturnValue = false } = kEmptyObject) {
  let called = false;
  let result;
  return function(...args) {
    if (called) return result;
    called = true;
    const returned = callback.apply(this, args);
    result = preserveReturnValue ? returned : undefined;
    return returned;
  };
}

function getConstructorOf(object) {
  for (let o = object; o !== null; o = Object.getPrototypeOf(o)) {
    const descriptor = Object.getOwnPropertyDescriptor(o, 'constructor');
    if (typeof descriptor?.value === 'function' && descriptor.value.name !== '') {
      return descriptor.value;
    }
  }
  return undefined;
}

function getLazy(initializer) {
  let value;
  let hasValue = false;
  return function() {
    if (!hasValue) {
      value = initializer();
      hasValue = true;
    }
    return value;
  };
}

function createDeferredPromise() {
  let resolve;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function nameFunction(fn, name) {
  return Object.defineProperty(fn, 'name', { value: name, configurable: true });
}

// Properties which load the module they come from when they are first read.
function defineLazyProperties(target, id, keys, enumerable = true) {
  for (const key of keys) {
    const set = nameFunction((value) => {
      Object.defineProperty(target, key, { writable: true, enumerable: true, configurable: true, value });
    }, key);
    const get = nameFunction(() => {
      const value = require(id)[key];
      Object.defineProperty(target, key, { writable: true, enumerable, configurable: true, value });
      return value;
    }, key);
    Object.defineProperty(target, key, { enumerable, configurable: true, get, set });
  }
}

const lazyDOMExceptionClass = getLazy(() => globalThis.DOMException ??
  require('internal/domexception').DOMException);

function lazyDOMException(message, name) {
  const DOMException = lazyDOMExceptionClass();
  return new DOMException(message, name);
}

function getSystemErrorName(errno) {
  return require('internal/errors').uvErrorName(errno);
}

function getSystemErrorMap() {
  return require('internal/errors').uvErrorMap();
}

// A buffer which was transferred away has no bytes and can have none.
function isArrayBufferDetached(buffer) {
  if (buffer.byteLength !== 0) return false;
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

module.exports = {
  createDeferredPromise,
  customInspectSymbol,
  customPromisifyArgs: kCustomPromisifyArgs,
  defineLazyProperties,
  deprecate,
  getConstructorOf,
  getSystemErrorMap,
  getSystemErrorName,
  isArrayBufferDetached,
  isError,
  kClone,
  kCustomPromisifyArgs,
  kEmptyObject,
  kEnumerableProperty,
  kIsEncodingSymbol,
  lazyDOMException,
  normalizeEncoding,
  once,
  promisify,
  removeColors,
};
