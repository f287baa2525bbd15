'use strict';

// WritableStream, its writer and its controller.

const { AbortController } = require('internal/abort_controller');
const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateObject,
} = require('internal/validators');
const {
  SizedQueue, announceEnd, checkConstruct, closedDeferred, createDeferredPromise,
  extractHighWaterMark, extractSizeAlgorithm, finishClass, hiddenGetters, isBrand,
  kControllerErrorFunction, kCreate, kIsClosedPromise, kIsErrored, kIsWritable, kState, markHandled,
  method, notThis, promiseCall, rejected, rejectedDeferred, settle, stateOf,
} = require('internal/webstreams/util');

const kCloseSentinel = Symbol('close');

function isWritableStream(value) { return isBrand(value, 'WritableStream'); }

class WritableStream {
  constructor(sink = {}, strategy = {}) {
    validateObject(sink, 'sink', kValidateObjectAllowObjects);
    validateObject(strategy, 'strategy', kValidateObjectAllowObjectsAndNull);
    if (sink?.type !== undefined) throw new ERR_INVALID_ARG_VALUE.RangeError('type', sink.type);
    this[kState] = newStreamState();
    const size = extractSizeAlgorithm(strategy?.size);
    const mark = extractHighWaterMark(strategy?.highWaterMark, 1);
    const controller = new WritableStreamDefaultController(kCreate);
    setUpController(this, controller, {
      start: method(sink, 'start', 'sink', () => undefined),
      write: method(sink, 'write', 'sink', () => undefined),
      close: method(sink, 'close', 'sink', () => undefined),
      abort: method(sink, 'abort', 'sink', () => undefined),
    }, mark, size);
  }

  get locked() { return stateOf(this, 'WritableStream').writer !== undefined; }

  abort(reason = undefined) {
    if (!isWritableStream(this)) return rejected(notThis('WritableStream'));
    if (isLocked(this)) return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is locked'));
    return writableStreamAbort(this, reason);
  }

  close() {
    if (!isWritableStream(this)) return rejected(notThis('WritableStream'));
    if (isLocked(this)) return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is locked'));
    if (closeQueuedOrInFlight(this)) {
      return rejected(new ERR_INVALID_STATE.TypeError('Failure closing WritableStream'));
    }
    return writableStreamClose(this);
  }

  getWriter() {
    stateOf(this, 'WritableStream');
    const { WritableStreamDefaultWriter } = require('internal/webstreams/writer');
    return new WritableStreamDefaultWriter(this);
  }
}

hiddenGetters(WritableStream.prototype, {
  get [kIsErrored]() { return this[kState].state === 'errored'; },
  get [kIsWritable]() { return this[kState].state === 'writable'; },
  get [kIsClosedPromise]() { return closedDeferred(this[kState]); },
  get [kControllerErrorFunction]() {
    const { controller } = this[kState];
    return (error) => controller.error(error);
  },
});

function newStreamState() {
  return {
    state: 'writable',
    storedError: undefined,
    writer: undefined,
    controller: undefined,
    writeRequests: [],
    inFlightWrite: undefined,
    closeRequest: undefined,
    inFlightClose: undefined,
    pendingAbort: undefined,
    backpressure: false,
  };
}

// A stream over algorithms, for transforms and adapters.
function createWritableStream(algorithms, highWaterMark = 1, size = () => 1) {
  const stream = Object.create(WritableStream.prototype);
  stream[kState] = newStreamState();
  const controller = new WritableStreamDefaultController(kCreate);
  setUpController(stream, controller, algorithms, highWaterMark, size);
  return stream;
}

function isLocked(stream) { return stream[kState].writer !== undefined; }

function closeQueuedOrInFlight(stream) {
  const { closeRequest, inFlightClose } = stream[kState];
  return closeRequest !== undefined || inFlightClose !== undefined;
}

function writableStreamAbort(stream, reason) {
  const state = stream[kState];
  if (state.state === 'closed' || state.state === 'errored') return Promise.resolve();
  state.controller[kState].abortController.abort(reason);
  if (state.state === 'closed' || state.state === 'errored') return Promise.resolve();
  if (state.pendingAbort !== undefined) return state.pendingAbort.deferred.promise;
  const wasAlreadyErroring = state.state === 'erroring';
  const deferred = createDeferredPromise();
  state.pendingAbort = {
    deferred, reason: wasAlreadyErroring ? undefined : reason, wasAlreadyErroring,
  };
  if (!wasAlreadyErroring) startErroring(stream, reason);
  return deferred.promise;
}

