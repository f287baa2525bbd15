'use strict';

// WritableStreamDefaultWriter.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_STATE } } = require('internal/errors');
const {
  createDeferredPromise, finishClass, isBrand, kState, markHandled, notThis, rejected,
  rejectedDeferred, resolvedDeferred, stateOf,
} = require('internal/webstreams/util');
const {
  chunkSize, closeQueuedOrInFlight, controllerWrite, desiredSizeOf, ensureRejected,
  isWritableStream, writableStreamAbort, writableStreamClose,
} = require('internal/webstreams/writable');

class WritableStreamDefaultWriter {
  constructor(stream) {
    if (!isWritableStream(stream)) {
      throw new ERR_INVALID_ARG_TYPE('stream', 'WritableStream', stream);
    }
    const state = stream[kState];
    if (state.writer !== undefined) {
      throw new ERR_INVALID_STATE.TypeError('WritableStream is locked');
    }
    this[kState] = { stream, ready: undefined, closed: undefined };
    state.writer = this;
    setUpPromises(this[kState], stream, state);
  }

  get closed() {
    if (!isBrand(this, 'WritableStreamDefaultWriter')) {
      return rejected(notThis('WritableStreamDefaultWriter'));
    }
    return this[kState].closed.promise;
  }

  get desiredSize() {
    const { stream } = stateOf(this, 'WritableStreamDefaultWriter');
    if (stream === undefined) {
      throw new ERR_INVALID_STATE.TypeError('Writer is not bound to a WritableStream');
    }
    return desiredSizeOf(stream);
  }

  get ready() {
    if (!isBrand(this, 'WritableStreamDefaultWriter')) {
      return rejected(notThis('WritableStreamDefaultWriter'));
    }
    return this[kState].ready.promise;
  }

  abort(reason = undefined) {
    if (!isBrand(this, 'WritableStreamDefaultWriter')) {
      return rejected(notThis('WritableStreamDefaultWriter'));
    }
    const { stream } = this[kState];
    return stream === undefined ? rejected(unbound()) : writableStreamAbort(stream, reason);
  }

  close() {
    if (!isBrand(this, 'WritableStreamDefaultWriter')) {
      return rejected(notThis('WritableStreamDefaultWriter'));
    }
    const { stream } = this[kState];
    if (stream === undefined) return rejected(unbound());
    if (closeQueuedOrInFlight(stream)) {
      return rejected(new ERR_INVALID_STATE.TypeError('Failure to close WritableStream'));
    }
    return writableStreamClose(stream);
  }

  releaseLock() {
    const { stream } = stateOf(this, 'WritableStreamDefaultWriter');
    if (stream !== undefined) writerRelease(this);
  }

  write(chunk = undefined) {
    if (!isBrand(this, 'WritableStreamDefaultWriter')) {
      return rejected(notThis('WritableStreamDefaultWriter'));
    }
    return this[kState].stream === undefined ? rejected(unbound()) : writerWrite(this, chunk);
  }
}

finishClass(WritableStreamDefaultWriter,
  ['closed', 'desiredSize', 'ready', 'abort', 'close', 'releaseLock', 'write'], (it) => ({
    stream: it[kState].stream, close: it[kState].closed.promise, ready: it[kState].ready.promise,
    desiredSize: it[kState].stream === undefined ? undefined : it.desiredSize,
  }));

function unbound() {
  return new ERR_INVALID_STATE.TypeError('Writer is not bound to a WritableStream');
}

function setUpPromises(writer, stream, state) {
  switch (state.state) {
    case 'writable':
      writer.ready = !closeQueuedOrInFlight(stream) && state.backpressure ?
        createDeferredPromise() : resolvedDeferred();
      writer.closed = createDeferredPromise();
      break;
    case 'erroring':
      writer.ready = rejectedDeferred(state.storedError);
      writer.closed = createDeferredPromise();
      break;
    case 'closed':
      writer.ready = resolvedDeferred();
      writer.closed = resolvedDeferred();
      break;
    default:
      writer.ready = rejectedDeferred(state.storedError);
      writer.closed = rejectedDeferred(state.storedError);
  }
  markHandled(writer.closed.promise);
}

function writerRelease(writer) {
  const { stream } = writer[kState];
  const reason = new ERR_INVALID_STATE.TypeError('Writer has been released');
  ensureRejected(writer, 'ready', reason);
  ensureRejected(writer, 'closed', reason);
  stream[kState].writer = undefined;
  writer[kState].stream = undefined;
}

function writerWrite(writer, chunk) {
  const { stream } = writer[kState];
  const { controller } = stream[kState];
  const size = chunkSize(controller, chunk);
  if (stream !== writer[kState].stream) {
    return rejected(new ERR_INVALID_STATE.TypeError('Mismatched WritableStreams'));
  }
  const { state, storedError } = stream[kState];
  if (state === 'errored') return rejected(storedError);
  if (closeQueuedOrInFlight(stream) || state === 'closed') {
    return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is closed'));
  }
  if (state === 'erroring') return rejected(storedError);
  const request = createDeferredPromise();
  stream[kState].writeRequests.push(request);
  controllerWrite(controller, chunk, size);
  return request.promise;
}

// For pipeTo: closes unless that has happened.
function writerCloseWithErrorPropagation(writer) {
  const { stream } = writer[kState];
  const { state, storedError } = stream[kState];
  if (closeQueuedOrInFlight(stream) || state === 'closed') return Promise.resolve();
  if (state === 'errored') return rejected(storedError);
  return writableStreamClose(stream);
}

module.exports = {
  WritableStreamDefaultWriter, writerCloseWithErrorPropagation, writerRelease, writerWrite,
};
