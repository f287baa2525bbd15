'use strict';

// Writable: a chunk from write() to its callback. The order of the ticks is Node's.

const { Buffer } = require('buffer');
const { emitNone } = require('internal/events/emit');
const { codes } = require('internal/errors');
const { Stream } = require('internal/streams/legacy');
const {
  CONSTRUCTED, DESTROYED, ERRORED, OBJECT_MODE,
} = require('internal/streams/bits');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const {
  AFTER_WRITE_INFO, AFTER_WRITE_PENDING, ALL_BUFFERS, ALL_NOOP, BUFFERED, BUFFER_PROCESSING,
  CORKED, DECODE_STRINGS, DEFAULT_UTF8, ENDED, ENDING, EXPECT_WRITE_CALLBACK, FINISHED,
  NEED_DRAIN, ON_FINISHED, SYNC, WRITE_CALLBACK, WRITING, WritableState,
} = require('internal/streams/writable_state');
const { callFinishCallbacks, finishMaybe } = require('internal/streams/writable_finish');
const { defineProperties, defineSymbols } = require('internal/streams/writable_properties');

function nop() {}

function Writable(options) {
  if (!(this instanceof Writable)) return new Writable(options);
  this._events ??= {
    close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
  };
  this._writableState = new WritableState(options, this, false, onwrite);
  if (options) applyOptions(this, options);
  Stream.call(this, options);
  if (this._construct !== undefined && this._construct !== null) {
    construct(this, () => onConstructed(this));
  }
}
Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream);

function applyOptions(stream, options) {
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add-abort-signal').addAbortSignal(options.signal, stream);
}

function onConstructed(stream) {
  const state = stream._writableState;
  if ((state.flags & WRITING) === 0) clearBuffer(stream, state);
  if ((state.flags & ENDING) !== 0) finishMaybe(stream, state);
}

// --- write --------------------------------------------------------------------------------------

function invalidChunk(chunk) {
  return new codes.ERR_INVALID_ARG_TYPE(
    'chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
}

function checkEncoding(encoding) {
  if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
}

// Returns whether more should be written now, or the error when nothing can be written any more.
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  if (typeof callback !== 'function') callback = nop;
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if ((state.flags & OBJECT_MODE) === 0) {
    if (!encoding) {
      encoding = (state.flags & DEFAULT_UTF8) !== 0 ? 'utf8' : state.defaultEncoding;
    } else {
      checkEncoding(encoding);
    }
    if (typeof chunk === 'string') {
      if ((state.flags & DECODE_STRINGS) !== 0) {
        chunk = Buffer.from(chunk, encoding);
        encoding = 'buffer';
      }
    } else if (chunk instanceof Buffer) {
      encoding = 'buffer';
    } else if (ArrayBuffer.isView(chunk)) {
      chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      encoding = 'buffer';
    } else {
      throw invalidChunk(chunk);
    }
  }
  if ((state.flags & (ENDING | DESTROYED)) !== 0) return refuseWrite(stream, state, callback);
  state.pendingcb++;
  return writeOrQueue(stream, state, chunk, encoding, callback);
}

function refuseWrite(stream, state, callback) {
  const error = (state.flags & ENDING) !== 0 ?
    new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_DESTROYED('write');
  process.nextTick(callback, error);
  errorOrDestroy(stream, error, true);
  return error;
}

function lengthOf(state, chunk) {
  return (state.flags & OBJECT_MODE) !== 0 ? 1 : chunk.length;
}

// Calls _write() at once when the stream is idle; otherwise the chunk waits.
function writeOrQueue(stream, state, chunk, encoding, callback) {
  const length = lengthOf(state, chunk);
  state.length += length;
  if ((state.flags & (WRITING | ERRORED | CORKED | CONSTRUCTED)) !== CONSTRUCTED) {
    if ((state.flags & BUFFERED) === 0) {
      state.flags |= BUFFERED;
      state.queue = [];
    }
    state.queue.push({ chunk, encoding, callback });
    if (encoding !== 'buffer') state.flags &= ~ALL_BUFFERS;
    if (callback !== nop) state.flags &= ~ALL_NOOP;
  } else {
    beginWrite(state, length, callback);
    stream._write(chunk, encoding, state.onwrite);
    state.flags &= ~SYNC;
  }
  // A chunk which was written at once counts no more.
  const hasRoom = state.length < state.highWaterMark || state.length === 0;
  if (!hasRoom) state.flags |= NEED_DRAIN;
  return hasRoom && (state.flags & (DESTROYED | ERRORED)) === 0;
}

// SYNC holds until _write() has returned: a callback before that is told in a tick.
function beginWrite(state, length, callback) {
  state.writelen = length;
  if (callback === nop) {
    state.flags |= WRITING | SYNC | EXPECT_WRITE_CALLBACK;
  } else {
    state.writeCallback = callback;
    state.flags |= WRITING | SYNC | EXPECT_WRITE_CALLBACK | WRITE_CALLBACK;
  }
}

