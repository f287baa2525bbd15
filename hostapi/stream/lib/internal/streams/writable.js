'use strict';

// Writable: a chunk from write() to its callback. The order of the ticks is Node's.

const { Buffer } = require('buffer');
const { emitNone } = require('internal/events/emit');
const { codes } = require('internal/errors');
const {
  bufferPrototype, getPrototypeOf, invalidChunk, lengthOf, toBuffer,
} = require('internal/streams/chunks');
const { Stream } = require('internal/streams/legacy');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const { callFinishCallbacks, finishMaybe } = require('internal/streams/writable_finish');
const { defineProperties, defineSymbols } = require('internal/streams/writable_properties');
const { WritableState, resetBuffer } = require('internal/streams/writable_state');

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
  if (options.signal) {
    require('internal/streams/add-abort-signal').addAbortSignalChecked(options.signal, stream);
  }
}

function onConstructed(stream) {
  const state = stream._writableState;
  if (!state.writing) clearBuffer(stream, state);
  if (state.ending) finishMaybe(stream, state);
}

// --- write --------------------------------------------------------------------------------------

function checkEncoding(encoding) {
  if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
}

function toBytes(chunk) {
  const bytes = toBuffer(chunk);
  if (bytes === undefined) throw invalidChunk(chunk);
  return bytes;
}

// Returns whether more should be written now, or the error when nothing can be written any more.
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  if (typeof callback !== 'function') callback = nop;
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  let length = 1;
  if (!state.objectMode) {
    if (!encoding) encoding = state.defaultEncoding;
    else checkEncoding(encoding);
    if (typeof chunk !== 'string') {
      // Most chunks are plain Buffers: they go straight on.
      if (chunk === undefined || getPrototypeOf(chunk) !== bufferPrototype) {
        chunk = toBytes(chunk);
      }
      encoding = 'buffer';
    } else if (state.decodeStrings) {
      chunk = Buffer.from(chunk, encoding);
      encoding = 'buffer';
    }
    length = lengthOf(chunk);
  }
  if (state.ending || state.destroyed) return refuseWrite(stream, state, callback);
  state.pendingcb++;
  return writeOrQueue(stream, state, chunk, encoding, callback, length);
}

function refuseWrite(stream, state, callback) {
  const error = state.ending ?
    new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_DESTROYED('write');
  process.nextTick(callback, error);
  errorOrDestroy(stream, error, true);
  return error;
}

// Calls _write() at once when the stream is idle; otherwise the chunk waits.
function writeOrQueue(stream, state, chunk, encoding, callback, length) {
  state.length += length;
  if (state.writing || state.corked || state.errored !== null || !state.constructed) {
    if (state.buffered === null) state.buffered = [];
    state.buffered.push({ chunk, encoding, callback });
    if (encoding !== 'buffer') state.allBuffers = false;
    if (callback !== nop) state.allNoop = false;
  } else {
    beginWrite(state, length, callback);
    stream._write(chunk, encoding, state.onwrite);
    state.sync = false;
  }
  // A chunk which was written at once counts no more.
  const hasRoom = state.length < state.highWaterMark || state.length === 0;
  if (!hasRoom) state.needDrain = true;
  return hasRoom && !state.destroyed && state.errored === null;
}

// sync holds until _write() has returned: a callback before that is told in a tick.
function beginWrite(state, length, callback) {
  state.writelen = length;
  if (callback !== nop) state.writecb = callback;
  state.writing = true;
  state.sync = true;
  state.expectWriteCallback = true;
}

// --- after a write ------------------------------------------------------------------------------

