'use strict';

// Small helpers which several core modules share. What programs see of them is in 'util'.

const { codes } = require('internal/errors');
const { normalizeEncoding } = require('internal/util/encodings');
const { promisify, kCustomPromisifyArgs } = require('internal/util/promisify');
const { deprecate, pendingDeprecate } = require('internal/util/deprecate');

const kEmptyObject = Object.freeze({ __proto__: null });
const kEnumerableProperty = Object.freeze({ __proto__: null, enumerable: true });
const customInspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const kIsEncodingSymbol = Symbol('kIsEncodingSymbol');
const colorSequence = /\u001b\[\d\d?m/g;

const experimentalWarnings = new Set();

function emitExperimentalWarning(feature) {
  if (experimentalWarnings.has(feature)) return;
  experimentalWarnings.add(feature);
  process.emitWarning(`${feature} is an experimental feature and might change at any time`,
    'ExperimentalWarning');
}

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

// Removes one element; cheaper than splice on short lists.
function spliceOne(list, index) {
  for (; index + 1 < list.length; index++) list[index] = list[index + 1];
  list.pop();
}

function join(list, separator) {
  return list.join(separator);
}

function filterDuplicateStrings(items, low) {
  const seen = new Map();
  for (const item of items) {
    const key = item.toLowerCase();
    if (low || !seen.has(key)) seen.set(key, low ? key : item);
  }
  return [...seen.values()].sort();
}

function filterOwnProperties(source, keys) {
  const filtered = { __proto__: null };
  for (const key of keys) {
    if (Object.prototype.hasOwnProperty.call(source, key)) filtered[key] = source[key];
  }
  return filtered;
}

// Lets a class be called without new.
function createClassWrapper(type) {
  function Wrapper(...args) {
    return Reflect.construct(type, args, new.target || type);
  }
  Object.setPrototypeOf(Wrapper, type);
  Object.defineProperty(Wrapper, 'name', { value: type.name });
  Object.defineProperty(Wrapper, 'length', { value: type.length });
  Wrapper.prototype = type.prototype;
  return Wrapper;
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

function cachedResult(fn) {
  let result;
  return () => (result ??= fn());
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

function setOwnProperty(object, key, value) {
  return Object.defineProperty(object, key, {
    configurable: true, enumerable: true, value, writable: true,
  });
}

function defineOperation(target, name, method) {
  Object.defineProperty(target, name, {
    writable: true, enumerable: true, configurable: true, value: method,
  });
}

function exposeInterface(target, name, value) {
  Object.defineProperty(target, name, {
    writable: true, enumerable: false, configurable: true, value,
  });
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

function exposeLazyInterfaces(target, id, keys) {
  defineLazyProperties(target, id, keys, false);
}

const lazyDOMExceptionClass = getLazy(() => globalThis.DOMException ??
  require('internal/domexception').DOMException);

function lazyDOMException(message, name) {
  const DOMException = lazyDOMExceptionClass();
  return new DOMException(message, name);
}

function convertToValidSignal(signal) {
  const { signals } = require('os').constants;
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  const number = typeof signal === 'string' ? signals[signal.toUpperCase()] : undefined;
  if (number) return number;
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
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
  SymbolAsyncDispose: Symbol.asyncDispose ?? Symbol('Symbol.asyncDispose'),
  SymbolDispose: Symbol.dispose ?? Symbol('Symbol.dispose'),
  cachedResult,
  convertToValidSignal,
  createClassWrapper,
  createDeferredPromise,
  customInspectSymbol,
  customPromisifyArgs: kCustomPromisifyArgs,
  defineLazyProperties,
  defineOperation,
  deprecate,
  emitExperimentalWarning,
  exposeInterface,
  exposeLazyInterfaces,
  filterDuplicateStrings,
  filterOwnProperties,
  getConstructorOf,
  getLazy,
  getSystemErrorMap,
  getSystemErrorName,
  isArrayBufferDetached,
  isError,
  join,
  kCustomPromisifyArgs,
  kCustomPromisifyArgsSymbol: kCustomPromisifyArgs,
  kEmptyObject,
  kEnumerableProperty,
  kIsEncodingSymbol,
  lazyDOMException,
  lazyDOMExceptionClass,
  normalizeEncoding,
  once,
  pendingDeprecate,
  promisify,
  removeColors,
  setOwnProperty,
  spliceOne,
};
