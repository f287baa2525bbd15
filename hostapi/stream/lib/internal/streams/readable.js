'use strict';

// Readable: what becomes of a chunk between push() and 'data'. The order of the ticks is Node's.

const { Buffer } = require('buffer');
const { emitNone, emitOne } = require('internal/events/emit');
const { codes } = require('internal/errors');
const {
  bufferPrototype, byteLength, getPrototypeOf, invalidChunk, lengthOf, take, takeFirst, toBuffer,
} = require('internal/streams/chunks');
const { Stream } = require('internal/streams/legacy');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const flowing = require('internal/streams/readable_flow');
const { pipe, unpipe } = require('internal/streams/readable_pipe');
const { defineProperties, defineStatics } = require('internal/streams/readable_properties');
const { ReadableState } = require('internal/streams/readable_state');

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
  if (options.signal) {
    require('internal/streams/add-abort-signal').addAbortSignalChecked(options.signal, stream);
  }
}

function onConstructed(stream) {
  const state = stream._readableState;
  if (state.needReadable) maybeReadMore(stream, state);
}

// --- push and unshift ---------------------------------------------------------------------------

// Is there room for more? What push() returns.
function hasRoom(state) {
  return !state.ended && (state.length < state.highWaterMark || state.length === 0);
}

function pushBytes(stream, state, chunk, encoding) {
  let length = 0;
  if (typeof chunk === 'string') {
    encoding ||= state.defaultEncoding;
    if (state.encoding !== encoding) {
      chunk = Buffer.from(chunk, encoding);
      encoding = '';
    }
    length = lengthOf(chunk);
  } else if (chunk !== undefined) {
    // Most chunks are plain Buffers: they go straight on.
    const bytes = getPrototypeOf(chunk) === bufferPrototype ? chunk : toBuffer(chunk);
    if (bytes === undefined) {
      errorOrDestroy(stream, invalidChunk(chunk));
      return false;
    }
    chunk = bytes;
    encoding = '';
    length = byteLength(bytes);
  }
  if (length === 0) {
    state.reading = false;
    maybeReadMore(stream, state);
    return hasRoom(state);
  }
  return pushChunk(stream, state, chunk, encoding, length);
}

// length: 1 for an object.
function pushChunk(stream, state, chunk, encoding, length) {
  if (state.ended) {
    errorOrDestroy(stream, new codes.ERR_STREAM_PUSH_AFTER_EOF());
    return false;
  }
  if (state.destroyed || state.errored !== null) return false;
  state.reading = false;
  if (state.decoder !== null && !encoding) {
    chunk = state.decoder.write(chunk);
    if (!state.objectMode) length = chunk.length;
    if (length === 0) {
      maybeReadMore(stream, state);
      return hasRoom(state);
    }
  }
  addChunk(stream, state, chunk, length, false);
  return !state.ended && (state.length < state.highWaterMark || state.length === 0);
}

function forgetAwaitedDrains(state) {
  if (state.multiAwaitDrain) state.awaitDrainWriters.clear();
  else state.awaitDrainWriters = null;
}

// Hands chunk to the listeners at once when the stream flows, has nothing older, and did not just
// ask for it; otherwise keeps it.
function addChunk(stream, state, chunk, length, atFront) {
  if (state.flowing && state.length === 0 && !state.sync && state.dataListening) {
    if (state.awaitDrainWriters !== null) forgetAwaitedDrains(state);
    state.dataEmitted = true;
    emitOne(stream, 'data', chunk);
  } else {
    state.length += length;
    if (!atFront) state.buffer.push(chunk);
    else if (state.bufferIndex > 0) state.buffer[--state.bufferIndex] = chunk;
    else state.buffer.unshift(chunk);
    if (state.needReadable) emitReadable(stream, state);
  }
  if (!state.readingMore) maybeReadMore(stream, state);
}

