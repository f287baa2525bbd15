'use strict';

// ReadableStreamBYOBReader: reads bytes into memory that it is given.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const { checkView } = require('internal/webstreams/byob_request');
const { pullInto } = require('internal/webstreams/bytes');
const {
  initializeReader, isLocked, isReadableStream, locked, readableStreamCancel, releaseWithRequests,
  unattached,
} = require('internal/webstreams/readable');
const {
  createDeferredPromise, finishClass, isBrand, kState, notThis, rejected, stateOf,
} = require('internal/webstreams/util');

const brand = 'ReadableStreamBYOBReader';

class ReadableStreamBYOBReader {
  constructor(stream) {
    if (!isReadableStream(stream)) {
      throw new ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
    }
    if (isLocked(stream)) throw locked();
    if (!isBrand(stream[kState].controller, 'ReadableByteStreamController')) {
      throw new ERR_INVALID_ARG_VALUE('stream', stream, 'must be a byte stream');
    }
    this[kState] = { stream: undefined, closed: undefined, readIntoRequests: [] };
    initializeReader(this, stream);
  }

  async read(view) {
    if (!isBrand(this, brand)) throw notThis(brand);
    checkView(view);
    if (view.byteLength === 0 || view.buffer.byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError(
        'View or Viewed ArrayBuffer is zero-length or detached');
    }
    if (this[kState].stream === undefined) throw unattached();
    const { promise, resolve, reject } = createDeferredPromise();
    readerReadInto(this, view, {
      chunk(value) { resolve({ value, done: false }); },
      close(value) { resolve({ value, done: true }); },
      error: reject,
    });
    return promise;
  }

  releaseLock() {
    const { stream } = stateOf(this, brand);
    if (stream !== undefined) releaseWithRequests(this, 'readIntoRequests');
  }

  get closed() {
    if (!isBrand(this, brand)) return rejected(notThis(brand));
    return this[kState].closed.promise;
  }

  cancel(reason = undefined) {
    if (!isBrand(this, brand)) return rejected(notThis(brand));
    const { stream } = this[kState];
    return stream === undefined ? rejected(unattached()) : readableStreamCancel(stream, reason);
  }
}

finishClass(ReadableStreamBYOBReader, ['read', 'releaseLock', 'closed', 'cancel'], (it) => ({
  stream: it[kState].stream, readIntoRequests: it[kState].readIntoRequests.length,
  close: it[kState].closed.promise,
}));

// Answers a request { chunk(view), close(view), error(reason) } now or later.
function readerReadInto(reader, view, request) {
  const { stream } = reader[kState];
  const state = stream[kState];
  state.disturbed = true;
  if (state.state === 'errored') request.error(state.storedError);
  else pullInto(state.controller, view, request);
}

module.exports = { ReadableStreamBYOBReader, readerReadInto };
