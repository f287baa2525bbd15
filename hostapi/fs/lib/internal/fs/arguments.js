'use strict';

// Checks and conversions of the arguments that many functions of fs have in common.

const { codes } = require('internal/errors');
const {
  parseFileMode, validateAbortSignal, validateBuffer, validateFunction, validateInt32,
  validateInteger,
} = require('internal/validators');
const constants = require('internal/fs/constants');

const isView = ArrayBuffer.isView;
const noOptions = Object.freeze({ __proto__: null });

const modeMax = 7;

// The flags that a string stands for.
const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_SYNC } = constants;
const writeNew = O_TRUNC | O_CREAT;
const appendTo = O_APPEND | O_CREAT;
const flagsByName = {
  __proto__: null,
  'r': O_RDONLY,
  'rs': O_RDONLY | O_SYNC,
  'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC,
  'sr+': O_RDWR | O_SYNC,
  'w': writeNew | O_WRONLY,
  'wx': writeNew | O_WRONLY | O_EXCL,
  'xw': writeNew | O_WRONLY | O_EXCL,
  'w+': writeNew | O_RDWR,
  'wx+': writeNew | O_RDWR | O_EXCL,
  'xw+': writeNew | O_RDWR | O_EXCL,
  'a': appendTo | O_WRONLY,
  'ax': appendTo | O_WRONLY | O_EXCL,
  'xa': appendTo | O_WRONLY | O_EXCL,
  'as': appendTo | O_WRONLY | O_SYNC,
  'sa': appendTo | O_WRONLY | O_SYNC,
  'a+': appendTo | O_RDWR,
  'ax+': appendTo | O_RDWR | O_EXCL,
  'xa+': appendTo | O_RDWR | O_EXCL,
  'as+': appendTo | O_RDWR | O_SYNC,
  'sa+': appendTo | O_RDWR | O_SYNC,
};

function parseFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return O_RDONLY;
  const known = typeof flags === 'string' ? flagsByName[flags] : undefined;
  if (known === undefined) throw new codes.ERR_INVALID_ARG_VALUE(name, flags);
  return known;
}

function throwNullBytes(path, name) {
  throw new codes.ERR_INVALID_ARG_VALUE(name, path,
    'must be a string, Uint8Array, or URL without null bytes');
}

// A path is a string, a Uint8Array or a file: URL. Returns a string or the Uint8Array.
function validatePath(path, name = 'path') {
  if (typeof path === 'string') {
    if (path.indexOf('\0') !== -1) throwNullBytes(path, name);
    return path;
  }
  if (path !== null && typeof path === 'object' && path.href && path.protocol &&
      path.auth === undefined && path.path === undefined) {
    return validatePath(require('internal/url').fileURLToPath(path), name);
  }
  if (!(path instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
  }
  if (path.includes(0)) throwNullBytes(path, name);
  return path;
}

function validateDescriptor(fd, name = 'fd') {
  if (fd === (fd | 0) && fd >= 0) return fd | 0;
  validateInt32(fd, name, 0);
  return fd;
}

function isDescriptor(value) {
  return value === (value | 0);
}

function validateCallback(callback) {
  validateFunction(callback, 'cb');
}

// The mode of access and copyFile: a sum of three bits. These errors have no class of their own.
function validateMode(mode) {
  if (mode == null) return 0;
  if (typeof mode !== 'number') {
    throw genericError(TypeError, 'ERR_INVALID_ARG_TYPE', 'mode must be int32 or null/undefined');
  }
  const bits = mode | 0;
  if (bits < 0 || bits > modeMax) {
    throw genericError(RangeError, 'ERR_OUT_OF_RANGE', `mode is out of range: >= 0 && <= ${modeMax}`);
  }
  return bits;
}

function genericError(Class, code, message) {
  const error = new Class(message);
  error.code = code;
  return error;
}

function assertEncoding(encoding) {
  if (encoding && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

// Options that are an object, or a string which is the encoding.
function getOptions(options, defaults = noOptions) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    if (options !== 'buffer' && options !== 'utf8') assertEncoding(options);
    return { ...defaults, encoding: options };
  }
  if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  if (options.encoding !== 'buffer') assertEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options;
}

function validateOffset(offset) {
  if (offset == null) return 0;
  if (offset !== offset >>> 0) validateInteger(offset, 'offset', 0);
  return offset;
}

function validateReadRange(offset, length, byteLength) {
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (offset + length > byteLength) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  }
}

function validateWriteRange(offset, length, byteLength) {
  if (offset > byteLength) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  }
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

const int64Min = -(2n ** 63n);
const int64Max = 2n ** 63n - 1n;

// A position in a file as the natives take it: -1 is where the file is.
function parsePosition(position) {
  if (position == null) return -1;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
    return position;
  }
  if (typeof position !== 'bigint') {
    throw new codes.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  }
  if (position < int64Min || position > int64Max) {
    throw new codes.ERR_OUT_OF_RANGE('position', `>= ${int64Min} && <= ${int64Max}`, position);
  }
  return position < 0n ? -1 : Number(position);
}

function validateBufferArray(buffers, name = 'buffers') {
  if (!Array.isArray(buffers) || !buffers.every(isView)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, 'ArrayBufferView[]', buffers);
  }
}

function validateStringOrView(value, name) {
  if (typeof value !== 'string' && !isView(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name,
      ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  }
}

// A time in seconds since 1970.
function toUnixTimestamp(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time; // eslint-disable-line eqeqeq
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('internal/util/types').isDate(time)) return Date.prototype.getTime.call(time) / 1000;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

module.exports = {
  assertEncoding,
  getOptions,
  isDescriptor,
  isView,
  noOptions,
  parseFileMode,
  parseFlags,
  parsePosition,
  toUnixTimestamp,
  validateBuffer,
  validateBufferArray,
  validateCallback,
  validateDescriptor,
  validateMode,
  validateOffset,
  validatePath,
  validateReadRange,
  validateStringOrView,
  validateWriteRange,
};