function writableStreamClose(stream) {
  const state = stream[kState];
  if (state.state === 'closed' || state.state === 'errored') {
    return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is closed'));
  }
  const deferred = createDeferredPromise();
  state.closeRequest = deferred;
  if (state.writer !== undefined && state.backpressure && state.state === 'writable') {
    settle(state.writer[kState].ready, 'resolve');
  }
  const { controller } = state;
  controller[kState].queue.enqueue(kCloseSentinel, 0);
  advanceQueue(controller);
  return deferred.promise;
}

function dealWithRejection(stream, error) {
  if (stream[kState].state === 'writable') startErroring(stream, error);
  else finishErroring(stream);
}

function startErroring(stream, reason) {
  const state = stream[kState];
  state.state = 'erroring';
  state.storedError = reason;
  if (state.writer !== undefined) ensureRejected(state.writer, 'ready', reason);
  if (!isInFlight(state) && state.controller[kState].started) finishErroring(stream);
}

function isInFlight(state) {
  return state.inFlightWrite !== undefined || state.inFlightClose !== undefined;
}

// Makes a promise of a writer (ready or closed) one that is rejected.
function ensureRejected(writer, key, reason) {
  const state = writer[kState];
  if (state[key].reject !== undefined) settle(state[key], 'reject', reason);
  else state[key] = rejectedDeferred(reason);
  markHandled(state[key].promise);
}

function finishErroring(stream) {
  const state = stream[kState];
  state.state = 'errored';
  state.controller[kState].queue.reset();
  const { storedError } = state;
  for (const request of state.writeRequests.splice(0)) settle(request, 'reject', storedError);
  const { pendingAbort } = state;
  if (pendingAbort === undefined) {
    rejectCloseAndClosed(stream);
    return;
  }
  state.pendingAbort = undefined;
  if (pendingAbort.wasAlreadyErroring) {
    settle(pendingAbort.deferred, 'reject', storedError);
    rejectCloseAndClosed(stream);
    return;
  }
  const { algorithms } = state.controller[kState];
  const aborted = promiseCall(algorithms.abort, pendingAbort.reason);
  clearAlgorithms(state.controller);
  aborted.then(() => {
    settle(pendingAbort.deferred, 'resolve');
    rejectCloseAndClosed(stream);
  }, (error) => {
    settle(pendingAbort.deferred, 'reject', error);
    rejectCloseAndClosed(stream);
  });
}

function rejectCloseAndClosed(stream) {
  const state = stream[kState];
  announceEnd(state, 'reject', state.storedError);
  if (state.closeRequest !== undefined) {
    settle(state.closeRequest, 'reject', state.storedError);
    state.closeRequest = undefined;
  }
  if (state.writer !== undefined) {
    const { closed } = state.writer[kState];
    settle(closed, 'reject', state.storedError);
    markHandled(closed.promise);
  }
}

function finishInFlightWrite(stream, error, failed) {
  const state = stream[kState];
  const request = state.inFlightWrite;
  state.inFlightWrite = undefined;
  settle(request, failed ? 'reject' : 'resolve', error);
  if (failed) dealWithRejection(stream, error);
}

function finishInFlightClose(stream) {
  const state = stream[kState];
  settle(state.inFlightClose, 'resolve');
  state.inFlightClose = undefined;
  if (state.state === 'erroring') {
    state.storedError = undefined;
    if (state.pendingAbort !== undefined) {
      settle(state.pendingAbort.deferred, 'resolve');
      state.pendingAbort = undefined;
    }
  }
  state.state = 'closed';
  announceEnd(state, 'resolve');
  if (state.writer !== undefined) settle(state.writer[kState].closed, 'resolve');
}

function finishInFlightCloseWithError(stream, error) {
  const state = stream[kState];
  settle(state.inFlightClose, 'reject', error);
  state.inFlightClose = undefined;
  if (state.pendingAbort !== undefined) {
    settle(state.pendingAbort.deferred, 'reject', error);
    state.pendingAbort = undefined;
  }
  dealWithRejection(stream, error);
}

function updateBackpressure(stream, backpressure) {
  const state = stream[kState];
  if (state.writer !== undefined && state.backpressure !== backpressure) {
    if (backpressure) state.writer[kState].ready = createDeferredPromise();
    else settle(state.writer[kState].ready, 'resolve');
  }
  state.backpressure = backpressure;
}

function desiredSizeOf(stream) {
  const { state, controller } = stream[kState];
  if (state === 'errored' || state === 'erroring') return null;
  if (state === 'closed') return 0;
  return controllerDesiredSize(controller);
}

