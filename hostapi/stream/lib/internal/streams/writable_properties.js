'use strict';

// The properties of writable streams, and what hangs on the Writable function.

const { WritableState } = require('internal/streams/writable_state');

const properties = {
  closed: { get() { return this._writableState?.closed ?? false; } },
  destroyed: {
    get() { return this._writableState?.destroyed ?? false; },
    set(value) {
      if (this._writableState) this._writableState.destroyed = value;
    },
  },
  writable: {
    get() {
      const state = this._writableState;
      return Boolean(state) && state.writable !== false && !state.destroyed && !state.errored &&
        !state.ending && !state.ended;
    },
    set(value) {
      if (this._writableState) this._writableState.writable = Boolean(value);
    },
  },
  writableFinished: { get() { return this._writableState?.finished ?? false; } },
  writableObjectMode: { get() { return this._writableState?.objectMode ?? false; } },
  writableBuffer: { get() { return this._writableState?.getBuffer(); } },
  writableEnded: { get() { return this._writableState?.ending ?? false; } },
  writableNeedDrain: {
    get() {
      const state = this._writableState;
      return state ? !state.destroyed && !state.ending && state.needDrain : false;
    },
  },
  writableHighWaterMark: { get() { return this._writableState?.highWaterMark; } },
  writableCorked: { get() { return this._writableState?.corked ?? 0; } },
  writableLength: { get() { return this._writableState?.length; } },
  errored: { get() { return this._writableState?.errored ?? null; } },
  writableAborted: {
    get() {
      const state = this._writableState;
      return state.writable !== false && (state.destroyed || Boolean(state.errored)) &&
        !state.finished;
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
  Writable.WritableState = WritableState;
  Writable.fromWeb = function(writableStream, options) {
    return require('internal/webstreams/adapters').writableFromWeb(writableStream, options);
  };
  Writable.toWeb = function(streamWritable) {
    return require('internal/webstreams/adapters').writableToWeb(streamWritable);
  };
  // A duplex stream does not inherit from Writable, but is an instance of it.
  Object.defineProperty(Writable, Symbol.hasInstance, {
    value: function(object) {
      if (Function.prototype[Symbol.hasInstance].call(this, object)) return true;
      return this === Writable && object?._writableState instanceof WritableState;
    },
  });
}

module.exports = { defineProperties, defineSymbols, properties };
