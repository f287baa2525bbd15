'use strict';

// The module 'stream': the base class, with all that the module exports hanging on it.

const { Stream } = require('internal/streams/legacy');
const utils = require('internal/streams/utils');
const { Readable } = require('internal/streams/readable');
const { Writable } = require('internal/streams/writable');
const { Duplex } = require('internal/streams/duplex');
const { Transform } = require('internal/streams/transform');
const { PassThrough } = require('internal/streams/passthrough');
const { destroyer } = require('internal/streams/destroy');
const { getDefaultHighWaterMark, setDefaultHighWaterMark } = require('internal/streams/state');

const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');

// Functions whose modules are loaded when they are first called.

function duplexPair(options) {
  return require('internal/streams/duplexpair').duplexPair(options);
}

function pipeline(...streams) {
  return require('internal/streams/pipeline').pipeline(...streams);
}

function addAbortSignal(signal, stream) {
  return require('internal/streams/add-abort-signal').addAbortSignalChecked(signal, stream);
}

function eos(...args) {
  return require('internal/streams/end-of-stream').eos(...args);
}

function finished(stream, opts) {
  return require('internal/streams/end-of-stream').finished(stream, opts);
}

function compose(...streams) {
  return require('internal/streams/compose').compose(...streams);
}

function _uint8ArrayToBuffer(chunk) {
  const { Buffer } = require('buffer');
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function isUint8Array(value) {
  return require('internal/util/types').isUint8Array(value);
}

function defineGetter(object, key, get) {
  Object.defineProperty(object, key, { get, configurable: true, enumerable: true });
}

module.exports = Object.assign(Stream, {
  isDestroyed: utils.isDestroyed,
  isDisturbed: utils.isDisturbed,
  isErrored: utils.isErrored,
  isReadable: utils.isReadable,
  isWritable: utils.isWritable,
  Readable,
  Writable,
  Duplex,
  Transform,
  PassThrough,
  duplexPair,
  pipeline,
  addAbortSignal,
  finished: eos,
  destroy: destroyer,
  compose,
  setDefaultHighWaterMark,
  getDefaultHighWaterMark,
});
defineGetter(Stream, 'promises', function get() { return require('stream/promises'); });
defineGetter(pipeline, kCustomPromisify, function get() {
  return require('stream/promises').pipeline;
});
defineGetter(eos, kCustomPromisify, function get() { return require('stream/promises').finished; });
Object.assign(Stream, {
  Stream,
  _isArrayBufferView: ArrayBuffer.isView,
  _isUint8Array: isUint8Array,
  _uint8ArrayToBuffer,
});
eos.finished = finished;
require('internal/streams/operator_methods').install(Readable);