function controllerDesiredSize(controller) {
  const { highWaterMark, queue } = controller[kState];
  return highWaterMark - queue.size;
}

class WritableStreamDefaultController {
  constructor(key = undefined) { checkConstruct(key); }

  get signal() { return stateOf(this, 'WritableStreamDefaultController').abortController.signal; }

  error(error = undefined) {
    const { stream } = stateOf(this, 'WritableStreamDefaultController');
    if (stream[kState].state === 'writable') controllerError(this, error);
  }
}

finishClass(WritableStreamDefaultController, ['signal', 'error'],
  (it) => ({ stream: it[kState].stream }));
finishClass(WritableStream, ['locked', 'abort', 'close', 'getWriter'],
  (it) => ({ locked: it.locked, state: it[kState].state }));

function setUpController(stream, controller, algorithms, highWaterMark, sizeAlgorithm) {
  const state = controller[kState] = {
    stream,
    queue: new SizedQueue(),
    abortController: new AbortController(),
    started: false,
    algorithms,
    highWaterMark,
    sizeAlgorithm,
  };
  stream[kState].controller = controller;
  updateBackpressure(stream, controllerDesiredSize(controller) <= 0);
  const started = algorithms.start(controller);
  Promise.resolve(started).then(() => {
    state.started = true;
    advanceQueue(controller);
  }, (error) => {
    state.started = true;
    dealWithRejection(stream, error);
  });
}

function clearAlgorithms(controller) {
  controller[kState].algorithms = {};
  controller[kState].sizeAlgorithm = undefined;
}

function chunkSize(controller, chunk) {
  const { sizeAlgorithm } = controller[kState];
  if (sizeAlgorithm === undefined) return 1;
  try {
    return sizeAlgorithm(chunk);
  } catch (error) {
    controllerErrorIfNeeded(controller, error);
    return 1;
  }
}

function controllerError(controller, error) {
  const { stream } = controller[kState];
  clearAlgorithms(controller);
  startErroring(stream, error);
}

function controllerErrorIfNeeded(controller, error) {
  if (controller[kState].stream[kState].state === 'writable') controllerError(controller, error);
}

function controllerWrite(controller, chunk, size) {
  const { queue, stream } = controller[kState];
  try {
    queue.enqueue(chunk, size);
  } catch (error) {
    controllerErrorIfNeeded(controller, error);
    return;
  }
  if (!closeQueuedOrInFlight(stream) && stream[kState].state === 'writable') {
    updateBackpressure(stream, controllerDesiredSize(controller) <= 0);
  }
  advanceQueue(controller);
}

function advanceQueue(controller) {
  const { queue, started, stream } = controller[kState];
  const state = stream[kState];
  if (!started || state.inFlightWrite !== undefined) return;
  if (state.state === 'erroring') {
    finishErroring(stream);
    return;
  }
  if (queue.length === 0) return;
  const { value } = queue.peek();
  if (value === kCloseSentinel) processClose(controller);
  else processWrite(controller, value);
}

function processClose(controller) {
  const { algorithms, queue, stream } = controller[kState];
  const state = stream[kState];
  state.inFlightClose = state.closeRequest;
  state.closeRequest = undefined;
  queue.shift();
  const closed = promiseCall(algorithms.close);
  clearAlgorithms(controller);
  closed.then(() => finishInFlightClose(stream),
    (error) => finishInFlightCloseWithError(stream, error));
}

function processWrite(controller, chunk) {
  const { algorithms, queue, stream } = controller[kState];
  const state = stream[kState];
  state.inFlightWrite = state.writeRequests.shift();
  promiseCall(algorithms.write, chunk, controller).then(() => {
    finishInFlightWrite(stream, undefined, false);
    queue.shift();
    if (!closeQueuedOrInFlight(stream) && state.state === 'writable') {
      updateBackpressure(stream, controllerDesiredSize(controller) <= 0);
    }
    advanceQueue(controller);
  }, (error) => {
    if (state.state === 'writable') clearAlgorithms(controller);
    finishInFlightWrite(stream, error, true);
  });
}

module.exports = {
  WritableStream,
  WritableStreamDefaultController,
  chunkSize,
  closeQueuedOrInFlight,
  controllerErrorIfNeeded,
  controllerWrite,
  createWritableStream,
  desiredSizeOf,
  ensureRejected,
  isWritableStream,
  writableStreamAbort,
  writableStreamClose,
};