// --- after a write ------------------------------------------------------------------------------

// The callback of _write(), bound to the stream.
function onwrite(stream, error) {
  const state = stream._writableState;
  if ((state.flags & EXPECT_WRITE_CALLBACK) === 0) {
    errorOrDestroy(stream, new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  const callback = (state.flags & WRITE_CALLBACK) !== 0 ? state.writeCallback : nop;
  const wasSync = (state.flags & SYNC) !== 0;
  state.writeCallback = undefined;
  state.flags &= ~(WRITING | EXPECT_WRITE_CALLBACK | WRITE_CALLBACK);
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    noteWriteError(stream, state, error);
    if (wasSync) process.nextTick(onWriteError, stream, state, error, callback);
    else onWriteError(stream, state, error, callback);
    return;
  }
  if ((state.flags & BUFFERED) !== 0) clearBuffer(stream, state);
  if (wasSync) afterSyncWrite(stream, state, callback);
  else afterWrite(stream, state, 1, callback);
}

// Calls of the same callback share one tick; without a callback a stream of bytes has no tick unless
// there is something to tell.
function afterSyncWrite(stream, state, callback) {
  if (callback === nop) {
    const needsTick = (state.flags & OBJECT_MODE) !== 0 ||
      ((state.flags & NEED_DRAIN) !== 0 && state.length === 0);
    if (needsTick && (state.flags & AFTER_WRITE_PENDING) === 0) {
      process.nextTick(afterWrite, stream, state, 1, callback);
      state.flags |= AFTER_WRITE_PENDING;
    } else {
      state.pendingcb--;
      if ((state.flags & ENDING) !== 0) finishMaybe(stream, state, true);
    }
  } else if ((state.flags & AFTER_WRITE_INFO) !== 0 && state.afterWriteInfo.cb === callback) {
    state.afterWriteInfo.count++;
  } else {
    state.afterWriteInfo = { count: 1, cb: callback, stream, state };
    state.flags |= AFTER_WRITE_PENDING | AFTER_WRITE_INFO;
    process.nextTick(afterWriteTick, state.afterWriteInfo);
  }
}

function afterWriteTick({ stream, state, count, cb }) {
  state.flags &= ~AFTER_WRITE_INFO;
  state.afterWriteInfo = null;
  afterWrite(stream, state, count, cb);
}

function afterWrite(stream, state, count, callback) {
  state.flags &= ~AFTER_WRITE_PENDING;
  if ((state.flags & (ENDING | NEED_DRAIN | DESTROYED)) === NEED_DRAIN && state.length === 0) {
    state.flags &= ~NEED_DRAIN;
    emitNone(stream, 'drain');
  }
  while (count-- > 0) {
    state.pendingcb--;
    callback(null);
  }
  if ((state.flags & DESTROYED) !== 0) failQueue(state);
  if ((state.flags & ENDING) !== 0) finishMaybe(stream, state, true);
}

function noteWriteError(stream, state, error) {
  if ((state.flags & ERRORED) === 0) state.errored = error;
  const readable = stream._readableState;
  if (readable && !readable.errored) readable.errored = error;
}

function onWriteError(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  // Callbacks of what waited come before 'error', so that they can still look at the stream.
  failQueue(state);
  errorOrDestroy(stream, error);
}

// Tells those whose chunks or whose end() will never be served.
function failQueue(state) {
  if ((state.flags & WRITING) !== 0) return;
  if ((state.flags & BUFFERED) !== 0) {
    const { queue } = state;
    for (let i = state.bufferedIndex; i < queue.length; i++) {
      const { chunk, callback } = queue[i];
      state.length -= lengthOf(state, chunk);
      callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('write'));
    }
  }
  callFinishCallbacks(state, state.errored ?? new codes.ERR_STREAM_DESTROYED('end'));
  WritableState.reset(state);
}

// --- the queue ----------------------------------------------------------------------------------

function clearBuffer(stream, state) {
  if ((state.flags & (DESTROYED | BUFFER_PROCESSING | CORKED | BUFFERED | CONSTRUCTED)) !==
      (BUFFERED | CONSTRUCTED)) {
    return;
  }
  state.flags |= BUFFER_PROCESSING;
  if (state.queue.length - state.bufferedIndex > 1 && stream._writev) writeTogether(stream, state);
  else writeOneByOne(stream, state);
  state.flags &= ~BUFFER_PROCESSING;
}

