'use strict';

// pipeTo and pipeThrough.

const {
  AbortError, codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_STATE },
} = require('internal/errors');
const {
  kValidateObjectAllowObjectsAndNull, validateAbortSignal, validateObject,
} = require('internal/validators');
const {
  ReadableStreamDefaultReader, isLocked, isReadableStream, readableStreamCancel, readerRead,
  releaseWithRequests,
} = require('internal/webstreams/readable');
const { createDeferredPromise, kState, markHandled } = require('internal/webstreams/util');
const {
  closeQueuedOrInFlight, desiredSizeOf, isWritableStream, writableStreamAbort,
} = require('internal/webstreams/writable');
const {
  WritableStreamDefaultWriter, writerCloseWithErrorPropagation, writerRelease, writerWrite,
} = require('internal/webstreams/writer');

function readOptions(options) {
  validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
  const preventAbort = Boolean(options?.preventAbort);
  const preventCancel = Boolean(options?.preventCancel);
  const preventClose = Boolean(options?.preventClose);
  const signal = options?.signal;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  return { preventAbort, preventCancel, preventClose, signal };
}

function checkWritable(value) {
  if (!isWritableStream(value)) {
    throw new ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', value);
  }
}

function pipeThrough(source, transform, options) {
  const readable = transform?.readable;
  if (!isReadableStream(readable)) {
    throw new ERR_INVALID_ARG_TYPE('transform.readable', 'ReadableStream', readable);
  }
  const writable = transform?.writable;
  checkWritable(writable);
  const read = readOptions(options);
  if (isLocked(source)) throw new ERR_INVALID_STATE.TypeError('The ReadableStream is locked');
  if (writable.locked) throw new ERR_INVALID_STATE.TypeError('The WritableStream is locked');
  markHandled(new Pipe(source, writable, read).promise);
  return readable;
}

function pipeTo(source, dest, options) {
  checkWritable(dest);
  const read = readOptions(options);
  if (isLocked(source)) throw new ERR_INVALID_STATE.TypeError('The ReadableStream is locked');
  if (dest.locked) throw new ERR_INVALID_STATE.TypeError('The WritableStream is locked');
  return new Pipe(source, dest, read).promise;
}

// One pipe. It reads while the destination asks for more, and ends once: by either side's end or
// error, or by the signal. What was read by then is still written.
class Pipe {
  constructor(source, dest, options) {
    this.source = source;
    this.dest = dest;
    this.options = options;
    this.reader = new ReadableStreamDefaultReader(source);
    this.writer = new WritableStreamDefaultWriter(dest);
    this.deferred = createDeferredPromise();
    this.shuttingDown = false;
    this.reading = false;
    this.lastWrite = Promise.resolve();
    source[kState].disturbed = true;
    this.onAbort = () => this.abort();
    if (this.followSignal()) return;
    this.followStreams();
    this.pump();
  }

  get promise() { return this.deferred.promise; }

  followSignal() {
    const { signal } = this.options;
    if (signal === undefined) return false;
    if (signal.aborted) {
      this.abort();
      return true;
    }
    signal.addEventListener('abort', this.onAbort, { once: true });
    return false;
  }

  abort() {
    const { preventAbort, preventCancel, signal } = this.options;
    const error = signal.reason ?? new AbortError(undefined, { cause: signal.reason });
    this.shutDown(() => Promise.all([
      preventAbort || this.dest[kState].state !== 'writable' ?
        undefined : writableStreamAbort(this.dest, error),
      preventCancel || this.source[kState].state !== 'readable' ?
        undefined : readableStreamCancel(this.source, error),
    ]), true, error);
  }

  // In the standard's order: errors of the source, of the destination, then ends.
  followStreams() {
    const { preventAbort, preventCancel, preventClose } = this.options;
    const source = this.source[kState];
    const dest = this.dest[kState];
    whenErrored(source, this.reader[kState].closed, (error) => {
      this.shutDown(preventAbort ? undefined : () => writableStreamAbort(this.dest, error),
        true, error);
    });
    whenErrored(dest, this.writer[kState].closed, (error) => {
      this.shutDown(preventCancel ? undefined : () => readableStreamCancel(this.source, error),
        true, error);
    });
    whenClosed(source, this.reader[kState].closed, () => {
      this.shutDown(
        preventClose ? undefined : () => writerCloseWithErrorPropagation(this.writer), false);
    });
    if (closeQueuedOrInFlight(this.dest) || dest.state === 'closed') {
      const error = new ERR_INVALID_STATE.TypeError('Destination WritableStream is closed');
      this.shutDown(preventCancel ? undefined : () => readableStreamCancel(this.source, error),
        true, error);
    }
  }

  // Reads the next chunk as soon as the destination has room for one.
  pump() {
    if (this.shuttingDown) return;
    const { ready } = this.writer[kState];
    if (desiredSizeOf(this.dest) > 0) this.step();
    else ready.promise.then(() => this.step(), () => {});
  }

  step() {
    if (this.shuttingDown || this.reading) return;
    this.reading = true;
    readerRead(this.reader, {
      chunk: (value) => {
        // After the microtasks of the source: a write may throw into it otherwise.
        this.lastWrite = Promise.resolve().then(() => {
          this.reading = false;
          const written = writerWrite(this.writer, value);
          markHandled(written);
          this.pump();
          return written;
        });
        markHandled(this.lastWrite);
      },
      close: () => { this.reading = false; },
      error: () => { this.reading = false; },
    });
  }

  // action returns a promise for what has to be done first.
  shutDown(action, failed, error) {
    if (this.shuttingDown) return;
    this.shuttingDown = true;
    const { state } = this.dest[kState];
    if (state === 'writable' && !closeQueuedOrInFlight(this.dest)) {
      this.afterWrites(() => this.act(action, failed, error));
    } else {
      this.act(action, failed, error);
    }
  }

  // Writes may begin while others are waited for.
  afterWrites(then) {
    const waited = this.lastWrite;
    const again = () => (waited === this.lastWrite ? then() : this.afterWrites(then));
    waited.then(again, again);
  }

  act(action, failed, error) {
    if (action === undefined) {
      this.finish(failed, error);
      return;
    }
    action().then(() => this.finish(failed, error), (newError) => this.finish(true, newError));
  }

  finish(failed, error) {
    writerRelease(this.writer);
    releaseWithRequests(this.reader, 'readRequests');
    this.options.signal?.removeEventListener('abort', this.onAbort);
    if (failed) this.deferred.reject(error);
    else this.deferred.resolve();
  }
}

function whenErrored(state, closed, action) {
  if (state.state === 'errored') action(state.storedError);
  else closed.promise.then(undefined, action);
}

function whenClosed(state, closed, action) {
  if (state.state === 'closed') action();
  else closed.promise.then(action, () => {});
}

module.exports = { pipeThrough, pipeTo };
