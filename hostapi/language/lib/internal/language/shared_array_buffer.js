'use strict';
// SharedArrayBuffer. With one thread nothing else can see its memory, so it is
// an ArrayBuffer that is known to be shared.

const { addAccessors, builtinClass } = require('internal/language/builtin_class');
const { incompatible } = require('internal/language/receiver');

const shared = new WeakMap(); // SharedArrayBuffer → whether it was made to grow
const { slice } = ArrayBuffer.prototype;
const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
const { apply } = Reflect;

function SharedArrayBuffer(length) {
  if (new.target === undefined) throw new TypeError("Constructor SharedArrayBuffer requires 'new'");
  const options = arguments[1];
  if (typeof options === 'object' && options !== null && options.maxByteLength !== undefined) {
    const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');
    throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('SharedArrayBuffer with maxByteLength');
  }
  let buffer;
  try {
    buffer = Reflect.construct(ArrayBuffer, [length], new.target);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError('Invalid array buffer length') : error;
  }
  shared.set(buffer, true);
  return buffer;
}

function check(buffer, method) {
  if (!isShared(buffer)) incompatible(`${method.startsWith('get ') ? 'get ' : ''}SharedArrayBuffer.prototype.${method.replace('get ', '')}`, buffer);
  return buffer;
}

function isShared(value) { return typeof value === 'object' && value !== null && shared.has(value); }

Object.defineProperty(SharedArrayBuffer, 'prototype', { writable: false });
Object.defineProperty(SharedArrayBuffer.prototype, 'constructor', { enumerable: false });
addAccessors(SharedArrayBuffer, { get [Symbol.species]() { return this; } });
addAccessors(SharedArrayBuffer.prototype, {
  get byteLength() { return apply(byteLength, check(this, 'get byteLength'), []); },
});
const methods = {
  slice(start, end) {
    check(this, 'slice');
    const part = apply(slice, this, [start, end]);
    const result = new SharedArrayBuffer(part.byteLength);
    new Uint8Array(result).set(new Uint8Array(part));
    return result;
  },
};
Object.defineProperty(SharedArrayBuffer.prototype, 'slice', { value: methods.slice, writable: true, configurable: true });
addAccessors(SharedArrayBuffer.prototype, {
  get maxByteLength() { return apply(byteLength, check(this, 'get maxByteLength'), []); },
  get growable() {
    check(this, 'get growable');
    return false;
  },
});
Object.defineProperty(SharedArrayBuffer.prototype, 'grow', {
  value: { grow(length) { incompatible('SharedArrayBuffer.prototype.grow', this, length); } }.grow,
  writable: true, configurable: true,
});

// From now on there are ArrayBuffers that are none.
addAccessors(ArrayBuffer.prototype, {
  get byteLength() {
    if (isShared(this)) incompatible('get ArrayBuffer.prototype.byteLength', this);
    return apply(byteLength, this, []);
  },
});

module.exports = { SharedArrayBuffer: builtinClass(SharedArrayBuffer), isShared };
