'use strict';

// The module 'buffer': Buffer's static side, and the other exports.

const {
  codes: {
    ERR_BUFFER_OUT_OF_BOUNDS,
    ERR_INVALID_ARG_TYPE,
    ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { kIsEncodingSymbol, lazyDOMException } = require('internal/util');
const { validateInteger, validateNumber, validateString } = require('internal/validators');
const {
  FastBuffer, addPrototype, getInspectMaxBytes, setInspectMaxBytes,
} = require('internal/buffer');
const natives = internalBinding('buffer');
const { concat: join, copyBytes, encode, fillBytes, isArrayBuffer, isUint8Array } = natives;

const kMaxLength = 2 ** 32;
const kStringMaxLength = 0x1fffffe8;
const uint8ArrayPrototype = Uint8Array.prototype;
const typedArrayPrototype = Object.getPrototypeOf(uint8ArrayPrototype);
const typedArrayTag = Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag).get;

const isView = ArrayBuffer.isView;

function isTypedArray(value) {
  return isView(value) && Reflect.apply(typedArrayTag, value, []) !== undefined;
}

const deprecationMessage = 'Buffer() is deprecated due to security and usability issues. Please use the ' +
  'Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.';
let warnedOfConstructor = false;

// Says that the caller is code of a package, whose author alone could act on a warning.
function calledByPackage() {
  const frames = new Error().stack.split('\n').slice(1);
  const caller = frames.find((frame) => frame !== '' && !/\bnode:|\bnative\)?$/.test(frame));
  return caller !== undefined && /[/\\]node_modules[/\\]/.test(caller);
}

function warnOfConstructor() {
  if (warnedOfConstructor || calledByPackage()) return;
  process.emitWarning(deprecationMessage, 'DeprecationWarning', 'DEP0005');
  warnedOfConstructor = true;
}

