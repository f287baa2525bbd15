'use strict';

// TextEncoder and TextDecoder.

const {
  codes: {
    ERR_ENCODING_INVALID_ENCODED_DATA,
    ERR_ENCODING_NOT_SUPPORTED,
    ERR_INVALID_ARG_TYPE,
    ERR_INVALID_THIS,
  },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateObject, validateString } = require('internal/validators');
const { encodingOf } = require('internal/encoding/labels');
const natives = internalBinding('buffer');

// The modes of the natives.
const kFatal = 1;
const kBigEndian = 2;

const byteOrderMark = 0xfeff;

class TextEncoder {
  #brand = true;

  static #check(encoder) {
    if (encoder === null || typeof encoder !== 'object' || !(#brand in encoder)) {
      throw new ERR_INVALID_THIS('TextEncoder');
    }
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  encode(input = '') {
    TextEncoder.#check(this);
    return new Uint8Array(natives.encode(`${input}`));
  }

  encodeInto(src, dest) {
    TextEncoder.#check(this);
    validateString(src, 'src');
    if (!natives.isUint8Array(dest)) throw new ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    return natives.encodeInto(src, dest);
  }

  [customInspectSymbol](depth, options) {
    TextEncoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    return require('internal/util/inspect').inspect({ encoding: this.encoding }, options);
  }
}

// Joins what is left of earlier input and a new piece of it.
function joinBytes(left, piece) {
  const bytes = new Uint8Array(left.length + piece.length);
  bytes.set(left);
  bytes.set(piece, left.length);
  return bytes;
}

function bytesOf(input) {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (natives.isArrayBuffer(input)) return new Uint8Array(input);
  throw Object.assign(
    new TypeError('The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.'),
    { code: 'ERR_INVALID_ARG_TYPE' });
}

// How many bytes at the end of the input wait for more, by encoding.
function countUnfinished(encoding, bytes) {
  switch (encoding) {
    case 'utf-8': return natives.unfinished(bytes, 0);
    case 'utf-16le': return natives.unfinished(bytes, 1);
    case 'utf-16be': return natives.unfinished(bytes, 2);
    default: return 0;
  }
}

function decodeBytes(encoding, bytes, mode) {
  switch (encoding) {
    case 'utf-8': return natives.decodeUTF8(bytes, mode);
    case 'utf-16le': return natives.decodeUTF16(bytes, mode);
    case 'utf-16be': return natives.decodeUTF16(bytes, mode | kBigEndian);
    default: return natives.latin1Slice.call(bytes);
  }
}

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  // The bytes of a character that is not complete, while input comes in pieces.
  #left = undefined;
  #atStart = true;

  constructor(encoding = 'utf-8', options = {}) {
    const label = `${encoding}`;
    if (options !== null) validateObject(options, 'options', 1 | 2 | 4);
    const name = encodingOf(label);
    if (name === undefined) throw new ERR_ENCODING_NOT_SUPPORTED(label);
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  static #check(decoder) {
    if (decoder === null || typeof decoder !== 'object' || !(#encoding in decoder)) {
      throw new ERR_INVALID_THIS('TextDecoder');
    }
  }

  decode(input = new Uint8Array(0), options = {}) {
    TextDecoder.#check(this);
    let bytes = bytesOf(input);
    if (this.#left !== undefined) bytes = joinBytes(this.#left, bytes);
    this.#left = undefined;
    const stream = Boolean(options?.stream);
    if (stream) {
      const rest = countUnfinished(this.#encoding, bytes);
      if (rest > 0) {
        this.#left = bytes.slice(bytes.length - rest);
        bytes = bytes.subarray(0, bytes.length - rest);
      }
    }
    return this.#withoutMark(this.#decodeWhole(bytes), stream);
  }

  #decodeWhole(bytes) {
    const text = decodeBytes(this.#encoding, bytes, this.#fatal ? kFatal : 0);
    if (text !== undefined) return text;
    this.#left = undefined;
    this.#atStart = true;
    throw new ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding);
  }

  // Drops the byte order mark at the start of the input.
  #withoutMark(text, stream) {
    const atStart = this.#atStart;
    this.#atStart = stream ? atStart && text === '' : true;
    if (!atStart || this.#ignoreBOM || text.charCodeAt(0) !== byteOrderMark) return text;
    return text.slice(1);
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  [customInspectSymbol](depth, options) {
    TextDecoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const { encoding, fatal, ignoreBOM } = this;
    const properties = Object.getOwnPropertyDescriptors({ encoding, fatal, ignoreBOM });
    const shown = Object.create(TextDecoder.prototype, properties);
    return require('internal/util/inspect').inspect(shown, { ...options, customInspect: false });
  }
}

function expose(Class, names) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { configurable: true, value: Class.name });
}

expose(TextEncoder, ['encoding', 'encode', 'encodeInto']);
expose(TextDecoder, ['decode', 'encoding', 'fatal', 'ignoreBOM']);

module.exports = { TextDecoder, TextEncoder };
