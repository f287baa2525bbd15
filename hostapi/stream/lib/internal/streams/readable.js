'use strict';

// Readable: what becomes of a chunk between push() and 'data'. The order of the ticks is Node's.

const { Buffer } = require('buffer');
const { emitNone, emitOne } = require('internal/events/emit');
const { codes } = require('internal/errors');
const { Stream } = require('internal/streams/legacy');
const {
  AUTO_DESTROY, CLOSE_EMITTED, CONSTRUCTED, DESTROYED, ERRORED, ERROR_EMITTED, OBJECT_MODE,
} = require('internal/streams/bits');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const flowing = require('internal/streams/readable_flow');
const {
  DATA_EMITTED, DATA_LISTENING, DECODER, EMITTED_READABLE, ENDED, END_EMITTED, FLOWING,
  MULTI_AWAIT_DRAIN, NEED_READABLE, READING, READING_MORE, ReadableState, SYNC,
} = require('internal/streams/readable_state');

const { emitReadable, emitReadableNow } = flowing;

// A larger highWaterMark than this is taken for a mistake.
const maxHighWaterMark = 0x40000000;
const notANumber = NaN;

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  this._events ??= {
    close: undefined, error: undefined, data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, this, false);
  if (options) applyOptions(this, options);
  Stream.call(this, options);
  if (this._construct !== undefined && this._construct !== null) {
    construct(this, () => onConstructed(this));
  }
}
Object.setPrototypeOf(Readable.prototype, Stream.prototype);
Object.setPrototypeOf(Readable, Stream);

function applyOptions(stream, options) {
  if (typeof options.read === 'function') stream._read = options.read;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add-abort-signal').addAbortSignal(options.signal, stream);
}

function onConstructed(stream) {
  const state = stream._readableState;
  if ((state.flags & NEED_READABLE) !== 0) maybeReadMore(stream, state);
}

// --- push and unshift ---------------------------------------------------------------------------

// Is there room for more? What push() returns.
function hasRoom(state) {
  return (state.flags & ENDED) === 0 &&
    (state.length < state.highWaterMark || state.length === 0);
}

