'use strict';

// From end() to 'finish': _final(), 'prefinish' and what must be over before.

const { emitNone } = require('internal/events/emit');
const { codes } = require('internal/errors');
const {
  AUTO_DESTROY, CLOSE_EMITTED, CONSTRUCTED, DESTROYED, ERRORED, ERROR_EMITTED,
} = require('internal/streams/bits');
const { errorOrDestroy } = require('internal/streams/destroy');
const {
  BUFFERED, ENDING, FINAL_CALLED, FINISHED, ON_FINISHED, PREFINISHED, SYNC, WRITING,
} = require('internal/streams/writable_state');

const mustNotBe = DESTROYED | FINISHED | WRITING | ERROR_EMITTED | CLOSE_EMITTED | ERRORED | BUFFERED;
const mustBe = ENDING | CONSTRUCTED;

function needsFinish(state) {
  return (state.flags & (mustBe | mustNotBe)) === mustBe && state.length === 0;
}

// Calls and forgets the callbacks of end().
function callFinishCallbacks(state, error) {
  if ((state.flags & ON_FINISHED) === 0) return;
  const callbacks = state.finishCallbacks;
  state.finishCallbacks = undefined;
  state.flags &= ~ON_FINISHED;
  for (let i = 0; i < callbacks.length; i++) callbacks[i](error);
}

function afterFinal(stream, state, error) {
  if ((state.flags & PREFINISHED) !== 0) {
    errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  state.pendingcb--;
  if (error) {
    callFinishCallbacks(state, error);
    errorOrDestroy(stream, error, (state.flags & SYNC) !== 0);
  } else if (needsFinish(state)) {
    state.flags |= PREFINISHED;
    emitNone(stream, 'prefinish');
    // Programs count on 'finish' coming later than the callback of _final().
    state.pendingcb++;
    process.nextTick(finish, stream, state);
  }
}

function callFinal(stream, state) {
  state.flags |= SYNC;
  state.pendingcb++;
  try {
    stream._final((error) => afterFinal(stream, state, error));
  } catch (error) {
    afterFinal(stream, state, error);
  }
  state.flags &= ~SYNC;
}

function prefinish(stream, state) {
  if ((state.flags & (PREFINISHED | FINAL_CALLED)) !== 0) return;
  state.flags |= FINAL_CALLED;
  if (typeof stream._final === 'function' && (state.flags & DESTROYED) === 0) {
    callFinal(stream, state);
  } else {
    state.flags |= PREFINISHED;
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
  state.flags |= FINISHED;
  callFinishCallbacks(state, null);
  emitNone(stream, 'finish');
  if ((state.flags & AUTO_DESTROY) === 0) return;
  // A duplex stream waits for its other side.
  const readable = stream._readableState;
  if (!readable ||
      (readable.autoDestroy && (readable.endEmitted || readable.readable === false))) {
    stream.destroy();
  }
}

module.exports = { callFinishCallbacks, finishMaybe };
