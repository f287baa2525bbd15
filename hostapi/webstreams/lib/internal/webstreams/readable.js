'use strict';

// ReadableStream, its default reader and its default controller. Byte streams stand in
// internal/webstreams/bytes, pipes and tees in files of their own.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateBoolean, validateObject,
} = require('internal/validators');
const {
  SizedQueue, announceEnd, checkConstruct, closedDeferred, createDeferredPromise,
  extractHighWaterMark, extractSizeAlgorithm, finishClass, hiddenGetters, isBrand,
  kControllerErrorFunction, kCreate, kIsClosedPromise, kIsDisturbed, kIsErrored, kIsReadable, kState,
  markHandled, method, notThis, promiseCall, pull, rejected, rejectedDeferred, resolvedDeferred, settle,
  stateOf,
} = require('internal/webstreams/util');

function isReadableStream(value) { return isBrand(value, 'ReadableStream'); }

function locked() { return new ERR_INVALID_STATE.TypeError('ReadableStream is locked'); }

class ReadableStream {
  constructor(source = {}, strategy = {}) {
    validateObject(source, 'source', kValidateObjectAllowObjects);
    validateObject(strategy, 'strategy', kValidateObjectAllowObjectsAndNull);
    this[kState] = newStreamState();
    const type = source.type;
    if (`${type}` === 'bytes') {
      if (strategy?.size !== undefined) {
        throw new ERR_INVALID_ARG_VALUE.RangeError('strategy.size', strategy.size);
      }
      const mark = extractHighWaterMark(strategy?.highWaterMark, 0);
      require('internal/webstreams/bytes').setUpFromSource(this, source, mark);
      return;
    }
    if (type !== undefined) throw new ERR_INVALID_ARG_VALUE('source.type', type);
    const size = extractSizeAlgorithm(strategy?.size);
    const mark = extractHighWaterMark(strategy?.highWaterMark, 1);
    setUpDefaultController(this, {
      start: method(source, 'start', 'source', () => undefined),
      pull: method(source, 'pull', 'source', () => undefined),
      cancel: method(source, 'cancel', 'source', () => undefined),
    }, mark, size);
  }

  static from(iterable) { return require('internal/webstreams/iterator').from(iterable); }

  get locked() { return stateOf(this, 'ReadableStream').reader !== undefined; }

  cancel(reason = undefined) {
    if (!isReadableStream(this)) return rejected(notThis('ReadableStream'));
    if (isLocked(this)) return rejected(locked());
    return readableStreamCancel(this, reason);
  }

  getReader(options = {}) {
    stateOf(this, 'ReadableStream');
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    const mode = options?.mode;
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw new ERR_INVALID_ARG_VALUE('options.mode', mode);
    const { ReadableStreamBYOBReader } = require('internal/webstreams/byob_reader');
    return new ReadableStreamBYOBReader(this);
  }

  pipeThrough(transform, options = {}) {
    stateOf(this, 'ReadableStream');
    return require('internal/webstreams/pipe').pipeThrough(this, transform, options);
  }

  pipeTo(destination, options = {}) {
    try {
      stateOf(this, 'ReadableStream');
      return require('internal/webstreams/pipe').pipeTo(this, destination, options);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  tee() {
    stateOf(this, 'ReadableStream');
    if (isLocked(this)) throw locked();
    return require('internal/webstreams/tee').tee(this);
  }

  values(options = {}) {
    stateOf(this, 'ReadableStream');
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    const preventCancel = Boolean(options?.preventCancel);
    validateBoolean(preventCancel, 'options.preventCancel');
    return require('internal/webstreams/iterator').createIterator(this, preventCancel);
  }
}

Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
  value: ReadableStream.prototype.values, writable: true, enumerable: false, configurable: true,
});

hiddenGetters(ReadableStream.prototype, {
  get [kIsDisturbed]() { return this[kState].disturbed; },
  get [kIsErrored]() { return this[kState].state === 'errored'; },
  get [kIsReadable]() { return this[kState].state === 'readable'; },
  get [kIsClosedPromise]() { return closedDeferred(this[kState]); },
  get [kControllerErrorFunction]() {
    const { controller } = this[kState];
    return (error) => controller.error(error);
  },
});

function newStreamState() {
  return {
    state: 'readable', reader: undefined, controller: undefined, storedError: undefined,
    disturbed: false,
  };
}

// A stream over algorithms { start, pull, cancel }, for tees, transforms and adapters.
function createReadableStream(algorithms, highWaterMark = 1, size = () => 1) {
  const stream = Object.create(ReadableStream.prototype);
  stream[kState] = newStreamState();
  setUpDefaultController(stream, algorithms, highWaterMark, size);
  return stream;
}

// The same with a byte controller.
function createReadableByteStream(algorithms, highWaterMark = 0) {
  const stream = Object.create(ReadableStream.prototype);
  stream[kState] = newStreamState();
  require('internal/webstreams/bytes').setUpController(stream, algorithms, highWaterMark, undefined);
  return stream;
}