function invalidChunk(chunk) {
  return new codes.ERR_INVALID_ARG_TYPE(
    'chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
}

function pushBytes(stream, state, chunk, encoding) {
  if (typeof chunk === 'string') {
    encoding ||= state.defaultEncoding;
    if (state.encoding !== encoding) {
      chunk = Buffer.from(chunk, encoding);
      encoding = '';
    }
  } else if (chunk instanceof Buffer) {
    encoding = '';
  } else if (ArrayBuffer.isView(chunk)) {
    chunk = toBuffer(chunk);
    encoding = '';
  } else if (chunk !== undefined) {
    errorOrDestroy(stream, invalidChunk(chunk));
    return false;
  }
  if (!chunk || chunk.length <= 0) {
    state.flags &= ~READING;
    maybeReadMore(stream, state);
    return hasRoom(state);
  }
  return pushChunk(stream, state, chunk, encoding);
}

function toBuffer(view) {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

function pushChunk(stream, state, chunk, encoding) {
  const flags = state.flags;
  if ((flags & ENDED) !== 0) {
    errorOrDestroy(stream, new codes.ERR_STREAM_PUSH_AFTER_EOF());
    return false;
  }
  if ((flags & (DESTROYED | ERRORED)) !== 0) return false;
  state.flags = flags & ~READING;
  if ((flags & DECODER) !== 0 && !encoding) {
    chunk = state.decoderValue.write(chunk);
    if (chunk.length === 0 && (flags & OBJECT_MODE) === 0) {
      maybeReadMore(stream, state);
      return hasRoom(state);
    }
  }
  addChunk(stream, state, chunk, false);
  return hasRoom(state);
}

function forgetAwaitedDrains(state) {
  if ((state.flags & MULTI_AWAIT_DRAIN) !== 0) state.awaitDrainWriters.clear();
  else state.awaitDrainWriters = null;
}

// Hands chunk to the listeners at once when the stream flows, has nothing older, and did not just
// ask for it; otherwise keeps it.
function addChunk(stream, state, chunk, atFront) {
  if ((state.flags & (FLOWING | SYNC | DATA_LISTENING)) === (FLOWING | DATA_LISTENING) &&
      state.length === 0) {
    forgetAwaitedDrains(state);
    state.flags |= DATA_EMITTED;
    emitOne(stream, 'data', chunk);
  } else {
    state.length += (state.flags & OBJECT_MODE) !== 0 ? 1 : chunk.length;
    if (!atFront) state.buffer.push(chunk);
    else if (state.bufferIndex > 0) state.buffer[--state.bufferIndex] = chunk;
    else state.buffer.unshift(chunk);
    if ((state.flags & NEED_READABLE) !== 0) emitReadable(stream, state);
  }
  maybeReadMore(stream, state);
}

function unshiftBytes(stream, state, chunk, encoding) {
  if (typeof chunk === 'string') {
    encoding ||= state.defaultEncoding;
    if (state.encoding !== encoding) {
      // What comes back has been decoded once, and does not go through the decoder again.
      chunk = Buffer.from(chunk, encoding);
      if (state.encoding) chunk = chunk.toString(state.encoding);
    }
  } else if (ArrayBuffer.isView(chunk)) {
    if (!(chunk instanceof Buffer)) chunk = toBuffer(chunk);
  } else if (chunk !== undefined) {
    errorOrDestroy(stream, invalidChunk(chunk));
    return false;
  }
  if (!chunk || chunk.length <= 0) return hasRoom(state);
  return unshiftChunk(stream, state, chunk);
}

function unshiftChunk(stream, state, chunk) {
  if ((state.flags & END_EMITTED) !== 0) {
    errorOrDestroy(stream, new codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT());
  } else if ((state.flags & (DESTROYED | ERRORED)) !== 0) {
    return false;
  } else {
    addChunk(stream, state, chunk, true);
  }
  return hasRoom(state);
}

// push(null): no more will come.
function onEnd(stream, state) {
  if ((state.flags & ENDED) !== 0) return;
  if ((state.flags & DECODER) !== 0) {
    const rest = state.decoderValue.end();
    if (rest && rest.length > 0) {
      state.buffer.push(rest);
      state.length += (state.flags & OBJECT_MODE) !== 0 ? 1 : rest.length;
    }
  }
  state.flags |= ENDED;
  if ((state.flags & SYNC) !== 0) {
    emitReadable(stream, state);
  } else {
    state.flags = (state.flags & ~NEED_READABLE) | EMITTED_READABLE;
    emitReadableNow(stream, state);
  }
}

// --- read ---------------------------------------------------------------------------------------

// The smallest power of two which is not less than n.
function raiseHighWaterMark(n) {
  if (n > maxHighWaterMark) throw new codes.ERR_OUT_OF_RANGE('size', '<= 1GiB', n);
  let mark = 1;
  while (mark < n) mark *= 2;
  return mark;
}

// How much read(n) may take of what is there.
function readableAmount(state, n) {
  if (n <= 0 || (state.length === 0 && (state.flags & ENDED) !== 0)) return 0;
  if ((state.flags & OBJECT_MODE) !== 0) return 1;
  if (n !== n) {
    if ((state.flags & FLOWING) !== 0 && state.length > 0) {
      return state.buffer[state.bufferIndex].length;
    }
    return state.length;
  }
  if (n <= state.length) return n;
  return (state.flags & ENDED) !== 0 ? state.length : 0;
}

function read(n) {
  if (n === undefined) n = notANumber;
  else if (n !== 0 && !Number.isInteger(n)) n = Number.parseInt(n, 10);
  const state = this._readableState;
  const asked = n;
  if (n > state.highWaterMark) state.highWaterMark = raiseHighWaterMark(n);
  if (n !== 0) state.flags &= ~EMITTED_READABLE;
  else if (isFullEnough(state)) {
    // read(0) on a full buffer or at the end: only the event is wanted.
    if (state.length === 0 && (state.flags & ENDED) !== 0) endReadable(this);
    else emitReadable(this, state);
    return null;
  }
  n = readableAmount(state, n);
  if (n === 0 && (state.flags & ENDED) !== 0) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  const length = state.length;
  if ((length === 0 || length - n < state.highWaterMark || (state.flags & NEED_READABLE) !== 0) &&
      (state.flags & (ENDED | READING | DESTROYED | ERRORED | CONSTRUCTED)) === CONSTRUCTED) {
    callRead(this, state);
    // What _read() brought at once may be enough for what was asked.
    if ((state.flags & READING) === 0) n = readableAmount(state, asked);
  }
  return takeAndEmit(this, state, n, asked);
}

function isFullEnough(state) {
  const { flags, highWaterMark, length } = state;
  if ((flags & NEED_READABLE) === 0) return false;
  return (flags & ENDED) !== 0 || (highWaterMark === 0 ? length > 0 : length >= highWaterMark);
}

function callRead(stream, state) {
  state.flags |= READING | SYNC;
  if (state.length === 0) state.flags |= NEED_READABLE;
  try {
    stream._read(state.highWaterMark);
  } catch (error) {
    errorOrDestroy(stream, error);
  }
  state.flags &= ~SYNC;
}

function takeAndEmit(stream, state, n, asked) {
  const chunk = n > 0 ? take(state, n) : null;
  if (chunk === null) {
    if (state.length <= state.highWaterMark) state.flags |= NEED_READABLE;
    n = 0;
  } else {
    state.length -= n;
    forgetAwaitedDrains(state);
  }
  if (state.length === 0) {
    if ((state.flags & ENDED) === 0) state.flags |= NEED_READABLE;
    // The last chunk was taken: 'end' follows.
    else if (asked !== n) endReadable(stream);
  }
  if (chunk !== null && (state.flags & (ERROR_EMITTED | CLOSE_EMITTED)) === 0) {
    state.flags |= DATA_EMITTED;
    emitOne(stream, 'data', chunk);
  }
  return chunk;
}

// Removes n units of content from the buffer: an object, or n bytes or characters.
function take(state, n) {
  if (state.length === 0) return null;
  const { buffer, bufferIndex } = state;
  if ((state.flags & OBJECT_MODE) === 0) {
    if (!n || n >= state.length) return takeAll(state);
    const first = buffer[bufferIndex];
    const length = first.length;
    if (n < length) {
      buffer[bufferIndex] = first.slice(n);
      return first.slice(0, n);
    }
    if (n > length) return (state.flags & DECODER) !== 0 ? takeText(state, n) : takeBytes(state, n);
  }
  const chunk = buffer[bufferIndex];
  buffer[bufferIndex] = null;
  dropTaken(state, bufferIndex + 1);
  return chunk;
}

// Moves the beginning of the buffer to index; the array is cut now and then, not for every chunk.
function dropTaken(state, index) {
  if (index === state.buffer.length) {
    state.buffer.length = 0;
    state.bufferIndex = 0;
  } else if (index > 1024) {
    state.buffer.splice(0, index);
    state.bufferIndex = 0;
  } else {
    state.bufferIndex = index;
  }
}

function takeAll(state) {
  const { buffer, bufferIndex } = state;
  let all;
  if ((state.flags & DECODER) !== 0) {
    all = '';
    for (let i = bufferIndex; i < buffer.length; i++) all += buffer[i];
  } else if (buffer.length - bufferIndex === 0) {
    all = Buffer.alloc(0);
  } else if (buffer.length - bufferIndex === 1) {
    all = buffer[bufferIndex];
  } else {
    all = Buffer.concat(bufferIndex === 0 ? buffer : buffer.slice(bufferIndex), state.length);
  }
  dropTaken(state, buffer.length);
  return all;
}

// Takes n bytes which lie in several chunks.
function takeBytes(state, n) {
  const { buffer } = state;
  const parts = [];
  let index = state.bufferIndex;
  for (let missing = n; missing > 0;) {
    const part = buffer[index];
    if (part.length > missing) {
      parts.push(part.slice(0, missing));
      buffer[index] = part.slice(missing);
      break;
    }
    parts.push(part);
    missing -= part.length;
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

// --- reading ahead ------------------------------------------------------------------------------

function maybeReadMore(stream, state) {
  if ((state.flags & (READING_MORE | CONSTRUCTED)) !== CONSTRUCTED) return;
  state.flags |= READING_MORE;
  process.nextTick(readMore, stream, state);
}

// Reads ahead until the buffer is full or _read() brings nothing at once.
function readMore(stream, state) {
  while ((state.flags & (READING | ENDED)) === 0 &&
         (state.length < state.highWaterMark ||
          ((state.flags & FLOWING) !== 0 && state.length === 0))) {
    const { length } = state;
    stream.read(0);
    if (length === state.length) break;
  }
  state.flags &= ~READING_MORE;
}

// --- the end ------------------------------------------------------------------------------------

function endReadable(stream) {
  const state = stream._readableState;
  if ((state.flags & END_EMITTED) !== 0) return;
  state.flags |= ENDED;
  process.nextTick(emitEnd, state, stream);
}

function emitEnd(state, stream) {
  if ((state.flags & (ERRORED | CLOSE_EMITTED | END_EMITTED)) !== 0 || state.length !== 0) return;
  state.flags |= END_EMITTED;
  emitNone(stream, 'end');
  if (stream.writable && stream.allowHalfOpen === false) {
    process.nextTick(endWritable, stream);
  } else if ((state.flags & AUTO_DESTROY) !== 0) {
    const writable = stream._writableState;
    if (!writable ||
        (writable.autoDestroy && (writable.finished || writable.writable === false))) {
      stream.destroy();
    }
  }
}

function endWritable(stream) {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

// --- the class ----------------------------------------------------------------------------------

const { pipe, unpipe } = require('internal/streams/readable_pipe');

Object.assign(Readable.prototype, {
  destroy,
  _undestroy: undestroy,
  _destroy: function(err, cb) {
    cb(err);
  },
  push: function(chunk, encoding) {
    const state = this._readableState;
    if (chunk === null) {
      state.flags &= ~READING;
      onEnd(this, state);
      return false;
    }
    if ((state.flags & OBJECT_MODE) !== 0) return pushChunk(this, state, chunk, encoding);
    return pushBytes(this, state, chunk, encoding);
  },
  unshift: function(chunk, encoding) {
    const state = this._readableState;
    if (chunk === null) {
      state.flags &= ~READING;
      onEnd(this, state);
      return false;
    }
    if ((state.flags & OBJECT_MODE) !== 0) return unshiftChunk(this, state, chunk);
    return unshiftBytes(this, state, chunk, encoding);
  },
  isPaused: flowing.isPaused,
  setEncoding: function(enc) {
    const { StringDecoder } = require('string_decoder');
    const decoder = new StringDecoder(enc);
    const state = this._readableState;
    state.decoder = decoder;
    state.encoding = decoder.encoding;
    let content = '';
    for (let i = state.bufferIndex; i < state.buffer.length; i++) {
      content += decoder.write(state.buffer[i]);
    }
    state.buffer.length = 0;
    state.bufferIndex = 0;
    if (content !== '') state.buffer.push(content);
    state.length = content.length;
    return this;
  },
  read,
  _read: function() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_read()');
  },
  pipe,
  unpipe,
  on: flowing.on,
  addListener: flowing.on,
  removeListener: flowing.removeListener,
  off: flowing.removeListener,
  removeAllListeners: flowing.removeAllListeners,
  resume: flowing.resume,
  pause: flowing.pause,
  wrap: function(stream) {
    return require('internal/streams/readable_wrap').wrap(this, stream);
  },
  iterator: function(options) {
    if (options !== undefined) require('internal/validators').validateObject(options, 'options');
    return require('internal/streams/readable_iterator').iterate(this, options);
  },
});

const { defineProperties, defineStatics } = require('internal/streams/readable_properties');
module.exports = { Readable, maybeReadMore };
defineProperties(Readable);
defineStatics(Readable, take);
