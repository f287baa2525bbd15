'use strict';

// Duplex: Readable by its prototypes, with Writable's methods besides.

const { Stream } = require('internal/streams/legacy');
const { Readable, maybeReadMore } = require('internal/streams/readable');
const { ReadableState } = require('internal/streams/readable_state');
const writable = require('internal/streams/writable');
const { properties } = require('internal/streams/writable_properties');
const { WritableState } = require('internal/streams/writable_state');
const { construct } = require('internal/streams/destroy');

const { Writable, onwrite } = writable;

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  this._events ??= {
    close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
    data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, this, true);
  this._writableState = new WritableState(options, this, true, onwrite);
  this.allowHalfOpen = options?.allowHalfOpen !== false;
  if (options) applyOptions(this, options);
  Stream.call(this, options);
  if (this._construct !== undefined && this._construct !== null) {
    construct(this, () => onConstructed(this));
  }
}
Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);

function applyOptions(stream, options) {
  if (options.readable === false) {
    const state = stream._readableState;
    state.readable = false;
    state.ended = true;
    state.endEmitted = true;
  }
  if (options.writable === false) {
    const state = stream._writableState;
    state.writable = false;
    state.ending = true;
    state.ended = true;
    state.finished = true;
  }
  if (typeof options.read === 'function') stream._read = options.read;
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
  const state = stream._readableState;
  if (state.needReadable) maybeReadMore(stream, state);
  writable.onConstructed(stream);
}

for (const method of [
  'write', 'cork', 'uncork', 'setDefaultEncoding', '_write', '_writev', 'end', 'destroy',
]) {
  Duplex.prototype[method] = Writable.prototype[method];
}

for (const name of [
  'writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength',
  'writableFinished', 'writableCorked', 'writableEnded', 'writableNeedDrain',
]) {
  Object.defineProperty(Duplex.prototype, name, properties[name]);
}

Object.defineProperty(Duplex.prototype, 'destroyed', {
  get() {
    const { _readableState: readableState, _writableState: writableState } = this;
    if (readableState === undefined || writableState === undefined) return false;
    return readableState.destroyed && writableState.destroyed;
  },
  // Old streams set it by hand instead of calling destroy().
  set(value) {
    if (this._readableState && this._writableState) {
      this._readableState.destroyed = value;
      this._writableState.destroyed = value;
    }
  },
});

Duplex.fromWeb = function(pair, options) {
  return require('internal/webstreams/adapters').duplexFromWeb(pair, options);
};
Duplex.toWeb = function(duplex) {
  return require('internal/webstreams/adapters').duplexToWeb(duplex);
};
Duplex.from = function(body) {
  return require('internal/streams/duplexify').duplexify(body, 'body');
};

module.exports = { Duplex };
