'use strict';

// stream.pipeline: streams, iterables and functions, each feeding the next, with one callback.

const { AbortError, aggregateTwoErrors, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const { iteratorOf } = require('internal/streams/async_generator');
const { destroyer } = require('internal/streams/destroy');
const { eos } = require('internal/streams/end-of-stream');
const { Readable } = require('internal/streams/readable');
const {
  isIterable, isNodeStream, isReadable, isReadableFinished, isReadableNodeStream, isReadableStream,
  isTransformStream, isWebStream,
} = require('internal/streams/utils');

const { ERR_INVALID_ARG_TYPE, ERR_INVALID_RETURN_VALUE } = codes;

function once(callback) {
  let called = false;
  return function(...args) {
    if (called) return;
    called = true;
    Reflect.apply(callback, this, args);
  };
}

// Writes what iterable gives to writable, and calls finish at the end.
class Pump {
  constructor(iterable, writable, finish, end) {
    this.iterable = iterable;
    this.writable = writable;
    this.finish = finish;
    this.end = end;
    this.error = undefined;
    this.resolve = null;
    this.resume = (error) => {
      if (error) this.error = error;
      const { resolve } = this;
      this.resolve = null;
      if (resolve) resolve();
    };
  }

  wait() {
    return new Promise((resolve, reject) => {
      if (this.error) {
        reject(this.error);
        return;
      }
      this.resolve = () => {
        if (this.error) reject(this.error);
        else resolve();
      };
    });
  }

  async run() {
    const { writable } = this;
    writable.on('drain', this.resume);
    const cleanup = eos(writable, { readable: false }, this.resume);
    let iterator;
    let open = false;
    try {
      if (writable.writableNeedDrain) await this.wait();
      iterator = iteratorOf(this.iterable);
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) break;
        open = true;
        if (!writable.write(value)) await this.wait();
        open = false;
      }
      if (this.end) {
        writable.end();
        await this.wait();
      }
      this.finish();
    } catch (error) {
      if (open) await iterator.return?.().catch(() => {});
      this.finish(this.error !== error ? aggregateTwoErrors(this.error, error) : error);
    } finally {
      cleanup();
      writable.off('drain', this.resume);
    }
  }
}

function pumpToNode(iterable, writable, finish, end) {
  new Pump(iterable, writable, finish, end).run();
}

// The same for a stream of the web.
async function pumpToWeb(readable, writable, finish, end) {
  if (isTransformStream(writable)) writable = writable.writable;
  const writer = writable.getWriter();
  try {
    await writeAll(iteratorOf(readable), writer);
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error);
    } catch (second) {
      finish(second);
    }
  }
}

async function writeAll(iterator, writer) {
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return;
    try {
      await writer.ready;
      writer.write(value).catch(() => {});
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
  }
}

// Pipes source into dest. Returns the function which takes the listeners off dest.
function connect(source, dest, finish, end) {
  let ended = false;
  dest.on('close', () => {
    if (!ended) finish(new codes.ERR_STREAM_PREMATURE_CLOSE());
  });
  source.pipe(dest, { end: false });
  if (end) {
    const endDest = () => {
      ended = true;
      dest.end();
    };
    if (isReadableFinished(source)) process.nextTick(endDest);
    else source.once('end', endDest);
  } else {
    finish();
  }
  eos(source, { readable: true, writable: false }, (error) => {
    const state = source._readableState;
    if (error && error.code === 'ERR_STREAM_PREMATURE_CLOSE' &&
        state?.ended && !state.errored && !state.errorEmitted) {
      // Closed before its 'end', which still comes because all has arrived.
      source.once('end', finish).once('error', finish);
    } else {
      finish(error);
    }
  });
  return eos(dest, { readable: false, writable: true }, finish);
}

// Ends stream unless it is over when the pipeline is.
function guard(stream, reading, writing) {
  let isOver = false;
  stream.on('close', () => { isOver = true; });
  const cleanup = eos(stream, { readable: reading, writable: writing }, (error) => {
    isOver = !error;
  });
  const destroy = (error) => {
    if (isOver) return;
    isOver = true;
    destroyer(stream, error || new codes.ERR_STREAM_DESTROYED('pipe'));
  };
  return { destroy, cleanup };
}

