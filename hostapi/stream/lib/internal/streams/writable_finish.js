'use strict';

// From end() to 'finish': _final(), 'prefinish' and what must be over before.

const { emitNone } = require('internal/events/emit');
const { codes } = require('internal/errors');
const { errorOrDestroy } = require('internal/streams/destroy');

function needsFinish(state) {
  return state.ending && state.length === 0 && state.buffered === null && !state.writing &&
    !state.finished && !state.destroyed && state.errored === null && state.constructed &&
    !state.errorEmitted && !state.closeEmitted;
}

// Calls and forgets the callbacks of end().
function callFinishCallbacks(state, error) {
  const callbacks = state.finishCallbacks;
  if (callbacks === null) return;
  state.finishCallbacks = null;
  for (let i = 0; i < callbacks.length; i++) callbacks[i](error);
}

function afterFinal(stream, state, error) {
  if (state.prefinished) {
    errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  state.pendingcb--;
  if (error) {
    callFinishCallbacks(state, error);
    errorOrDestroy(stream, error, state.sync);
  } else if (needsFinish(state)) {
    state.prefinished = true;
    emitNone(stream, 'prefinish');
    // Programs count on 'finish' coming later than the callback of _final().
    state.pendingcb++;
    process.nextTick(finish, stream, state);
  }
}

function callFinal(stream, state) {
  state.sync = true;
  state.pendingcb++;
  try {
    stream._final((error) => afterFinal(stream, state, error));
  } catch (error) {
    afterFinal(stream, state, error);
  }
  state.sync = false;
}

function prefinish(stream, state) {
  if (state.prefinished || state.finalCalled) return;
  state.finalCalled = true;
  if (typeof stream._final === 'function' && !state.destroyed) {
    callFinal(stream, state);
  } else {
    state.prefinished = true;
    emitNone(stream, 'prefinish');
  }
}

// Finishes the stream if all is written; in a tick when later is set.
function finishMaybe(stream, state, later) {
  if (!needsFinish(state)) return;
  prefinish(stream, state);
  if (state.pendingcb !== 0) return;
  if (later) {
    state.pendingcb++;
    process.nextTick(finishIfNeeded, stream, state);
  } else if (needsFinish(state)) {
    state.pendingcb++;
    finish(stream, state);
  }
}

function finishIfNeeded(stream, state) {
  if (needsFinish(state)) finish(stream, state);
  else state.pendingcb--;
}

function finish(stream, state) {
  state.pendingcb--;
  state.finished = true;
  callFinishCallbacks(state, null);
  emitNone(stream, 'finish');
  if (!state.autoDestroy) return;
  // A duplex stream waits for its other side.
  const readable = stream._readableState;
  if (!readable ||
      (readable.autoDestroy && (readable.endEmitted || readable.readable === false))) {
    stream.destroy();
  }
}

module.exports = { callFinishCallbacks, finishMaybe };