function isLocked(stream) { return stream[kState].reader !== undefined; }

function readableStreamCancel(stream, reason) {
  const state = stream[kState];
  state.disturbed = true;
  if (state.state === 'closed') return Promise.resolve();
  if (state.state === 'errored') return rejected(state.storedError);
  readableStreamClose(stream);
  state.reader?.[kState].readIntoRequests?.splice(0).forEach((request) => request.close(undefined));
  return state.controller[kState].cancelSteps(reason).then(() => {});
}

function readableStreamClose(stream) {
  const state = stream[kState];
  state.state = 'closed';
  announceEnd(state, 'resolve');
  if (state.reader === undefined) return;
  settle(state.reader[kState].closed, 'resolve');
  state.reader[kState].readRequests?.splice(0).forEach((request) => request.close());
}

function readableStreamError(stream, error) {
  const state = stream[kState];
  state.state = 'errored';
  state.storedError = error;
  announceEnd(state, 'reject', error);
  const { reader } = state;
  if (reader === undefined) return;
  settle(reader[kState].closed, 'reject', error);
  markHandled(reader[kState].closed.promise);
  const requests = reader[kState].readRequests ?? reader[kState].readIntoRequests;
  requests.splice(0).forEach((request) => request.error(error));
}

// Default and BYOB readers begin and end in the same way.
function initializeReader(reader, stream) {
  const state = stream[kState];
  const own = reader[kState];
  own.stream = stream;
  state.reader = reader;
  if (state.state === 'readable') own.closed = createDeferredPromise();
  else if (state.state === 'closed') own.closed = resolvedDeferred();
  else own.closed = rejectedDeferred(state.storedError);
  markHandled(own.closed.promise);
}

function releaseReader(reader) {
  const own = reader[kState];
  const { stream } = own;
  const reason = new ERR_INVALID_STATE.TypeError('Reader released');
  if (own.closed.reject !== undefined) settle(own.closed, 'reject', reason);
  else own.closed = rejectedDeferred(reason);
  markHandled(own.closed.promise);
  stream[kState].controller[kState].releaseSteps();
  stream[kState].reader = undefined;
  own.stream = undefined;
}

function unattached() {
  return new ERR_INVALID_STATE.TypeError('The reader is not attached to a stream');
}

function releaseWithRequests(reader, key) {
  releaseReader(reader);
  const error = new ERR_INVALID_STATE.TypeError('Releasing reader');
  reader[kState][key].splice(0).forEach((request) => request.error(error));
}

class ReadableStreamDefaultReader {
  constructor(stream) {
    if (!isReadableStream(stream)) {
      throw new ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
    }
    if (isLocked(stream)) throw locked();
    this[kState] = { stream: undefined, closed: undefined, readRequests: [] };
    initializeReader(this, stream);
  }

  read() {
    if (!isBrand(this, 'ReadableStreamDefaultReader')) {
      return rejected(notThis('ReadableStreamDefaultReader'));
    }
    if (this[kState].stream === undefined) return rejected(unattached());
    const { promise, resolve, reject } = createDeferredPromise();
    readerRead(this, {
      chunk(value) { resolve({ value, done: false }); },
      close() { resolve({ value: undefined, done: true }); },
      error: reject,
    });
    return promise;
  }

  releaseLock() {
    const { stream } = stateOf(this, 'ReadableStreamDefaultReader');
    if (stream !== undefined) releaseWithRequests(this, 'readRequests');
  }

  get closed() {
    if (!isBrand(this, 'ReadableStreamDefaultReader')) {
      return rejected(notThis('ReadableStreamDefaultReader'));
    }
    return this[kState].closed.promise;
  }

  cancel(reason = undefined) {
    if (!isBrand(this, 'ReadableStreamDefaultReader')) {
      return rejected(notThis('ReadableStreamDefaultReader'));
    }
    const { stream } = this[kState];
    return stream === undefined ? rejected(unattached()) : readableStreamCancel(stream, reason);
  }
}

finishClass(ReadableStreamDefaultReader, ['read', 'releaseLock', 'closed', 'cancel'], (it) => ({
  stream: it[kState].stream, readRequests: it[kState].readRequests.length,
  close: it[kState].closed.promise,
}));
finishClass(ReadableStream,
  ['locked', 'cancel', 'getReader', 'pipeThrough', 'pipeTo', 'tee', 'values'], (it) => ({
    locked: it.locked, state: it[kState].state,
    supportsBYOB: isBrand(it[kState].controller, 'ReadableByteStreamController'),
  }));
Object.defineProperty(ReadableStream, 'from', { enumerable: true });

