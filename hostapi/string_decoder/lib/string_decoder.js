'use strict';

// StringDecoder: bytes in pieces to text. The bytes of a character which is not complete yet wait
// in the decoder; end() gives them out as they are.

const { Buffer } = require('buffer');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { normalizeEncoding } = require('internal/util');

// A decoder's state is a small Buffer, so that it looks in console.log as in Node: four bytes for
// the character, how many of them are missing and how many are there, the encoding's number.
const kState = Symbol('kNativeDecoder');
const missingAt = 4;
const bufferedAt = 5;
const encodingAt = 6;

const encodings = ['ascii', 'utf8', 'base64', 'utf16le', 'latin1', 'hex', 'buffer', 'base64url'];
const utf8 = encodings.indexOf('utf8');
const utf16le = encodings.indexOf('utf16le');
const base64 = encodings.indexOf('base64');
const base64url = encodings.indexOf('base64url');

function StringDecoder(encoding) {
  const name = normalizeEncoding(encoding);
  if (name === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = name;
  this[kState] = Buffer.alloc(7);
  this[kState][encodingAt] = encodings.indexOf(name);
}

function toBuffer(view) {
  if (view instanceof Buffer) return view;
  if (!ArrayBuffer.isView(view)) {
    throw new ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], view);
  }
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

// A byte which cannot continue the character ends it: what is there is decoded as it is, and the
// byte begins a new one.
function continuationLength(bytes, size, missing) {
  for (let i = 0; i < size && i < missing; i++) {
    if ((bytes[i] & 0xc0) !== 0x80) return i;
  }
  return -1;
}

// Moves bytes into the unfinished character and returns how many it took.
function fill(state, bytes, size) {
  let missing = state[missingAt];
  let taken = size < missing ? size : missing;
  if (state[encodingAt] === utf8) {
    const end = continuationLength(bytes, size, missing);
    if (end >= 0) missing = taken = end;
  }
  const buffered = state[bufferedAt];
  for (let i = 0; i < taken; i++) state[buffered + i] = bytes[i];
  state[bufferedAt] = buffered + taken;
  state[missingAt] = missing - taken;
  return taken;
}

function flush(decoder, state) {
  if (state[encodingAt] === utf16le && state[bufferedAt] % 2 === 1) {
    state[missingAt]--;
    state[bufferedAt]--;
  }
  const buffered = state[bufferedAt];
  if (buffered === 0) return '';
  state[missingAt] = 0;
  state[bufferedAt] = 0;
  return state.toString(decoder.encoding, 0, buffered);
}

function keep(state, buffered, missing) {
  state[bufferedAt] = buffered;
  state[missingAt] = missing;
}

function utf8Length(first) {
  if ((first & 0xe0) === 0xc0) return 2;
  if ((first & 0xf0) === 0xe0) return 3;
  if ((first & 0xf8) === 0xf0) return 4;
  return 0;
}

// Notes the unfinished character at the end of bytes[start, end), if there is one. More than three
// trailing bytes, or trailing bytes alone, are no character: the text decoder replaces them.
function keepUtf8(state, bytes, start, end) {
  for (let i = end - 1, buffered = 1; i >= start && buffered <= 4; i--, buffered++) {
    const byte = bytes[i];
    if ((byte & 0xc0) === 0x80) continue;
    const needed = utf8Length(byte);
    if (buffered < needed) keep(state, buffered, needed - buffered);
    return;
  }
}

function keepEnd(state, bytes, start, end) {
  const last = bytes[end - 1];
  switch (state[encodingAt]) {
    case utf8:
      if (last >= 0x80) keepUtf8(state, bytes, start, end);
      break;
    case utf16le:
      if ((end - start) % 2 === 1) keep(state, 1, 1);
      else if ((last & 0xfc) === 0xd8) keep(state, 2, 2);
      break;
    case base64:
    case base64url:
      if ((end - start) % 3 !== 0) keep(state, (end - start) % 3, 3 - (end - start) % 3);
  }
}

function decode(decoder, state, bytes) {
  const { encoding } = decoder;
  let end = bytes.length;
  let start = 0;
  let text = '';
  if (state[missingAt] > 0) {
    start = fill(state, bytes, end);
    if (state[missingAt] === 0) {
      text = state.toString(encoding, 0, state[bufferedAt]);
      state[bufferedAt] = 0;
    }
  }
  if (start === end) return text;
  keepEnd(state, bytes, start, end);
  const buffered = state[bufferedAt];
  end -= buffered;
  for (let i = 0; i < buffered; i++) state[i] = bytes[end + i];
  if (start < end) text += bytes.toString(encoding, start, end);
  return text;
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  const bytes = toBuffer(buf);
  const state = this[kState];
  if (state === undefined) throw new ERR_INVALID_THIS('StringDecoder');
  return decode(this, state, bytes);
};

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  return text + flush(this, this[kState]);
};

// Decodes buf from an offset on, without what came before.
StringDecoder.prototype.text = function text(buf, offset) {
  keep(this[kState], 0, 0);
  return this.write(buf.slice(offset));
};

const shown = { enumerable: true, configurable: true };
Object.defineProperties(StringDecoder.prototype, {
  lastChar: { get() { return this[kState].subarray(0, 4); }, ...shown },
  lastNeed: { get() { return this[kState][missingAt]; }, ...shown },
  lastTotal: { get() { return this[kState][bufferedAt] + this[kState][missingAt]; }, ...shown },
});

module.exports = { StringDecoder };