function Buffer(value, encodingOrOffset, length) {
  warnOfConstructor();
  if (typeof value !== 'number') return Buffer.from(value, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw new ERR_INVALID_ARG_TYPE('string', 'string', value);
  return Buffer.alloc(value);
}

Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = FastBuffer.prototype;

// The species is a plain property: reading it must be cheap, each slice does.
Object.defineProperty(Buffer, Symbol.species, {
  configurable: true, enumerable: false, writable: true, value: FastBuffer,
});

addPrototype(Buffer);
Buffer.poolSize = 8 * 1024;

function fromArrayLike(list) {
  const { length } = list;
  if (typeof length !== 'number' || !(length > 0)) return new FastBuffer();
  const buffer = new FastBuffer(length);
  Reflect.apply(uint8ArrayPrototype.set, buffer, [list]);
  return buffer;
}

function fromArrayBuffer(memory, byteOffset, length) {
  const start = byteOffset === undefined ? 0 : +byteOffset || 0;
  const available = memory.byteLength - start;
  if (available < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (start < 0) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
  if (length === undefined) return new FastBuffer(memory, start);
  const size = +length > 0 ? +length : 0;
  if (size > available) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
  return new FastBuffer(memory, start, size);
}

function fromView(view) {
  if (isUint8Array(view)) return new FastBuffer(copyBytes(view));
  return isTypedArray(view) ? new FastBuffer(view) : new FastBuffer();
}

// A Buffer from an object that is no view, or undefined when there is no way to make one.
function fromObject(object, encodingOrOffset, length) {
  const primitive = object.valueOf?.();
  if (primitive != null && primitive !== object &&
      (typeof primitive === 'string' || typeof primitive === 'object')) {
    return Buffer.from(primitive, encodingOrOffset, length);
  }
  if (object.length !== undefined || isArrayBuffer(object.buffer)) return fromArrayLike(object);
  if (object.type === 'Buffer' && Array.isArray(object.data)) return fromArrayLike(object.data);
  if (typeof object[Symbol.toPrimitive] === 'function') {
    const text = object[Symbol.toPrimitive]('string');
    if (typeof text === 'string') return new FastBuffer(encode(text, encodingOrOffset));
  }
  return undefined;
}

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return new FastBuffer(encode(value, encodingOrOffset));
  if (typeof value === 'object' && value !== null) {
    if (isView(value)) return fromView(value);
    if (isArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const buffer = fromObject(value, encodingOrOffset, length);
    if (buffer !== undefined) return buffer;
  }
  throw new ERR_INVALID_ARG_TYPE('first argument',
    ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
};

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!isTypedArray(view)) throw new ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  if (view.length === 0) return new FastBuffer();
  let start = 0;
  let end = view.length;
  if (offset !== undefined) {
    validateInteger(offset, 'offset', 0);
    if (offset >= view.length) return new FastBuffer();
    start = offset;
  }
  if (length !== undefined) {
    validateInteger(length, 'length', 0);
    end = start + length;
  }
  return new FastBuffer(copyBytes(view.slice(start, end)));
};

Buffer.of = function of(...items) {
  const buffer = new FastBuffer(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
};

function checkSize(size) {
  validateNumber(size, 'size', 0, kMaxLength);
}

Buffer.alloc = function alloc(size, fill, encoding) {
  if (typeof size !== 'number' || !(size >= 0 && size <= kMaxLength)) checkSize(size);
  const buffer = new FastBuffer(size);
  if (fill !== undefined && fill !== 0 && size > 0) {
    // An encoding that is no string counts only when the fill is one.
    if (typeof fill === 'string' && encoding !== undefined && typeof encoding !== 'string') {
      validateString(encoding, 'encoding');
    }
    if (!fillBytes(buffer, fill, encoding)) buffer.fill(fill, encoding);
  }
  return buffer;
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  if (typeof size !== 'number' || !(size >= 0 && size <= kMaxLength)) checkSize(size);
  return new FastBuffer(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  checkSize(size);
  return new FastBuffer(size);
};

function SlowBuffer(size) {
  checkSize(size);
  return new FastBuffer(size);
}
Object.setPrototypeOf(SlowBuffer.prototype, uint8ArrayPrototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.compare = natives.compareStatic;
Object.defineProperty(Buffer.compare, 'name', { value: 'compare' });
Buffer.isEncoding = natives.isEncoding;
Buffer[kIsEncodingSymbol] = Buffer.isEncoding;

Buffer.concat = function concat(list, length) {
  if (!Array.isArray(list)) throw new ERR_INVALID_ARG_TYPE('list', 'Array', list);
  if (list.length === 0) return new FastBuffer();
  if (length !== undefined) validateInteger(length, 'length', 0, kMaxLength);
  const joined = join(list, length);
  if (typeof joined === 'number') {
    throw new ERR_INVALID_ARG_TYPE(`list[${joined}]`, ['Buffer', 'Uint8Array'], list[joined]);
  }
  return new FastBuffer(joined);
};

Buffer.byteLength = natives.byteLength;

function domException(problem) {
  return lazyDOMException(
    problem === 1 ? 'Invalid character' : 'The string to be decoded is not correctly encoded.',
    'InvalidCharacterError');
}

function atob(input) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('input');
  const text = natives.atob(`${input}`);
  if (typeof text === 'number') throw domException(text);
  return text;
}

function btoa(input) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('input');
  const text = natives.btoa(`${input}`);
  if (typeof text === 'number') throw domException(text);
  return text;
}

const icuErrors = { 1: 'U_ILLEGAL_ARGUMENT_ERROR', 10: 'U_INVALID_CHAR_FOUND' };

function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return new FastBuffer();
  const result = natives.transcode(source, fromEncoding, toEncoding);
  if (typeof result !== 'number') return new FastBuffer(result);
  const code = icuErrors[result];
  throw Object.assign(new Error(`Unable to transcode Buffer [${code}]`), { code, errno: result });
}

function checkBytes(input) {
  if (isTypedArray(input) || isArrayBuffer(input)) return;
  throw new ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

function isUtf8(input) {
  checkBytes(input);
  return natives.isUtf8(input);
}

function isAscii(input) {
  checkBytes(input);
  return natives.isAscii(input);
}

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength,
  kStringMaxLength,
  btoa,
  atob,
};

Object.defineProperties(module.exports, {
  constants: {
    configurable: false,
    enumerable: true,
    value: Object.defineProperties({}, {
      MAX_LENGTH: { enumerable: true, value: kMaxLength },
      MAX_STRING_LENGTH: { enumerable: true, value: kStringMaxLength },
    }),
  },
  INSPECT_MAX_BYTES: {
    configurable: true, enumerable: true, get: getInspectMaxBytes, set: setInspectMaxBytes,
  },
  Blob: { configurable: true, enumerable: true, get: () => require('internal/blob').Blob },
  resolveObjectURL: {
    configurable: true, enumerable: true, get: () => require('internal/blob').resolveObjectURL,
  },
  File: { configurable: true, enumerable: true, get: () => require('internal/file').File },
});