// The callback of _write(), bound to the stream.
function onwrite(stream, error) {
  const state = stream._writableState;
  if (!state.expectWriteCallback) {
    errorOrDestroy(stream, new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  const callback = state.writecb ?? nop;
  const wasSync = state.sync;
  if (callback !== nop) state.writecb = null;
  state.writing = false;
  state.expectWriteCallback = false;
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    noteWriteError(stream, state, error);
    if (wasSync) process.nextTick(onWriteError, stream, state, error, callback);
    else onWriteError(stream, state, error, callback);
    return;
  }
  if (state.buffered !== null) clearBuffer(stream, state);
  if (wasSync) afterSyncWrite(stream, state, callback);
  else afterWrite(stream, state, 1, callback);
}

// Calls of the same callback share one tick; without a callback a stream of bytes has no tick
// unless there is something to tell.
function afterSyncWrite(stream, state, callback) {
  if (callback === nop) {
    const needsTick = state.objectMode || (state.needDrain && state.length === 0);
    if (needsTick && !state.afterWritePending) {
      state.afterWritePending = true;
      process.nextTick(afterWrite, stream, state, 1, callback);
    } else {
      state.pendingcb--;
      if (state.ending) finishMaybe(stream, state, true);
    }
  } else if (state.afterWriteTickInfo !== null && state.afterWriteTickInfo.cb === callback) {
    state.afterWriteTickInfo.count++;
  } else {
    state.afterWriteTickInfo = { count: 1, cb: callback, stream, state };
    state.afterWritePending = true;
    process.nextTick(afterWriteTick, state.afterWriteTickInfo);
  }
}

function afterWriteTick({ stream, state, count, cb }) {
  state.afterWriteTickInfo = null;
  afterWrite(stream, state, count, cb);
}

function afterWrite(stream, state, count, callback) {
  state.afterWritePending = false;
  if (state.needDrain && state.length === 0 && !state.ending && !state.destroyed) {
    state.needDrain = false;
    emitNone(stream, 'drain');
  }
  while (count-- > 0) {
    state.pendingcb--;
    callback(null);
  }
  if (state.destroyed) failBuffer(state);
  if (state.ending) finishMaybe(stream, state, true);
}

function noteWriteError(stream, state, error) {
  if (!state.errored) state.errored = error;
  const readable = stream._readableState;
  if (readable && !readable.errored) readable.errored = error;
}

function onWriteError(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  // Callbacks of what waited come before 'error', so that they can still look at the stream.
  failBuffer(state);
  errorOrDestroy(stream, error);
}

// Tells those whose chunks or whose end() will never be served.
function failBuffer(state) {
  if (state.writing) return;
  const { buffered } = state;
  for (let i = state.bufferedIndex; buffered !== null && i < buffered.length; i++) {
    const { chunk, callback } = buffered[i];
    state.length -= state.objectMode ? 1 : lengthOf(chunk);
    callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('write'));
  }
  callFinishCallbacks(state, state.errored ?? new codes.ERR_STREAM_DESTROYED('end'));
  resetBuffer(state);
}

// --- chunks which wait --------------------------------------------------------------------------

function clearBuffer(stream, state) {
  if (state.buffered === null || state.destroyed || state.bufferProcessing || state.corked ||
      !state.constructed) {
    return;
  }
  state.bufferProcessing = true;
  if (stream._writev && state.buffered.length - state.bufferedIndex > 1) {
    writeTogether(stream, state);
  } else {
    writeOneByOne(stream, state);
  }
  state.bufferProcessing = false;
}

function writeTogether(stream, state) {
  const { allNoop, buffered, bufferedIndex } = state;
  state.pendingcb -= buffered.length - bufferedIndex - 1;
  const callback = allNoop ? nop : (error) => {
    for (let i = bufferedIndex; i < buffered.length; i++) buffered[i].callback(error);
  };
  // The callbacks need the array as it is; without them _writev() can have it.
  const chunks = allNoop && bufferedIndex === 0 ? buffered : buffered.slice(bufferedIndex);
  chunks.allBuffers = state.allBuffers;
  beginWrite(state, state.length, callback);
  if (state.destroyed) state.onwrite(new codes.ERR_STREAM_DESTROYED('write'));
  else stream._writev(chunks, state.onwrite);
  state.sync = false;
  resetBuffer(state);
}

function writeOneByOne(stream, state) {
  const { buffered } = state;
  let index = state.bufferedIndex;
  do {
    const { chunk, encoding, callback } = buffered[index];
    buffered[index++] = null;
    beginWrite(state, state.objectMode ? 1 : lengthOf(chunk), callback);
    if (state.destroyed) state.onwrite(new codes.ERR_STREAM_DESTROYED('write'));
    else stream._write(chunk, encoding, state.onwrite);
    state.sync = false;
  } while (index < buffered.length && !state.writing);
  if (index === buffered.length) {
    resetBuffer(state);
  } else if (index > 256) {
    buffered.splice(0, index);
    state.bufferedIndex = 0;
  } else {
    state.bufferedIndex = index;
  }
}

// --- end ----------------------------------------------------------------------------------------

// What end() tells its callback at once: an error, null when all is written, undefined if not yet.
function endResult(state, error) {
  if (error) return error;
  if (state.errored) return state.errored;
  if (state.finished) return null;
  return undefined;
}

function beginEnd(stream, state) {
  if (!state.errored && !state.ending) {
    // The callbacks of pending writes come before 'finish', hence a tick even if all is written.
    state.ending = true;
    finishMaybe(stream, state, true);
    state.ended = true;
    return undefined;
  }
  if (state.finished) return new codes.ERR_STREAM_ALREADY_FINISHED('end');
  if (state.destroyed) return new codes.ERR_STREAM_DESTROYED('end');
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
  if (state.corked) {
    state.corked = 1;
    this.uncork();
  }
  if (!error) error = beginEnd(this, state);
  if (typeof cb === 'function') {
    const result = endResult(state, error);
    if (result === undefined) (state.finishCallbacks ??= []).push(cb);
    else if (result === null) process.nextTick(cb);
    else process.nextTick(cb, result);
  }
  return this;
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
    this._writableState.corked++;
  },
  uncork: function() {
    const state = this._writableState;
    if (!state.corked) return;
    state.corked--;
    if (!state.writing) clearBuffer(this, state);
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
    if (!state.destroyed && (state.buffered !== null || state.finishCallbacks !== null)) {
      process.nextTick(failBuffer, state);
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
