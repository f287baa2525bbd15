'use strict';

// Node's streams as streams of the web, and the other way round.

const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_STREAM_PREMATURE_CLOSE },
} = require('internal/errors');
const { Buffer } = require('buffer');
const { eos: finished } = require('internal/streams/end-of-stream');
const { destroyer: destroy } = require('internal/streams/destroy');
const {
  isDestroyed, isReadable, isWritable,
} = require('internal/streams/utils');
const { createDeferredPromise } = require('internal/util');
const { normalizeEncoding } = require('internal/util/encodings');
const { validateBoolean, validateObject } = require('internal/validators');
const { ReadableStream, isReadableStream } = require('internal/webstreams/readable');
const { CountQueuingStrategy } = require('internal/webstreams/strategies');
const { WritableStream, isWritableStream } = require('internal/webstreams/writable');

// A stream that closed too early was aborted, as the web sees it.
function webError(error) {
  if (error?.code !== 'ERR_STREAM_PREMATURE_CLOSE') return error;
  return new AbortError(undefined, { cause: error });
}

function ignoreErrors(stream) { stream.on('error', () => {}); }

function strategyOf(objectMode, highWaterMark) {
  // Streams of bytes have the default strategy, which counts chunks, as in Node.
  return objectMode ? new CountQueuingStrategy({ highWaterMark }) : { highWaterMark };
}

function readableToWeb(readable, options = {}) {
  if (typeof readable?._readableState !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', readable);
  }
  validateObject(options, 'options');
  if (isDestroyed(readable) || !isReadable(readable)) {
    const ended = new ReadableStream();
    ended.cancel();
    return ended;
  }
  const objectMode = readable.readableObjectMode;
  const strategy = options.strategy ?? strategyOf(objectMode, readable.readableHighWaterMark);
  let controller;
  function onData(chunk) {
    // The bytes of a Buffer may lie in memory that others use.
    controller.enqueue(Buffer.isBuffer(chunk) && !objectMode ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) readable.pause();
  }
  readable.pause();
  const cleanup = finished(readable, (error) => {
    cleanup();
    ignoreErrors(readable);
    if (error) controller.error(webError(error));
    else controller.close();
  });
  readable.on('data', onData);
  return new ReadableStream({
    start(given) { controller = given; },
    pull() { readable.resume(); },
    cancel(reason) { destroy(readable, reason); },
  }, strategy);
}

function writableToWeb(writable) {
  if (typeof writable?._writableState !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', writable);
  }
  if (isDestroyed(writable) || !isWritable(writable)) {
    const ended = new WritableStream();
    ended.close();
    return ended;
  }
  let controller;
  let drained;
  let closed;
  const cleanup = finished(writable, (error) => {
    error = webError(error);
    cleanup();
    ignoreErrors(writable);
    if (error != null) {
      drained?.reject(error);
      closed?.reject(error);
      if (closed === undefined || drained !== undefined) controller.error(error);
      controller = undefined;
    } else if (closed !== undefined) {
      closed.resolve();
    } else {
      controller.error(new AbortError());
      controller = undefined;
    }
    closed = undefined;
  });
  writable.on('drain', () => drained?.resolve());
  return new WritableStream({
    start(given) { controller = given; },
    write(chunk) {
      if (!writable.writableNeedDrain && writable.write(chunk)) return undefined;
      drained = createDeferredPromise();
      return drained.promise.finally(() => { drained = undefined; });
    },
    abort(reason) { destroy(writable, reason); },
    close() {
      if (closed === undefined && !writable.writableEnded) closed = createDeferredPromise();
      writable.end();
      return closed?.promise;
    },
  }, strategyOf(writable.writableObjectMode, writable.writableHighWaterMark));
}

function duplexToWeb(duplex) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  return { writable: writableToWeb(duplex), readable: readableToWeb(duplex) };
}

function checkEncoding(encoding) {
  if (encoding !== undefined && normalizeEncoding(encoding) === undefined) {
    throw new ERR_INVALID_ARG_VALUE(encoding, 'options.encoding');
  }
}

// Calls back outside of the promise's reactions, so that what it throws is an uncaught error.
function callLater(callback, error) {
  try {
    callback(error);
  } catch (thrown) {
    process.nextTick(() => { throw thrown; });
  }
}

