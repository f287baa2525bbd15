'use strict';

// How a readable stream hands its data out: flowing to 'data' listeners, or announced by 'readable';
// the listeners, pause() and resume() which decide between the two.

const { emitNone } = require('internal/events/emit');
const { DESTROYED, ERRORED } = require('internal/streams/bits');
const { Stream } = require('internal/streams/legacy');
const {
  DATA_LISTENING, EMITTED_READABLE, ENDED, END_EMITTED, FLOWING, HAS_FLOWING, HAS_PAUSED,
  NEED_READABLE, PAUSED, READABLE_LISTENING, READING, RESUME_SCHEDULED,
} = require('internal/streams/readable_state');

function flow(stream, state) {
  while ((state.flags & FLOWING) !== 0 && stream.read() !== null);
}

// 'readable' comes in a tick, once for all that arrives until then.
function emitReadable(stream, state) {
  state.flags &= ~NEED_READABLE;
  if ((state.flags & EMITTED_READABLE) !== 0) return;
  state.flags |= EMITTED_READABLE;
  process.nextTick(emitReadableNow, stream, state);
}

function emitReadableNow(stream, state) {
  if ((state.flags & (DESTROYED | ERRORED)) === 0 &&
      (state.length > 0 || (state.flags & ENDED) !== 0)) {
    emitNone(stream, 'readable');
    state.flags &= ~EMITTED_READABLE;
  }
  // Another 'readable' is due when more arrives, unless the data flows or is too much already.
  if ((state.flags & (FLOWING | ENDED)) === 0 && state.length <= state.highWaterMark) {
    state.flags |= NEED_READABLE;
  }
  flow(stream, state);
}

function isPaused() {
  const { flags } = this._readableState;
  return (flags & PAUSED) !== 0 || (flags & (HAS_FLOWING | FLOWING)) === HAS_FLOWING;
}

function on(ev, fn) {
  const result = Stream.prototype.on.call(this, ev, fn);
  if (ev === 'data') onDataListener(this);
  else if (ev === 'readable') onReadableListener(this);
  return result;
}

// A 'data' listener makes the stream flow, unless it was paused on purpose.
function onDataListener(stream) {
  const state = stream._readableState;
  state.flags |= DATA_LISTENING;
  if (stream.listenerCount('readable') > 0) state.flags |= READABLE_LISTENING;
  else state.flags &= ~READABLE_LISTENING;
  if ((state.flags & (HAS_FLOWING | FLOWING)) !== HAS_FLOWING) stream.resume();
}

// A 'readable' listener takes the flow away from the 'data' listeners.
function onReadableListener(stream) {
  const state = stream._readableState;
  if ((state.flags & (END_EMITTED | READABLE_LISTENING)) !== 0) return;
  state.flags |= READABLE_LISTENING | NEED_READABLE | HAS_FLOWING;
  state.flags &= ~(FLOWING | EMITTED_READABLE);
  if (state.length > 0) emitReadable(stream, state);
  else if ((state.flags & READING) === 0) process.nextTick(startReading, stream);
}

function startReading(stream) {
  stream.read(0);
}

function removeListener(ev, fn) {
  const result = Stream.prototype.removeListener.call(this, ev, fn);
  if (ev === 'readable') {
    process.nextTick(updateListening, this);
  } else if (ev === 'data' && this.listenerCount('data') === 0) {
    this._readableState.flags &= ~DATA_LISTENING;
  }
  return result;
}

function removeAllListeners(ev) {
  const result = Stream.prototype.removeAllListeners.apply(this, arguments);
  if (ev === 'readable' || ev === undefined) process.nextTick(updateListening, this);
  return result;
}

// In a tick, because a listener may be back by then.
function updateListening(stream) {
  const state = stream._readableState;
  if (stream.listenerCount('readable') > 0) state.flags |= READABLE_LISTENING;
  else state.flags &= ~READABLE_LISTENING;
  const { flags } = state;
  if ((flags & RESUME_SCHEDULED) !== 0 && (flags & PAUSED) === 0) {
    state.flags |= HAS_FLOWING | FLOWING;
  } else if (stream.listenerCount('data') > 0) {
    stream.resume();
  } else if ((flags & READABLE_LISTENING) === 0) {
    state.flags &= ~(HAS_FLOWING | FLOWING);
  }
}

function resume() {
  const state = this._readableState;
  if ((state.flags & FLOWING) === 0) {
    state.flags |= HAS_FLOWING;
    if ((state.flags & READABLE_LISTENING) === 0) state.flags |= FLOWING;
    if ((state.flags & RESUME_SCHEDULED) === 0) {
      state.flags |= RESUME_SCHEDULED;
      process.nextTick(startFlowing, this, state);
    }
  }
  state.flags = (state.flags | HAS_PAUSED) & ~PAUSED;
  return this;
}

function startFlowing(stream, state) {
  if ((state.flags & READING) === 0) stream.read(0);
  state.flags &= ~RESUME_SCHEDULED;
  emitNone(stream, 'resume');
  flow(stream, state);
  if ((state.flags & (FLOWING | READING)) === FLOWING) stream.read(0);
}

function pause() {
  const state = this._readableState;
  if ((state.flags & (HAS_FLOWING | FLOWING)) !== HAS_FLOWING) {
    state.flags = (state.flags | HAS_FLOWING) & ~FLOWING;
    emitNone(this, 'pause');
  }
  state.flags |= HAS_PAUSED | PAUSED;
  return this;
}

module.exports = {
  emitReadable,
  emitReadableNow,
  isPaused,
  on,
  pause,
  removeAllListeners,
  removeListener,
  resume,
};