function unshiftBytes(stream, state, chunk, encoding) {
  if (typeof chunk === 'string') {
    encoding ||= state.defaultEncoding;
    if (state.encoding !== encoding) {
      // What comes back has been decoded once, and does not go through the decoder again.
      chunk = Buffer.from(chunk, encoding);
      if (state.encoding) chunk = chunk.toString(state.encoding);
    }
  } else if (chunk !== undefined) {
    const bytes = toBuffer(chunk);
    if (bytes === undefined) {
      errorOrDestroy(stream, invalidChunk(chunk));
      return false;
    }
    chunk = bytes;
  }
  const length = chunk === undefined ? 0 : lengthOf(chunk);
  if (length === 0) return hasRoom(state);
  return unshiftChunk(stream, state, chunk, length);
}

function unshiftChunk(stream, state, chunk, length) {
  if (state.endEmitted) {
    errorOrDestroy(stream, new codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT());
  } else if (state.destroyed || state.errored !== null) {
    return false;
  } else {
    addChunk(stream, state, chunk, length, true);
  }
  return hasRoom(state);
}

// push(null): no more will come.
function onEnd(stream, state) {
  state.reading = false;
  if (state.ended) return;
  if (state.decoder !== null) {
    const rest = state.decoder.end();
    if (rest && rest.length > 0) {
      state.buffer.push(rest);
      state.length += state.objectMode ? 1 : rest.length;
    }
  }
  state.ended = true;
  if (state.sync) {
    emitReadable(stream, state);
  } else {
    state.needReadable = false;
    state.emittedReadable = true;
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

// How much read(n) may take of what is there; for NaN one chunk if the stream flows, or else all.
function readableAmount(state, n) {
  const { length } = state;
  if (n <= 0 || (length === 0 && state.ended)) return 0;
  if (state.objectMode) return 1;
  if (n !== n) {
    return state.flowing && length > 0 ? lengthOf(state.buffer[state.bufferIndex]) : length;
  }
  if (n <= length) return n;
  return state.ended ? length : 0;
}

function read(n) {
  const state = this._readableState;
  if (n === 0) return readNothing(this, state);
  if (n === undefined) {
    if (state.flowing) return readFlowing(this, state);
    n = notANumber;
  } else if (!Number.isInteger(n)) {
    n = Number.parseInt(n, 10);
    if (n === 0) return readNothing(this, state);
  }
  if (n > state.highWaterMark) state.highWaterMark = raiseHighWaterMark(n);
  state.emittedReadable = false;
  const asked = n;
  n = readableAmount(state, asked);
  if (n === 0 && state.ended) {
    if (state.length === 0) endReadable(this, state);
    return null;
  }
  if (wantsMore(state) && (state.length === 0 || state.length - n < state.highWaterMark ||
      state.needReadable)) {
    callRead(this, state);
    // What _read() brought at once may be enough for what was asked.
    if (!state.reading) n = readableAmount(state, asked);
  }
  return giveOut(this, state, n > 0 ? take(state, n) : null, n, asked);
}

// read(0): starts reading, or announces what is there.
function readNothing(stream, state) {
  if (state.ended) {
    if (state.length === 0) endReadable(stream, state);
    else if (state.needReadable) emitReadable(stream, state);
    return null;
  }
  if (state.needReadable && isFullEnough(state)) {
    emitReadable(stream, state);
    return null;
  }
  if (wantsMore(state) && (state.length < state.highWaterMark || state.length === 0 ||
      state.needReadable)) {
    callRead(stream, state);
  }
  if (state.length <= state.highWaterMark) state.needReadable = true;
  return null;
}

function isFullEnough(state) {
  const { highWaterMark, length } = state;
  return highWaterMark === 0 ? length > 0 : length >= highWaterMark;
}

// read() of a flowing stream takes the first chunk. This is the path of all data which is not taken
// at once by addChunk(), and does no more than it must.
function readFlowing(stream, state) {
  const { buffer, length } = state;
  state.emittedReadable = false;
  if (length === 0 && state.ended) {
    endReadable(stream, state);
    return null;
  }
  const first = buffer[state.bufferIndex];
  if (wantsMore(state) && (length < state.highWaterMark || length === 0 || state.needReadable ||
      length - sizeOf(state, first) < state.highWaterMark)) {
    callRead(stream, state);
    if (!state.flowing || (state.reading && buffer[state.bufferIndex] !== first)) {
      // _read() paused the stream or put something before the first chunk.
      const n = state.reading ? sizeOf(state, first) : readableAmount(state, notANumber);
      return giveOut(stream, state, n > 0 ? take(state, n) : null, n, notANumber);
    }
  }
  if (state.length === 0) return giveOut(stream, state, null, 0, notANumber);
  const chunk = takeFirst(state);
  return giveOut(stream, state, chunk, sizeOf(state, chunk), notANumber);
}

function sizeOf(state, chunk) {
  if (state.objectMode) return 1;
  return chunk === undefined ? 0 : lengthOf(chunk);
}

// May _read() be called?
function wantsMore(state) {
  return !state.reading && !state.ended && !state.destroyed && state.errored === null &&
    state.constructed;
}

function callRead(stream, state) {
  state.reading = true;
  state.sync = true;
  if (state.length === 0) state.needReadable = true;
  try {
    stream._read(state.highWaterMark);
  } catch (error) {
    errorOrDestroy(stream, error);
  }
  state.sync = false;
}

// The end of read(asked): counts and emits what was taken, n units of content or null.
function giveOut(stream, state, chunk, n, asked) {
  if (chunk === null) {
    if (state.length <= state.highWaterMark) state.needReadable = true;
    n = 0;
  } else {
    state.length -= n;
    if (state.awaitDrainWriters !== null) forgetAwaitedDrains(state);
  }
  if (state.length === 0) {
    if (!state.ended) state.needReadable = true;
    // The last chunk was taken: 'end' follows.
    else if (asked !== n) endReadable(stream, state);
  }
  if (chunk !== null && !state.errorEmitted && !state.closeEmitted) {
    state.dataEmitted = true;
    emitOne(stream, 'data', chunk);
  }
  return chunk;
}

// --- reading ahead ------------------------------------------------------------------------------

function maybeReadMore(stream, state) {
  if (state.readingMore || !state.constructed) return;
  state.readingMore = true;
  process.nextTick(readMore, stream, state);
}

// Reads ahead until the buffer is full or _read() brings nothing at once.
function readMore(stream, state) {
  while (!state.reading && !state.ended &&
         (state.length < state.highWaterMark || (state.flowing && state.length === 0))) {
    const { length } = state;
    stream.read(0);
    if (length === state.length) break;
  }
  state.readingMore = false;
}

// --- the end ------------------------------------------------------------------------------------

function endReadable(stream, state) {
  if (state.endEmitted) return;
  state.ended = true;
  process.nextTick(emitEnd, state, stream);
}

function emitEnd(state, stream) {
  if (state.errored !== null || state.closeEmitted || state.endEmitted) return;
  if (state.length !== 0) return;
  state.endEmitted = true;
  emitNone(stream, 'end');
  if (stream.writable && stream.allowHalfOpen === false) {
    process.nextTick(endWritable, stream);
  } else if (state.autoDestroy) {
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

// Decodes what is there already.
function setEncoding(enc) {
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
}

Object.assign(Readable.prototype, {
  destroy,
  _undestroy: undestroy,
  _destroy: function(err, cb) {
    cb(err);
  },
  push: function(chunk, encoding) {
    const state = this._readableState;
    if (chunk === null) {
      onEnd(this, state);
      return false;
    }
    if (state.objectMode) return pushChunk(this, state, chunk, encoding, 1);
    return pushBytes(this, state, chunk, encoding);
  },
  unshift: function(chunk, encoding) {
    const state = this._readableState;
    if (chunk === null) {
      onEnd(this, state);
      return false;
    }
    if (state.objectMode) return unshiftChunk(this, state, chunk, 1);
    return unshiftBytes(this, state, chunk, encoding);
  },
  isPaused: flowing.isPaused,
  setEncoding,
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
defineProperties(Readable);
defineStatics(Readable, take);

module.exports = { Readable, maybeReadMore };
