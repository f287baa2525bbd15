'use strict';

// Chunks of bytes and text: what they are, how long they are, and taking them out of a buffer.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');

// Reading a property of a typed array is dear in the engine; a native asks for less.
const { byteLength } = internalBinding('buffer');
const { getPrototypeOf } = Object;
const bufferPrototype = Buffer.prototype;

function isBuffer(chunk) {
  return getPrototypeOf(chunk) === bufferPrototype || chunk instanceof Buffer;
}

function lengthOf(chunk) {
  return typeof chunk === 'string' ? chunk.length : byteLength(chunk);
}

// chunk as a Buffer; undefined when it is neither that nor another view of bytes.
function toBuffer(chunk) {
  if (!ArrayBuffer.isView(chunk)) return undefined;
  if (isBuffer(chunk)) return chunk;
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function invalidChunk(chunk) {
  return new codes.ERR_INVALID_ARG_TYPE(
    'chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
}

// Removes n units of content from the buffer of a ReadableState: an object, or n bytes or
// characters. What is left of length is the caller's business.
function take(state, n) {
  if (state.length === 0) return null;
  const { buffer, bufferIndex } = state;
  if (!state.objectMode) {
    if (!n || n >= state.length) return takeAll(state);
    const first = buffer[bufferIndex];
    const length = lengthOf(first);
    if (n < length) {
      buffer[bufferIndex] = first.slice(n);
      return first.slice(0, n);
    }
    if (n > length) return state.decoder === null ? takeBytes(state, n) : takeText(state, n);
  }
  return takeFirst(state);
}

function takeFirst(state) {
  const { buffer, bufferIndex } = state;
  const chunk = buffer[bufferIndex];
  buffer[bufferIndex] = null;
  dropTaken(state, bufferIndex + 1);
  return chunk;
}

// Moves the beginning of the buffer to index; the array is cut now and then, not for every chunk.
function dropTaken(state, index) {
  const { buffer } = state;
  if (index === buffer.length) {
    buffer.length = 0;
    state.bufferIndex = 0;
  } else if (index > 1024) {
    buffer.splice(0, index);
    state.bufferIndex = 0;
  } else {
    state.bufferIndex = index;
  }
}

function takeAll(state) {
  const { buffer, bufferIndex } = state;
  const count = buffer.length - bufferIndex;
  let all;
  if (state.decoder !== null) {
    // Bytes may be among them, from unshift(): they become text here.
    all = '';
    for (let i = bufferIndex; i < buffer.length; i++) all += buffer[i];
  } else if (count === 1) {
    all = buffer[bufferIndex];
  } else if (count === 0) {
    all = Buffer.alloc(0);
  } else {
    all = Buffer.concat(bufferIndex === 0 ? buffer : buffer.slice(bufferIndex), state.length);
  }
  buffer.length = 0;
  state.bufferIndex = 0;
  return all;
}

// Takes n bytes which lie in several chunks.
function takeBytes(state, n) {
  const { buffer } = state;
  const parts = [];
  let index = state.bufferIndex;
  for (let missing = n; missing > 0;) {
    const part = buffer[index];
    const length = lengthOf(part);
    if (length > missing) {
      parts.push(part.slice(0, missing));
      buffer[index] = part.slice(missing);
      break;
    }
    parts.push(part);
    missing -= length;
    buffer[index++] = null;
  }
  dropTaken(state, index);
  return Buffer.concat(parts, n);
}

// Takes n characters which lie in several chunks. As in Node, the last of these chunks is taken
// whole when as many characters of it are missing as the buffer has places.
function takeText(state, n) {
  const { buffer } = state;
  let text = '';
  let index = state.bufferIndex;
  for (let missing = n; index < buffer.length;) {
    const part = buffer[index];
    if (missing <= part.length && missing !== buffer.length) {
      text += part.slice(0, missing);
      buffer[index] = part.slice(missing);
      break;
    }
    text += part;
    buffer[index++] = null;
    if (missing <= part.length) break;
    missing -= part.length;
  }
  dropTaken(state, index);
  return text;
}

module.exports = {
  bufferPrototype,
  byteLength,
  getPrototypeOf,
  invalidChunk,
  lengthOf,
  take,
  takeFirst,
  toBuffer,
};
