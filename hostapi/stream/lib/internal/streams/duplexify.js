'use strict';

// Duplex.from: a duplex stream out of streams, iterables, promises and functions.

const { AbortError, codes } = require('internal/errors');
const { AsyncGenerator, Await } = require('internal/streams/async_generator');
const { destroyer } = require('internal/streams/destroy');
const { Duplex } = require('internal/streams/duplex');
const { eos } = require('internal/streams/end-of-stream');
const { from } = require('internal/streams/from');
const { Readable } = require('internal/streams/readable');
const { Writable } = require('internal/streams/writable');
const { Relay } = require('internal/streams/relay');
const {
  isDuplexNodeStream, isIterable, isNodeStream, isReadable, isReadableNodeStream, isReadableStream,
  isWritable, isWritableNodeStream, isWritableStream,
} = require('internal/streams/utils');

class Duplexify extends Duplex {}

function duplexify(body, name) {
  if (isDuplexNodeStream(body)) return body;
  if (isReadableNodeStream(body)) return fromPair({ readable: body });
  if (isWritableNodeStream(body)) return fromPair({ writable: body });
  if (isNodeStream(body)) return fromPair({ writable: false, readable: false });
  if (isReadableStream(body)) return fromPair({ readable: Readable.fromWeb(body) });
  if (isWritableStream(body)) return fromPair({ writable: Writable.fromWeb(body) });
  if (typeof body === 'function') return fromFunction(body, name);
  if (isBlob(body)) return duplexify(body.arrayBuffer());
  if (isIterable(body)) return from(Duplexify, body, { objectMode: true, writable: false });
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') {
    return fromPair({
      readable: sideOf(body.readable, isReadableNodeStream),
      writable: sideOf(body.writable, isWritableNodeStream),
    });
  }
  if (typeof body?.then === 'function') return fromPromise(body);
  throw new codes.ERR_INVALID_ARG_TYPE(name, [
    'Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable', 'Function',
    '{ readable, writable } pair', 'Promise',
  ], body);
}

function isBlob(value) {
  return Object.prototype.toString.call(value) === '[object Blob]';
}

function sideOf(side, isSide) {
  if (!side) return undefined;
  return isSide(side) ? side : duplexify(side);
}

function fromPromise(promise) {
  promise.then((value) => {
    if (value !== null && value !== undefined) duplex.push(value);
    duplex.push(null);
  }, (error) => destroyer(duplex, error));
  const duplex = new Duplexify({ objectMode: true, writable: false, read() {} });
  return duplex;
}

function fromPair({ readable, writable }) {
  const isOld = readable && typeof readable.read !== 'function';
  const reader = isOld ? Readable.wrap(readable) : readable;
  let canRead = Boolean(isReadable(reader));
  let canWrite = Boolean(isWritable(writable));
  const duplex = new Duplexify({
    readableObjectMode: Boolean(reader?.readableObjectMode),
    writableObjectMode: Boolean(writable?.writableObjectMode),
    readable: canRead,
    writable: canWrite,
  });
  const relay = new Relay(duplex);
  function onFinished(error) {
    if (!relay.close(error) && !canRead && !canWrite) duplex.destroy();
  }
  if (canWrite) {
    eos(writable, (error) => {
      canWrite = false;
      if (error) destroyer(reader, error);
      onFinished(error);
    });
    relay.writeTo(writable);
    writable.on('finish', () => relay.finish.settle());
  }
  if (canRead) {
    eos(reader, (error) => {
      canRead = false;
      if (error) destroyer(reader, error);
      onFinished(error);
    });
    relay.readFrom(reader);
  }
  relay.destroyWith([writable, reader]);
  return duplex;
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve) => { result.resolve = resolve; });
  return result;
}

// A function gets what is written to the stream as an async iterable.
class FunctionInput {
  constructor() {
    this.controller = new AbortController();
    this.slot = deferred();
    this.chunks = new AsyncGenerator(this.read());
  }

  * read() {
    for (;;) {
      const { chunk, done, callback } = yield new Await(this.slot.promise);
      process.nextTick(callback);
      if (done) return;
      const { signal } = this.controller;
      if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
      this.slot = deferred();
      yield chunk;
    }
  }

  // The methods of the stream.
  options() {
    return {
      write: (chunk, encoding, callback) => this.slot.resolve({ chunk, done: false, callback }),
      final: (callback) => this.slot.resolve({ done: true, callback }),
      destroy: (error, callback) => {
        this.controller.abort();
        callback(error);
      },
    };
  }
}

function fromFunction(fn, name) {
  const input = new FunctionInput();
  const value = fn(input.chunks, { signal: input.controller.signal });
  // It may have been a constructor.
  if (isDuplexNodeStream(value)) return value;
  const options = input.options();
  if (isIterable(value)) return from(Duplexify, value, { objectMode: true, ...options });
  if (typeof value?.then === 'function') return fromConsumer(value, options);
  throw new codes.ERR_INVALID_RETURN_VALUE(
    'Iterable, AsyncIterable or AsyncFunction', name, value);
}

// An async function which only takes.
function fromConsumer(result, { write, final, destroy }) {
  const promise = result.then((value) => {
    if (value !== null && value !== undefined) {
      throw new codes.ERR_INVALID_RETURN_VALUE('nully', 'body', value);
    }
  }, (error) => destroyer(duplex, error));
  const duplex = new Duplexify({
    objectMode: true,
    readable: false,
    write,
    final(cb) {
      final(async () => {
        try {
          await promise;
          process.nextTick(cb, null);
        } catch (error) {
          process.nextTick(cb, error);
        }
      });
    },
    destroy,
  });
  return duplex;
}

module.exports = { duplexify };
