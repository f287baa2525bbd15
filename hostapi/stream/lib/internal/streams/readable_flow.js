'use strict';

// How a readable stream hands its data out: flowing to 'data' listeners, or announced by
// 'readable'; the listeners, pause() and resume() which decide between the two.

const { emitNone } = require('internal/events/emit');
const { Stream } = require('internal/streams/legacy');

function flow(stream, state) {
  while (state.flowing && stream.read() !== null);
}

// 'readable' comes in a tick, once for all that arrives until then.
function emitReadable(stream, state) {
  state.needReadable = false;
  if (state.emittedReadable) return;
  state.emittedReadable = true;
  process.nextTick(emitReadableNow, stream, state);
}

function emitReadableNow(stream, state) {
  if ((state.length > 0 || state.ended) && !state.destroyed && state.errored === null) {
    emitNone(stream, 'readable');
    state.emittedReadable = false;
  }
  // Another 'readable' is due when more arrives, unless the data flows or is too much already.
  if (!state.flowing && !state.ended && state.length <= state.highWaterMark) {
    state.needReadable = true;
  }
  flow(stream, state);
}

function isPaused() {
  const { flowing, paused } = this._readableState;
  return paused === true || flowing === false;
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
  state.dataListening = true;
  state.readableListening = stream.listenerCount('readable') > 0;
  if (state.flowing !== false) stream.resume();
}

// A 'readable' listener takes the flow away from the 'data' listeners.
function onReadableListener(stream) {
  const state = stream._readableState;
  if (state.endEmitted || state.readableListening) return;
  state.readableListening = true;
  state.needReadable = true;
  state.flowing = false;
  state.emittedReadable = false;
  if (state.length > 0) emitReadable(stream, state);
  else if (!state.reading) process.nextTick(startReading, stream);
}

function startReading(stream) {
  stream.read(0);
}

function removeListener(ev, fn) {
  const result = Stream.prototype.removeListener.call(this, ev, fn);
  if (ev === 'readable') {
    process.nextTick(updateListening, this);
  } else if (ev === 'data' && this.listenerCount('data') === 0) {
    this._readableState.dataListening = false;
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
  state.readableListening = stream.listenerCount('readable') > 0;
  if (state.resumeScheduled && state.paused !== true) state.flowing = true;
  else if (stream.listenerCount('data') > 0) stream.resume();
  else if (!state.readableListening) state.flowing = null;
}

function resume() {
  const state = this._readableState;
  if (!state.flowing) {
    state.flowing = !state.readableListening;
    if (!state.resumeScheduled) {
      state.resumeScheduled = true;
      process.nextTick(startFlowing, this, state);
    }
  }
  state.paused = false;
  return this;
}

function startFlowing(stream, state) {
  if (!state.reading) stream.read(0);
  state.resumeScheduled = false;
  emitNone(stream, 'resume');
  flow(stream, state);
  if (state.flowing && !state.reading) stream.read(0);
}

function pause() {
  const state = this._readableState;
  if (state.flowing !== false) {
    state.flowing = false;
    emitNone(this, 'pause');
  }
  state.paused = true;
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