function writeTogether(stream, state) {
  const { queue, bufferedIndex } = state;
  const allNoop = (state.flags & ALL_NOOP) !== 0;
  state.pendingcb -= queue.length - bufferedIndex - 1;
  const callback = allNoop ? nop : (error) => {
    for (let i = bufferedIndex; i < queue.length; i++) queue[i].callback(error);
  };
  // The callbacks need the queue as it is; without them _writev() can have it.
  const chunks = allNoop && bufferedIndex === 0 ? queue : queue.slice(bufferedIndex);
  chunks.allBuffers = (state.flags & ALL_BUFFERS) !== 0;
  beginWrite(state, state.length, callback);
  if ((state.flags & DESTROYED) !== 0) state.onwrite(new codes.ERR_STREAM_DESTROYED('write'));
  else stream._writev(chunks, state.onwrite);
  state.flags &= ~SYNC;
  WritableState.reset(state);
}

function writeOneByOne(stream, state) {
  const { queue } = state;
  let index = state.bufferedIndex;
  do {
    const { chunk, encoding, callback } = queue[index];
    queue[index++] = null;
    beginWrite(state, lengthOf(state, chunk), callback);
    if ((state.flags & DESTROYED) !== 0) state.onwrite(new codes.ERR_STREAM_DESTROYED('write'));
    else stream._write(chunk, encoding, state.onwrite);
    state.flags &= ~SYNC;
  } while (index < queue.length && (state.flags & WRITING) === 0);
  if (index === queue.length) {
    WritableState.reset(state);
  } else if (index > 256) {
    queue.splice(0, index);
    state.bufferedIndex = 0;
  } else {
    state.bufferedIndex = index;
  }
}

// --- end ----------------------------------------------------------------------------------------

// What end() tells its callback at once: an error, null when all is written, undefined if not yet.
function endResult(state, error) {
  if (error) return error;
  if ((state.flags & ERRORED) !== 0) return state.errorValue;
  if ((state.flags & FINISHED) !== 0) return null;
  return undefined;
}

function beginEnd(stream, state) {
  if ((state.flags & (ERRORED | ENDING)) === 0) {
    // The callbacks of pending writes come before 'finish', hence a tick even if all is written.
    state.flags |= ENDING;
    finishMaybe(stream, state, true);
    state.flags |= ENDED;
    return undefined;
  }
  if ((state.flags & FINISHED) !== 0) return new codes.ERR_STREAM_ALREADY_FINISHED('end');
  if ((state.flags & DESTROYED) !== 0) return new codes.ERR_STREAM_DESTROYED('end');
  return undefined;
}

function end(chunk, encoding, cb) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    cb = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    cb = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const result = write(this, chunk, encoding);
    if (result instanceof Error) error = result;
  }
  if ((state.flags & CORKED) !== 0) {
    state.corked = 1;
    this.uncork();
  }
  if (!error) error = beginEnd(this, state);
  if (typeof cb === 'function') {
    const result = endResult(state, error);
    if (result === undefined) addFinishCallback(state, cb);
    else if (result === null) process.nextTick(cb);
    else process.nextTick(cb, result);
  }
  return this;
}

function addFinishCallback(state, callback) {
  if ((state.flags & ON_FINISHED) === 0) {
    state.flags |= ON_FINISHED;
    state.finishCallbacks = [];
  }
  state.finishCallbacks.push(callback);
}

// --- the class ----------------------------------------------------------------------------------

Object.assign(Writable.prototype, {
  // A writable stream cannot be read, so its pipe() says so.
  pipe: function() {
    errorOrDestroy(this, new codes.ERR_STREAM_CANNOT_PIPE());
  },
  write: function(chunk, encoding, cb) {
    if (typeof encoding === 'function') {
      cb = encoding;
      encoding = null;
    }
    return write(this, chunk, encoding, cb) === true;
  },
  cork: function() {
    const state = this._writableState;
    state.flags |= CORKED;
    state.corked++;
  },
  uncork: function() {
    const state = this._writableState;
    if (!state.corked) return;
    state.corked--;
    if (!state.corked) state.flags &= ~CORKED;
    if ((state.flags & WRITING) === 0) clearBuffer(this, state);
  },
  setDefaultEncoding: function setDefaultEncoding(encoding) {
    if (typeof encoding === 'string') encoding = encoding.toLowerCase();
    if (!Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    this._writableState.defaultEncoding = encoding;
    return this;
  },
  _write: function(chunk, encoding, cb) {
    if (!this._writev) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_write()');
    this._writev([{ chunk, encoding }], cb);
  },
  _writev: null,
  end,
});

defineProperties(Writable);
Object.assign(Writable.prototype, {
  destroy: function(err, cb) {
    const state = this._writableState;
    if ((state.flags & DESTROYED) === 0 && (state.flags & (BUFFERED | ON_FINISHED)) !== 0) {
      process.nextTick(failQueue, state);
    }
    destroy.call(this, err, cb);
    return this;
  },
  _undestroy: undestroy,
  _destroy: function(err, cb) {
    cb(err);
  },
});
defineSymbols(Writable);

module.exports = { Writable, onConstructed, onwrite };