// Answers a request { chunk(value), close(), error(reason) } now or later.
function readerRead(reader, request) {
  const { stream } = reader[kState];
  const state = stream[kState];
  state.disturbed = true;
  if (state.state === 'closed') request.close();
  else if (state.state === 'errored') request.error(state.storedError);
  else state.controller[kState].pullSteps(request);
}

// The state of a controller has the standard's internal methods too: pullSteps, cancelSteps and
// releaseSteps.
class ReadableStreamDefaultController {
  constructor(key = undefined) { checkConstruct(key); }

  get desiredSize() { return desiredSize(stateOf(this, 'ReadableStreamDefaultController')); }

  close() {
    if (!canCloseOrEnqueue(stateOf(this, 'ReadableStreamDefaultController'))) {
      throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    }
    controllerClose(this);
  }

  enqueue(chunk = undefined) {
    if (!canCloseOrEnqueue(stateOf(this, 'ReadableStreamDefaultController'))) {
      throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    }
    controllerEnqueue(this, chunk);
  }

  error(error = undefined) {
    stateOf(this, 'ReadableStreamDefaultController');
    controllerError(this, error);
  }
}

finishClass(ReadableStreamDefaultController, ['desiredSize', 'close', 'enqueue', 'error'],
  () => ({}));

function setUpDefaultController(stream, algorithms, highWaterMark, sizeAlgorithm) {
  const controller = new ReadableStreamDefaultController(kCreate);
  const state = controller[kState] = {
    stream,
    queue: new SizedQueue(),
    started: false,
    closeRequested: false,
    pulling: false,
    pullAgain: false,
    algorithms,
    highWaterMark,
    sizeAlgorithm,
  };
  Object.assign(state, internalMethods(controller));
  stream[kState].controller = controller;
  Promise.resolve(algorithms.start(controller)).then(() => {
    state.started = true;
    pullIfNeeded(controller);
  }, (error) => controllerError(controller, error));
}

function internalMethods(controller) {
  return {
    cancelSteps(reason) {
      const { queue, algorithms } = controller[kState];
      queue.reset();
      clearAlgorithms(controller);
      return promiseCall(algorithms.cancel, reason);
    },
    pullSteps(request) {
      const state = controller[kState];
      const { queue, stream } = state;
      if (queue.length === 0) {
        stream[kState].reader[kState].readRequests.push(request);
        pullIfNeeded(controller);
        return;
      }
      const { value } = queue.shift();
      if (state.closeRequested && queue.length === 0) {
        clearAlgorithms(controller);
        readableStreamClose(stream);
      } else {
        pullIfNeeded(controller);
      }
      request.chunk(value);
    },
    releaseSteps() {},
  };
}

function clearAlgorithms(controller) {
  controller[kState].algorithms = {};
  controller[kState].sizeAlgorithm = undefined;
}

function desiredSize({ highWaterMark, queue, stream }) {
  switch (stream[kState].state) {
    case 'errored': return null;
    case 'closed': return 0;
    default: return highWaterMark - queue.size;
  }
}

function canCloseOrEnqueue({ closeRequested, stream }) {
  return !closeRequested && stream[kState].state === 'readable';
}

function waitingRequests(stream) {
  return stream[kState].reader?.[kState].readRequests?.length ?? 0;
}

function pullIfNeeded(controller) { pull(controller, shouldPull, controllerError); }

function shouldPull(state) {
  if (!canCloseOrEnqueue(state) || !state.started) return false;
  return waitingRequests(state.stream) > 0 || desiredSize(state) > 0;
}

function controllerClose(controller) {
  const state = controller[kState];
  if (!canCloseOrEnqueue(state)) return;
  state.closeRequested = true;
  if (state.queue.length > 0) return;
  clearAlgorithms(controller);
  readableStreamClose(state.stream);
}

function controllerEnqueue(controller, chunk) {
  const state = controller[kState];
  if (!canCloseOrEnqueue(state)) return;
  const { queue, sizeAlgorithm, stream } = state;
  if (waitingRequests(stream) > 0) {
    stream[kState].reader[kState].readRequests.shift().chunk(chunk);
  } else {
    try {
      queue.enqueue(chunk, sizeAlgorithm(chunk));
    } catch (error) {
      controllerError(controller, error);
      throw error;
    }
  }
  pullIfNeeded(controller);
}

function controllerError(controller, error) {
  const { queue, stream } = controller[kState];
  if (stream[kState].state !== 'readable') return;
  queue.reset();
  clearAlgorithms(controller);
  readableStreamError(stream, error);
}

module.exports = {
  ReadableStream,
  ReadableStreamDefaultController,
  ReadableStreamDefaultReader,
  canCloseOrEnqueue,
  controllerClose,
  controllerEnqueue,
  controllerError,
  createReadableByteStream,
  createReadableStream,
  desiredSize,
  initializeReader,
  isLocked,
  isReadableStream,
  locked,
  readableStreamCancel,
  readableStreamClose,
  readableStreamError,
  readerRead,
  releaseWithRequests,
  unattached,
};