function toAsyncIterable(value) {
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return Readable.prototype[Symbol.asyncIterator].call(value);
  throw new ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

function notReadable(value) {
  return new ERR_INVALID_ARG_TYPE('val', [
    'Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream',
  ], value);
}

class Pipeline {
  constructor(streams, callback, options) {
    this.streams = streams;
    this.callback = callback;
    this.end = options?.end !== false;
    this.outerSignal = options?.signal;
    validateAbortSignal(this.outerSignal, 'options.signal');
    this.controller = new AbortController();
    this.error = undefined;
    this.value = undefined;
    // How many calls of finish are still to come.
    this.pending = 0;
    this.destroys = [];
    this.lastStreamCleanup = [];
    this.finish = (error) => this.finishWith(error, --this.pending === 0);
    this.abort = () => {
      this.finishWith(new AbortError(undefined, { cause: this.outerSignal?.reason }), false);
    };
  }

  run() {
    const { outerSignal, streams } = this;
    if (outerSignal) {
      const { addAbortListener } = require('internal/events/abort_listener');
      this.abortListener = addAbortListener(outerSignal, this.abort);
    }
    let result;
    for (let i = 0; i < streams.length; i++) result = this.add(i, result);
    if (this.controller.signal.aborted || outerSignal?.aborted) process.nextTick(this.abort);
    return result;
  }

  finishWith(error, isFinal) {
    if (error && (!this.error || this.error.code === 'ERR_STREAM_PREMATURE_CLOSE')) {
      this.error = error;
    }
    if (!this.error && !isFinal) return;
    while (this.destroys.length > 0) this.destroys.shift()(this.error);
    this.abortListener?.[Symbol.dispose]();
    this.controller.abort();
    if (!isFinal) return;
    if (!this.error) {
      for (const cleanup of this.lastStreamCleanup) cleanup();
    }
    process.nextTick(this.callback, this.error, this.value);
  }

  // Adds the stream with an index; previous is what the one before it gives.
  add(index, previous) {
    const stream = this.streams[index];
    const isLast = index === this.streams.length - 1;
    const end = !isLast || this.end;
    if (isNodeStream(stream)) this.guardStream(stream, index, end);
    if (index === 0) return this.addSource(stream);
    if (typeof stream === 'function') return this.addFunction(stream, index, previous, end);
    if (isNodeStream(stream)) {
      this.addStream(stream, previous, end, isLast);
      return stream;
    }
    if (isWebStream(stream)) {
      this.addWebStream(stream, previous, end);
      return stream;
    }
    return require('internal/streams/duplex').Duplex.from(stream);
  }

  guardStream(stream, index, end) {
    const isLast = index === this.streams.length - 1;
    const lastAndReadable = isLast && isReadable(stream);
    if (end) {
      const { destroy, cleanup } = guard(stream, !isLast, index > 0);
      this.destroys.push(destroy);
      if (lastAndReadable) this.lastStreamCleanup.push(cleanup);
    }
    // An error may come even when everything has been written.
    const onError = (error) => {
      if (error && error.name !== 'AbortError' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
        this.finish(error);
      }
    };
    stream.on('error', onError);
    if (lastAndReadable) {
      this.lastStreamCleanup.push(() => stream.removeListener('error', onError));
    }
  }

  addSource(stream) {
    if (typeof stream === 'function') {
      const result = stream({ signal: this.controller.signal });
      if (isIterable(result)) return result;
      throw new ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', 'source', result);
    }
    if (isIterable(stream) || isReadableNodeStream(stream) || isTransformStream(stream)) return stream;
    return require('internal/streams/duplex').Duplex.from(stream);
  }

  addStream(stream, previous, end, isLast) {
    if (isReadableNodeStream(previous)) {
      this.pending += 2;
      const cleanup = connect(previous, stream, this.finish, end);
      if (isReadable(stream) && isLast) this.lastStreamCleanup.push(cleanup);
    } else if (isTransformStream(previous) || isReadableStream(previous)) {
      this.pending++;
      pumpToNode(previous.readable || previous, stream, this.finish, end);
    } else if (isIterable(previous)) {
      this.pending++;
      pumpToNode(previous, stream, this.finish, end);
    } else {
      throw notReadable(previous);
    }
  }

  addWebStream(stream, previous, end) {
    let readable = previous;
    if (isReadableNodeStream(previous)) readable = toAsyncIterable(previous);
    else if (isTransformStream(previous)) readable = previous.readable;
    else if (!isReadableStream(previous) && !isIterable(previous)) throw notReadable(previous);
    this.pending++;
    pumpToWeb(readable, stream, this.finish, end);
  }

  addFunction(fn, index, previous, end) {
    const isLast = index === this.streams.length - 1;
    const source = isTransformStream(previous) ? previous.readable : previous;
    const result = fn(toAsyncIterable(source), { signal: this.controller.signal });
    if (isLast) return this.addDestination(result, end);
    if (isIterable(result, true)) return result;
    throw new ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${index - 1}]`, result);
  }

  // What a last function gives goes through a stream, so that pipeline() always returns one.
  addDestination(result, end) {
    const { PassThrough } = require('internal/streams/passthrough');
    const proxy = new PassThrough({ objectMode: true });
    const then = result?.then;
    if (typeof then === 'function') {
      this.pending++;
      this.awaitDestination(result, then, proxy, end);
    } else if (isIterable(result, true)) {
      this.pending++;
      pumpToNode(result, proxy, this.finish, end);
    } else {
      throw new ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', 'destination', result);
    }
    const { destroy, cleanup } = guard(proxy, false, true);
    this.destroys.push(destroy);
    this.lastStreamCleanup.push(cleanup);
    return proxy;
  }

  awaitDestination(result, then, proxy, end) {
    then.call(result, (value) => {
      this.value = value;
      if (value !== null && value !== undefined) proxy.write(value);
      if (end) proxy.end();
      process.nextTick(this.finish);
    }, (error) => {
      proxy.destroy(error);
      process.nextTick(this.finish, error);
    });
  }
}

// options: { signal, end }, for stream/promises.
function pipelineImpl(streams, callback, options) {
  if (streams.length === 1 && Array.isArray(streams[0])) streams = streams[0];
  if (streams.length < 2) throw new codes.ERR_MISSING_ARGS('streams');
  return new Pipeline(streams, callback, options).run();
}

function pipeline(...streams) {
  validateFunction(streams[streams.length - 1], 'streams[stream.length - 1]');
  const callback = once(streams.pop());
  return pipelineImpl(streams, callback);
}

module.exports = { pipeline, pipelineImpl };
