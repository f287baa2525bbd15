'use strict';

// The properties of writable streams, and what hangs on the Writable function.

const { CLOSED, DESTROYED, ERRORED, OBJECT_MODE } = require('internal/streams/bits');
const {
  ENDED, ENDING, FINISHED, NEED_DRAIN, WritableState,
} = require('internal/streams/writable_state');

function has(stream, flag) {
  const state = stream._writableState;
  return state ? (state.flags & flag) !== 0 : false;
}

const properties = {
  closed: { get() { return has(this, CLOSED); } },
  destroyed: {
    get() { return has(this, DESTROYED); },
    set(value) {
      if (this._writableState) this._writableState.destroyed = value;
    },
  },
  writable: {
    get() {
      const state = this._writableState;
      return Boolean(state) && state.writable !== false &&
        (state.flags & (ENDING | ENDED | DESTROYED | ERRORED)) === 0;
    },
    set(value) {
      if (this._writableState) this._writableState.writable = Boolean(value);
    },
  },
  writableFinished: { get() { return has(this, FINISHED); } },
  writableObjectMode: { get() { return has(this, OBJECT_MODE); } },
  writableBuffer: { get() { return this._writableState?.getBuffer(); } },
  writableEnded: { get() { return has(this, ENDING); } },
  writableNeedDrain: {
    get() {
      const state = this._writableState;
      return state ? (state.flags & (DESTROYED | ENDING | NEED_DRAIN)) === NEED_DRAIN : false;
    },
  },
  writableHighWaterMark: { get() { return this._writableState?.highWaterMark; } },
  writableCorked: { get() { return this._writableState ? this._writableState.corked : 0; } },
  writableLength: { get() { return this._writableState?.length; } },
  errored: { get() { return this._writableState ? this._writableState.errored : null; } },
  writableAborted: {
    get() {
      const state = this._writableState;
      return state.writable !== false && (state.flags & (DESTROYED | ERRORED)) !== 0 &&
        (state.flags & FINISHED) === 0;
    },
  },
};

// Symbol.asyncDispose: ends the stream and waits until it is closed.
async function dispose() {
  let error;
  if (!this.destroyed) {
    const { AbortError } = require('internal/errors');
    error = this.writableFinished ? null : new AbortError();
    this.destroy(error);
  }
  const { eos } = require('internal/streams/end-of-stream');
  await new Promise((resolve, reject) => {
    eos(this, (err) => (err && err.name !== 'AbortError' ? reject(err) : resolve(null)));
  });
}

function defineProperties(Writable) {
  Object.defineProperties(Writable.prototype, properties);
}

function defineSymbols(Writable) {
  Writable.prototype[Symbol.for('nodejs.rejection')] = function(err) {
    this.destroy(err);
  };
  Writable.prototype[Symbol.asyncDispose] = dispose;
  const { withoutWebStreams } = require('internal/streams/readable_properties');
  Writable.WritableState = WritableState;
  Writable.fromWeb = withoutWebStreams;
  Writable.toWeb = withoutWebStreams;
  // A duplex stream does not inherit from Writable, but is an instance of it.
  Object.defineProperty(Writable, Symbol.hasInstance, {
    value: function(object) {
      if (Function.prototype[Symbol.hasInstance].call(this, object)) return true;
      return this === Writable && object?._writableState instanceof WritableState;
    },
  });
}

module.exports = { defineProperties, defineSymbols, properties };
