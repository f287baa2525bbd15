'use strict';

// stream.finished: one callback when a stream, of whatever kind, is over.

const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateFunction, validateObject } =
  require('internal/validators');
const utils = require('internal/streams/utils');

function isRequest(stream) {
  return stream.setHeader && typeof stream.abort === 'function';
}

function nop() {}

// What is known of the stream, and the listeners which learn more.
class Watch {
  constructor(stream, options, callback) {
    this.stream = stream;
    this.callback = callback;
    const isReadable = utils.isReadableNodeStream(stream);
    const isWritable = utils.isWritableNodeStream(stream);
    this.readable = options.readable ?? isReadable;
    this.writable = options.writable ?? isWritable;
    this.reportsErrors = options.error !== false;
    // When 'close' will come it is waited for, but only if both sides are of interest.
    this.willEmitClose = utils.willEmitClose(stream) &&
      isReadable === this.readable && isWritable === this.writable;
    this.writableFinished = utils.isWritableFinished(stream, false);
    this.readableFinished = utils.isReadableFinished(stream, false);
    this.closed = utils.isClosed(stream);
    this.makeListeners();
  }

  makeListeners() {
    const { stream } = this;
    this.onFinish = () => this.finish();
    this.onEnd = () => this.end();
    this.onClose = () => this.close();
    this.onClosed = () => this.reportClosed();
    this.onError = (error) => this.report(error);
    this.onLegacyFinish = () => { if (!stream.writable) this.finish(); };
    this.onRequest = () => stream.req.on('finish', this.onFinish);
  }

  report(error) {
    const { callback } = this;
    this.callback = nop;
    if (error === undefined) callback.call(this.stream);
    else callback.call(this.stream, error);
  }

  finish() {
    const { stream } = this;
    this.writableFinished = true;
    if (stream.destroyed) this.willEmitClose = false;
    if (this.willEmitClose && (!stream.writable || this.readable)) return;
    if (!this.readable || this.readableFinished) this.report();
  }

  end() {
    const { stream } = this;
    this.readableFinished = true;
    if (stream.destroyed) this.willEmitClose = false;
    if (this.willEmitClose && (!stream.readable || this.writable)) return;
    if (!this.writable || this.writableFinished) this.report();
  }

  erroredOf() {
    const { stream } = this;
    const error = utils.isWritableErrored(stream) || utils.isReadableErrored(stream);
    return error && typeof error !== 'boolean' ? error : undefined;
  }

  close() {
    const { stream } = this;
    this.closed = true;
    const error = this.erroredOf();
    const cutReading = this.readable && !this.readableFinished &&
      utils.isReadableNodeStream(stream, true) && !utils.isReadableFinished(stream, false);
    const cutWriting = this.writable && !this.writableFinished &&
      !utils.isWritableFinished(stream, false);
    if (error !== undefined) this.report(error);
    else if (cutReading || cutWriting) this.report(new codes.ERR_STREAM_PREMATURE_CLOSE());
    else this.report();
  }

  reportClosed() {
    this.closed = true;
    this.report(this.erroredOf());
  }

  listen() {
    const { stream } = this;
    if (isRequest(stream)) {
      stream.on('complete', this.onFinish);
      if (!this.willEmitClose) stream.on('abort', this.onClose);
      if (stream.req) this.onRequest();
      else stream.on('request', this.onRequest);
    } else if (this.writable && !stream._writableState) {
      stream.on('end', this.onLegacyFinish);
      stream.on('close', this.onLegacyFinish);
    }
    // An aborted message may never emit 'close'.
    if (!this.willEmitClose && typeof stream.aborted === 'boolean') {
      stream.on('aborted', this.onClose);
    }
    stream.on('end', this.onEnd);
    stream.on('finish', this.onFinish);
    if (this.reportsErrors) stream.on('error', this.onError);
    stream.on('close', this.onClose);
  }

  // Some streams are over already, and will not emit anything any more.
  reportPast() {
    const { stream } = this;
    const { _readableState: readableState, _writableState: writableState } = stream;
    if (this.closed) {
      process.nextTick(this.onClose);
    } else if (writableState?.errorEmitted || readableState?.errorEmitted) {
      if (!this.willEmitClose) process.nextTick(this.onClosed);
    } else if (this.isPast() || (readableState && stream.req && stream.aborted)) {
      process.nextTick(this.onClosed);
    }
  }

  isPast() {
    const { stream } = this;
    // Writes which have not called back yet come first.
    if (!this.readable && (!this.willEmitClose || utils.isReadable(stream)) &&
        (this.writableFinished || utils.isWritable(stream) === false) &&
        !stream._writableState?.pendingcb) {
      return true;
    }
    return !this.writable && (!this.willEmitClose || utils.isWritable(stream)) &&
      (this.readableFinished || utils.isReadable(stream) === false);
  }

  cleanup() {
    const { stream } = this;
    this.callback = nop;
    stream.removeListener('aborted', this.onClose);
    stream.removeListener('complete', this.onFinish);
    stream.removeListener('abort', this.onClose);
    stream.removeListener('request', this.onRequest);
    if (stream.req) stream.req.removeListener('finish', this.onFinish);
    stream.removeListener('end', this.onLegacyFinish);
    stream.removeListener('close', this.onLegacyFinish);
    stream.removeListener('finish', this.onFinish);
    stream.removeListener('end', this.onEnd);
    stream.removeListener('error', this.onError);
    stream.removeListener('close', this.onClose);
  }

  abortWith(signal) {
    const abort = () => {
      // Keep it because cleanup() removes it.
      const { callback } = this;
      this.cleanup();
      callback.call(this.stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) {
      process.nextTick(abort);
      return;
    }
    const { addAbortListener } = require('internal/events/abort_listener');
    const listener = addAbortListener(signal, abort);
    const { callback } = this;
    this.callback = function(...args) {
      listener[Symbol.dispose]();
      callback.apply(this, args);
    };
  }
}

const kIsClosedPromise = Symbol.for('nodejs.webstream.isClosedPromise');

function eosOfWebStream(stream, signal, callback) {
  let isAborted = false;
  let listener;
  if (signal) {
    const abort = () => {
      isAborted = true;
      callback.call(stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) process.nextTick(abort);
    else listener = require('internal/events/abort_listener').addAbortListener(signal, abort);
  }
  const over = (...args) => {
    if (isAborted) return;
    process.nextTick(() => {
      listener?.[Symbol.dispose]();
      callback.apply(stream, args);
    });
  };
  stream[kIsClosedPromise].promise.then(over, over);
  return () => {};
}

// Calls callback when the stream is over. Returns a function which takes the listeners off again.
function eos(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  if (utils.isReadableStream(stream) || utils.isWritableStream(stream)) {
    return eosOfWebStream(stream, options.signal, callback);
  }
  if (!utils.isNodeStream(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const watch = new Watch(stream, options, callback);
  watch.listen();
  watch.reportPast();
  if (options.signal && !watch.closed) watch.abortWith(options.signal);
  return () => watch.cleanup();
}

function finished(stream, opts) {
  let autoCleanup = false;
  if (opts === null) opts = {};
  if (opts?.cleanup) {
    validateBoolean(opts.cleanup, 'cleanup');
    autoCleanup = opts.cleanup;
  }
  return new Promise((resolve, reject) => {
    const cleanup = eos(stream, opts, (error) => {
      if (autoCleanup) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}

module.exports = { eos, finished };
