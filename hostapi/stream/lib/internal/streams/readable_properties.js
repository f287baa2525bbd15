'use strict';

// The properties of readable streams, and what hangs on the Readable function.

const { ReadableState } = require('internal/streams/readable_state');

const properties = {
  readable: {
    get() {
      const state = this._readableState;
      return Boolean(state) && state.readable !== false &&
        !state.destroyed && !state.errorEmitted && !state.endEmitted;
    },
    set(value) {
      if (this._readableState) this._readableState.readable = Boolean(value);
    },
  },
  readableDidRead: { get() { return this._readableState.dataEmitted; } },
  readableAborted: {
    get() {
      const state = this._readableState;
      return state.readable !== false && (state.destroyed || Boolean(state.errored)) &&
        !state.endEmitted;
    },
  },
  readableHighWaterMark: { get() { return this._readableState.highWaterMark; } },
  readableBuffer: { get() { return this._readableState?.buffer; } },
  readableFlowing: {
    get() { return this._readableState.flowing; },
    set(value) {
      if (this._readableState) this._readableState.flowing = value;
    },
  },
  readableLength: { get() { return this._readableState.length; } },
  readableObjectMode: { get() { return this._readableState?.objectMode ?? false; } },
  readableEncoding: { get() { return this._readableState?.encoding ?? null; } },
  errored: { get() { return this._readableState?.errored ?? null; } },
  closed: { get() { return this._readableState?.closed ?? false; } },
  destroyed: {
    get() { return this._readableState?.destroyed ?? false; },
    set(value) {
      if (this._readableState) this._readableState.destroyed = value;
    },
  },
  readableEnded: { get() { return this._readableState?.endEmitted ?? false; } },
};

// Symbol.asyncDispose: ends the stream and waits until it is closed.
function dispose() {
  let error;
  if (!this.destroyed) {
    const { AbortError } = require('internal/errors');
    error = this.readableEnded ? null : new AbortError();
    this.destroy(error);
  }
  const { eos } = require('internal/streams/end-of-stream');
  return new Promise((resolve, reject) => {
    eos(this, (err) => (err && err !== error ? reject(err) : resolve(null)));
  });
}

function defineProperties(Readable) {
  Object.defineProperties(Readable.prototype, properties);
  Readable.prototype[Symbol.for('nodejs.rejection')] = function(err) {
    this.destroy(err);
  };
  Readable.prototype[Symbol.asyncDispose] = dispose;
  Readable.prototype[Symbol.asyncIterator] = function() {
    return require('internal/streams/readable_iterator').iterate(this);
  };
}

// take is what removes content from a state's buffer.
function defineStatics(Readable, take) {
  Readable.ReadableState = ReadableState;
  Readable._fromList = (n, state) => take(state, n);
  Readable.from = function(iterable, opts) {
    return require('internal/streams/from').from(Readable, iterable, opts);
  };
  Readable.fromWeb = function(readableStream, options) {
    return require('internal/webstreams/adapters').readableFromWeb(readableStream, options);
  };
  Readable.toWeb = function(streamReadable, options = {}) {
    return require('internal/webstreams/adapters').readableToWeb(streamReadable, options);
  };
  Readable.wrap = function(src, options) {
    const objectMode = src.readableObjectMode ?? src.objectMode ?? true;
    return new Readable({
      objectMode,
      ...options,
      destroy(err, callback) {
        require('internal/streams/destroy').destroyer(src, err);
        callback(err);
      },
    }).wrap(src);
  };
}

module.exports = { defineProperties, defineStatics };