function readableFromWeb(readableStream, options = {}) {
  if (!isReadableStream(readableStream)) {
    throw new ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', readableStream);
  }
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  checkEncoding(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const { Readable } = require('stream');
  const side = readSide(readableStream);
  const readable = new Readable({
    objectMode,
    highWaterMark,
    encoding,
    signal,
    read() { side.read(readable); },
    destroy(error, callback) { side.destroy(error, callback); },
  });
  side.follow(readable);
  return readable;
}

// The reading half of a Node stream over a stream of the web.
function readSide(readableStream) {
  const reader = readableStream.getReader();
  let closed = false;
  return {
    read(stream) {
      reader.read().then((chunk) => stream.push(chunk.done ? null : chunk.value),
        (error) => destroy(stream, error));
    },
    destroy(error, callback) {
      const done = () => callLater(callback, error);
      if (closed) done();
      else reader.cancel(error).then(done, done);
    },
    cancel(error) { return closed ? Promise.resolve() : reader.cancel(error); },
    follow(stream) {
      reader.closed.then(() => { closed = true; }, (error) => {
        closed = true;
        destroy(stream, error);
      });
    },
  };
}

function writableFromWeb(writableStream, options = {}) {
  if (!isWritableStream(writableStream)) {
    throw new ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', writableStream);
  }
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const { Writable } = require('stream');
  const side = writeSide(writableStream, decodeStrings && !objectMode);
  const writable = new Writable({
    highWaterMark,
    objectMode,
    decodeStrings,
    signal,
    writev(chunks, callback) { side.writev(chunks, callback); },
    write(chunk, encoding, callback) { side.write(writable, chunk, encoding, callback); },
    destroy(error, callback) { side.destroy(error, callback); },
    final(callback) { side.final(writable, callback); },
  });
  side.follow(writable);
  return writable;
}

// The writing half of a Node stream over a stream of the web.
function writeSide(writableStream, decodes) {
  const writer = writableStream.getWriter();
  let closed = false;
  function finish(stream, callback) {
    return (error) => {
      try {
        callback(error);
      } catch (thrown) {
        destroy(stream, thrown);
      }
    };
  }
  return {
    writev(chunks, callback) {
      const done = (error) => callLater(callback, error);
      const writeAll = () => Promise.all(chunks.map(({ chunk }) => writer.write(chunk)))
        .then(() => done(), done);
      writer.ready.then(writeAll, done);
    },
    write(stream, chunk, encoding, callback) {
      if (typeof chunk === 'string' && decodes) {
        const { buffer, byteOffset, byteLength } = Buffer.from(chunk, encoding);
        chunk = new Uint8Array(buffer, byteOffset, byteLength);
      }
      const done = finish(stream, callback);
      writer.ready.then(() => writer.write(chunk).then(() => done(), done), done);
    },
    destroy(error, callback) {
      const done = () => callLater(callback, error);
      if (closed) done();
      else if (error != null) writer.abort(error).then(done, done);
      else writer.close().then(done, done);
    },
    abortOrClose(error) {
      if (closed) return Promise.resolve();
      return error != null ? writer.abort(error) : writer.close();
    },
    final(stream, callback) {
      const done = finish(stream, callback);
      if (!closed) writer.close().then(() => done(), done);
    },
    follow(stream) {
      writer.closed.then(() => {
        closed = true;
        if (!stream.writableEnded) destroy(stream, new ERR_STREAM_PREMATURE_CLOSE());
      }, (error) => {
        closed = true;
        destroy(stream, error);
      });
    },
  };
}

function duplexFromWeb(pair = {}, options = {}) {
  validateObject(pair, 'pair');
  const { readable: readableStream, writable: writableStream } = pair;
  if (!isReadableStream(readableStream)) {
    throw new ERR_INVALID_ARG_TYPE('pair.readable', 'ReadableStream', readableStream);
  }
  if (!isWritableStream(writableStream)) {
    throw new ERR_INVALID_ARG_TYPE('pair.writable', 'WritableStream', writableStream);
  }
  validateObject(options, 'options');
  const {
    allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal,
  } = options;
  validateBoolean(objectMode, 'options.objectMode');
  checkEncoding(encoding);
  const { Duplex } = require('stream');
  const writes = writeSide(writableStream, decodeStrings && !objectMode);
  const reads = readSide(readableStream);
  const duplex = new Duplex({
    allowHalfOpen,
    highWaterMark,
    objectMode,
    encoding,
    decodeStrings,
    signal,
    writev(chunks, callback) { writes.writev(chunks, callback); },
    write(chunk, encodingOfChunk, callback) {
      writes.write(duplex, chunk, encodingOfChunk, callback);
    },
    final(callback) { writes.final(duplex, callback); },
    read() { reads.read(duplex); },
    destroy(error, callback) {
      const done = () => callLater(callback, error);
      Promise.all([writes.abortOrClose(error), reads.cancel(error)]).then(done, done);
    },
  });
  writes.follow(duplex);
  reads.follow(duplex);
  return duplex;
}

module.exports = {
  duplexFromWeb,
  duplexToWeb,
  readableFromWeb,
  readableToWeb,
  writableFromWeb,
  writableToWeb,
};
