'use strict';

// The end of streams: destroy, the errors on the way there, and _construct at their beginning.

const { AbortError, aggregateTwoErrors, codes } = require('internal/errors');
const { emitNone } = require('internal/events/emit');

const kConstruct = Symbol('kConstruct');
const kDestroy = Symbol('kDestroy');

// Notes error as the reason of the stream's end, unless there is one.
function noteError(stream, error) {
  if (!error) return;
  const { _writableState: writable, _readableState: readable } = stream;
  if (writable && !writable.errored) writable.errored = error;
  if (readable && !readable.errored) readable.errored = error;
}

// The method destroy of all streams; callback is for callers inside the core.
function destroy(error, callback) {
  const { _readableState: readable, _writableState: writable } = this;
  const state = writable || readable;
  if (writable?.destroyed || readable?.destroyed) {
    if (typeof callback === 'function') callback();
    return this;
  }
  noteError(this, error);
  if (writable) writable.destroyed = true;
  if (readable) readable.destroyed = true;
  if (!state.constructed) {
    this.once(kDestroy, (constructError) => {
      runDestroy(this, aggregateTwoErrors(constructError, error), callback);
    });
  } else {
    runDestroy(this, error, callback);
  }
  return this;
}

function runDestroy(stream, error, callback) {
  let called = false;
  function onDestroy(destroyError) {
    if (called) return;
    called = true;
    noteError(stream, destroyError);
    if (stream._writableState) stream._writableState.closed = true;
    if (stream._readableState) stream._readableState.closed = true;
    if (typeof callback === 'function') callback(destroyError);
    if (destroyError) process.nextTick(emitErrorAndClose, stream, destroyError);
    else process.nextTick(emitClose, stream);
  }
  try {
    stream._destroy(error || null, onDestroy);
  } catch (thrown) {
    onDestroy(thrown);
  }
}

function emitErrorAndClose(stream, error) {
  emitError(stream, error);
  emitClose(stream);
}

function emitClose(stream) {
  const { _readableState: readable, _writableState: writable } = stream;
  if (writable) writable.closeEmitted = true;
  if (readable) readable.closeEmitted = true;
  if (writable?.emitClose || readable?.emitClose) emitNone(stream, 'close');
}

function emitError(stream, error) {
  if (stream._writableState?.errorEmitted || stream._readableState?.errorEmitted) return;
  if (stream._writableState) stream._writableState.errorEmitted = true;
  if (stream._readableState) stream._readableState.errorEmitted = true;
  stream.emit('error', error);
}

// Makes a stream as it was before destroy(); sockets which connect anew need it.
function undestroy() {
  const { _readableState: readable, _writableState: writable } = this;
  for (const state of [readable, writable]) {
    if (!state) continue;
    state.constructed = true;
    state.destroyed = false;
    state.closed = false;
    state.closeEmitted = false;
    state.errored = null;
    state.errorEmitted = false;
  }
  if (readable) {
    readable.reading = false;
    readable.ended = readable.readable === false;
    readable.endEmitted = readable.readable === false;
  }
  if (writable) {
    writable.finalCalled = false;
    writable.prefinished = false;
    writable.ended = writable.writable === false;
    writable.ending = writable.writable === false;
    writable.finished = writable.writable === false;
  }
}

// An error of the stream: destroys it, or only emits the error when it is not to destroy itself.
// later: from a tick. The stream may be of another library.
function errorOrDestroy(stream, error, later) {
  const { _readableState: readable, _writableState: writable } = stream;
  if (writable?.destroyed || readable?.destroyed) return;
  if (readable?.autoDestroy || writable?.autoDestroy) {
    stream.destroy(error);
  } else if (error) {
    noteError(stream, error);
    if (later) process.nextTick(emitError, stream, error);
    else emitError(stream, error);
  }
}

// Runs the stream's _construct in a tick and then callback. On a duplex stream both sides call it.
function construct(stream, callback) {
  if (typeof stream._construct !== 'function') return;
  if (stream._readableState) stream._readableState.constructed = false;
  if (stream._writableState) stream._writableState.constructed = false;
  stream.once(kConstruct, callback);
  if (stream.listenerCount(kConstruct) === 1) process.nextTick(runConstruct, stream);
}

function runConstruct(stream) {
  let called = false;
  function onConstruct(error) {
    if (called) {
      errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    const { _readableState: readable, _writableState: writable } = stream;
    if (readable) readable.constructed = true;
    if (writable) writable.constructed = true;
    if ((writable || readable).destroyed) stream.emit(kDestroy, error);
    else if (error) errorOrDestroy(stream, error, true);
    else stream.emit(kConstruct);
  }
  try {
    stream._construct((error) => process.nextTick(onConstruct, error));
  } catch (error) {
    process.nextTick(onConstruct, error);
  }
}

function isRequest(stream) {
  return stream?.setHeader && typeof stream.abort === 'function';
}

function emitCloseOfOther(stream) {
  stream.emit('close');
}

function emitErrorOfOther(stream, error) {
  stream.emit('error', error);
  process.nextTick(emitCloseOfOther, stream);
}

// stream.destroy(stream, error): ends what may be any kind of stream, in the way it knows.
function destroyer(stream, error) {
  const {
    isDestroyed, isFinished, isServerRequest, kIsDestroyed,
  } = require('internal/streams/utils');
  if (!stream || isDestroyed(stream)) return;
  if (!error && !isFinished(stream)) error = new AbortError();
  if (isServerRequest(stream)) {
    stream.socket = null;
    stream.destroy(error);
  } else if (isRequest(stream)) {
    stream.abort();
  } else if (isRequest(stream.req)) {
    stream.req.abort();
  } else if (typeof stream.destroy === 'function') {
    stream.destroy(error);
  } else if (typeof stream.close === 'function') {
    stream.close();
  } else if (error) {
    process.nextTick(emitErrorOfOther, stream, error);
  } else {
    process.nextTick(emitCloseOfOther, stream);
  }
  if (!stream.destroyed) stream[kIsDestroyed] = true;
}

module.exports = { construct, destroy, destroyer, errorOrDestroy, undestroy };
