'use strict';

// Random numbers. All of them come from the tape.

const { Buffer, kMaxLength } = require('buffer');
const { codes } = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { isAnyArrayBuffer, isTypedArray, isFloat32Array, isFloat64Array } = require('internal/util/types');
const { validateBoolean, validateFunction, validateNumber, validateObject } = require('internal/validators');
const natives = internalBinding('crypto');

const maxInt = 2 ** 31 - 1;

function checkOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  const bytes = offset * elementSize;
  const max = Math.min(length, kMaxLength);
  if (Number.isNaN(bytes) || bytes > max || bytes < 0) {
    throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${max}`, bytes);
  }
  return bytes >>> 0;
}

function checkSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  const bytes = size * elementSize;
  if (Number.isNaN(bytes) || bytes > maxInt || bytes < 0) {
    throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${maxInt}`, bytes);
  }
  if (bytes + offset > length) throw new codes.ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, bytes + offset);
  return bytes >>> 0;
}

function randomBytes(size, callback) {
  const count = checkSize(size, 1, 0, Infinity);
  if (callback === undefined) return Buffer.from(natives.randomBytes(count));
  validateFunction(callback, 'callback');
  natives.randomBytes(count, (error, bytes) => {
    if (error) callback.call(this, error);
    else callback.call(this, null, Buffer.from(bytes));
  });
}

function checkTarget(buf, name = 'buf') {
  if (!isAnyArrayBuffer(buf) && !ArrayBuffer.isView(buf)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['ArrayBuffer', 'ArrayBufferView'], buf);
  }
}

// The part of a buffer that is to be filled, as bytes. Offset and size count elements.
function targetPart(buf, offset, size) {
  const elementSize = buf.BYTES_PER_ELEMENT || 1;
  const start = checkOffset(offset, elementSize, buf.byteLength);
  const count = size === undefined ? buf.byteLength - start : checkSize(size, elementSize, start, buf.byteLength);
  return ArrayBuffer.isView(buf) ? new Uint8Array(buf.buffer, buf.byteOffset + start, count) :
    new Uint8Array(buf, start, count);
}

function randomFillSync(buf, offset = 0, size) {
  checkTarget(buf);
  const part = targetPart(buf, offset, size);
  if (part.length > 0) part.set(new Uint8Array(natives.randomBytes(part.length)));
  return buf;
}

function randomFill(buf, offset, size, callback) {
  checkTarget(buf);
  if (typeof offset === 'function') {
    callback = offset;
    offset = 0;
    size = undefined;
  } else if (typeof size === 'function') {
    callback = size;
    size = undefined;
  } else {
    validateFunction(callback, 'callback');
  }
  const part = targetPart(buf, offset, size);
  if (part.length === 0) {
    callback(null, buf);
    return;
  }
  natives.randomBytes(part.length, (error, bytes) => {
    if (error) {
      callback(error);
      return;
    }
    part.set(new Uint8Array(bytes));
    callback(null, buf);
  });
}

// The bytes of the next numbers, 6 for each: one question to the tape for many of them. Whether there
// are any decides, as in Node, whether a callback runs as a tick or in a later turn.
const intsMax = 1024;
const ints = { bytes: undefined, used: intsMax, isFilling: false, waiting: [] };

function fillInts(bytes) {
  ints.bytes = Buffer.from(bytes);
  ints.used = 0;
}

const sixBytes = 2 ** 48;

// The next number below a range, or -1 when no bytes are left. Numbers that fall into the incomplete
// last multiple of the range are thrown away.
function nextBelow(range) {
  while (ints.used < intsMax) {
    const number = ints.bytes.readUIntBE(ints.used++ * 6, 6);
    if (number < sixBytes - (sixBytes % range)) return number % range;
  }
  return -1;
}

function nextBelowSync(range) {
  for (;;) {
    const number = nextBelow(range);
    if (number >= 0) return number;
    fillInts(natives.randomBytes(intsMax * 6));
  }
}

function nextBelowAsync(range, callback) {
  const number = nextBelow(range);
  if (number >= 0) {
    process.nextTick(callback, undefined, number);
    return;
  }
  ints.waiting.push([range, callback]);
  if (ints.isFilling) return;
  ints.isFilling = true;
  natives.randomBytes(intsMax * 6, (error, bytes) => {
    ints.isFilling = false;
    if (!error) fillInts(bytes);
    const waiting = ints.waiting;
    ints.waiting = [];
    for (const [below, then] of waiting) {
      if (error) then(error);
      else nextBelowAsync(below, then);
    }
  });
}

function randomInt(min, max, callback) {
  const hasMin = max !== undefined && typeof max !== 'function';
  if (!hasMin) {
    callback = max;
    max = min;
    min = 0;
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (!Number.isSafeInteger(min)) throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
  if (max <= min) {
    throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  }
  const range = max - min;
  if (!(range < sixBytes)) {
    throw new codes.ERR_OUT_OF_RANGE(hasMin ? 'max - min' : 'max', `<= ${sixBytes - 1}`, range);
  }
  if (callback === undefined) return nextBelowSync(range) + min;
  nextBelowAsync(range, (error, number) => {
    if (error) callback(error);
    else callback(undefined, number + min);
  });
}

// The bytes of the next UUIDs: one question to the tape for many of them.
const cachedMax = 128;
let cached;
let used = cachedMax;
require('internal/process/restart').forgets(() => { used = cachedMax; }); // others have the rest

function nextBytes() {
  if (used === cachedMax) {
    cached = Buffer.from(natives.randomBytes(cachedMax * 16));
    used = 0;
  }
  const bytes = cached.subarray(used * 16, ++used * 16);
  return bytes;
}

function randomUUID(options) {
  if (options !== undefined) validateObject(options, 'options');
  const { disableEntropyCache = false } = options || kEmptyObject;
  validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
  const bytes = disableEntropyCache ? Buffer.from(natives.randomBytes(16)) : nextBytes();
  bytes[6] = (bytes[6] & 0x0f) | 0x40; // version 4
  bytes[8] = (bytes[8] & 0x3f) | 0x80; // variant of RFC 4122
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function domException(message, name) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, name);
}

function getRandomValues(data) {
  if (!isTypedArray(data) || isFloat32Array(data) || isFloat64Array(data)) {
    throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  if (data.byteLength > 65536) {
    throw domException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
  }
  return randomFillSync(data, 0);
}

module.exports = { getRandomValues, randomBytes, randomFill, randomFillSync, randomInt, randomUUID };
