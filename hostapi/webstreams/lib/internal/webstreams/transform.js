'use strict';

// TransformStream and its controller.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateObject,
} = require('internal/validators');
const readables = require('internal/webstreams/readable');
const {
  checkConstruct, createDeferredPromise, extractHighWaterMark, extractSizeAlgorithm, finishClass,
  kCreate, kState, method, promiseCall, stateOf,
} = require('internal/webstreams/util');
const { controllerErrorIfNeeded, createWritableStream } = require('internal/webstreams/writable');

class TransformStream {
  constructor(transformer = {}, writableStrategy = {}, readableStrategy = {}) {
    validateObject(transformer, 'transformer', kValidateObjectAllowObjects);
    validateObject(writableStrategy, 'writableStrategy', kValidateObjectAllowObjectsAndNull);
    validateObject(readableStrategy, 'readableStrategy', kValidateObjectAllowObjectsAndNull);
    for (const key of ['readableType', 'writableType']) {
      if (transformer?.[key] !== undefined) {
        throw new ERR_INVALID_ARG_VALUE.RangeError(`transformer.${key}`, transformer[key]);
      }
    }
    const readableMark = extractHighWaterMark(readableStrategy?.highWaterMark, 0);
    const readableSize = extractSizeAlgorithm(readableStrategy?.size);
    const writableMark = extractHighWaterMark(writableStrategy?.highWaterMark, 1);
    const writableSize = extractSizeAlgorithm(writableStrategy?.size);
    const started = createDeferredPromise();
    initialize(this, started.promise, writableMark, writableSize, readableMark, readableSize);
    setUpController(this, transformer);
    const start = method(transformer, 'start', 'transformer', () => undefined);
    started.resolve(start(this[kState].controller));
  }

  get readable() { return stateOf(this, 'TransformStream').readable; }

  get writable() { return stateOf(this, 'TransformStream').writable; }
}

finishClass(TransformStream, ['readable', 'writable'], (it) => ({
  readable: it.readable, writable: it.writable, backpressure: it[kState].backpressure,
}));

function initialize(stream, started, writableMark, writableSize, readableMark, readableSize) {
  const state = stream[kState] = {
    readable: undefined,
    writable: undefined,
    controller: undefined,
    backpressure: undefined,
    backpressureChange: createDeferredPromise(),
  };
  state.writable = createWritableStream({
    start: () => started,
    write: (chunk) => sinkWrite(stream, chunk),
    abort: (reason) => sinkAbort(stream, reason),
    close: () => sinkClose(stream),
  }, writableMark, writableSize);
  state.readable = readables.createReadableStream({
    start: () => started,
    pull() {
      setBackpressure(stream, false);
      return state.backpressureChange.promise;
    },
    cancel(reason) {
      errorWritableAndUnblock(stream, reason);
      return Promise.resolve();
    },
  }, readableMark, readableSize);
  setBackpressure(stream, true);
}

function setUpController(stream, transformer) {
  const controller = new TransformStreamDefaultController(kCreate);
  controller[kState] = {
    stream,
    transform: method(transformer, 'transform', 'transformer',
      (chunk) => controllerEnqueue(controller, chunk)),
    flush: method(transformer, 'flush', 'transformer', () => undefined),
  };
  stream[kState].controller = controller;
}

function setBackpressure(stream, backpressure) {
  const state = stream[kState];
  state.backpressureChange.resolve();
  state.backpressureChange = createDeferredPromise();
  state.backpressure = backpressure;
}

function errorStream(stream, error) {
  readables.controllerError(stream[kState].readable[kState].controller, error);
  errorWritableAndUnblock(stream, error);
}

function errorWritableAndUnblock(stream, error) {
  const { controller, writable, backpressure } = stream[kState];
  clearAlgorithms(controller);
  controllerErrorIfNeeded(writable[kState].controller, error);
  if (backpressure) setBackpressure(stream, false);
}

function clearAlgorithms(controller) {
  controller[kState].transform = undefined;
  controller[kState].flush = undefined;
}

async function sinkWrite(stream, chunk) {
  const { backpressure, backpressureChange, controller, writable } = stream[kState];
  if (backpressure) {
    await backpressureChange.promise;
    const { state, storedError } = writable[kState];
    if (state === 'erroring') throw storedError;
  }
  await performTransform(controller, chunk);
}

async function performTransform(controller, chunk) {
  try {
    await promiseCall(controller[kState].transform, chunk, controller);
  } catch (error) {
    errorStream(controller[kState].stream, error);
    throw error;
  }
}

function sinkAbort(stream, reason) {
  errorStream(stream, reason);
  return Promise.resolve();
}

function sinkClose(stream) {
  const { controller, readable } = stream[kState];
  const flushed = promiseCall(controller[kState].flush, controller);
  clearAlgorithms(controller);
  return flushed.then(() => {
    if (readable[kState].state === 'errored') throw readable[kState].storedError;
    readables.controllerClose(readable[kState].controller);
  }, (error) => {
    errorStream(stream, error);
    throw readable[kState].storedError;
  });
}

class TransformStreamDefaultController {
  constructor(key = undefined) { checkConstruct(key); }

  get desiredSize() {
    const { stream } = stateOf(this, 'TransformStreamDefaultController');
    return readables.desiredSize(stream[kState].readable[kState].controller[kState]);
  }

  enqueue(chunk = undefined) {
    stateOf(this, 'TransformStreamDefaultController');
    controllerEnqueue(this, chunk);
  }

  error(reason = undefined) {
    errorStream(stateOf(this, 'TransformStreamDefaultController').stream, reason);
  }

  terminate() {
    const { stream } = stateOf(this, 'TransformStreamDefaultController');
    readables.controllerClose(stream[kState].readable[kState].controller);
    errorWritableAndUnblock(stream,
      new ERR_INVALID_STATE.TypeError('TransformStream has been terminated'));
  }
}

finishClass(TransformStreamDefaultController, ['desiredSize', 'enqueue', 'error', 'terminate'],
  (it) => ({ stream: it[kState].stream }));

function controllerEnqueue(controller, chunk) {
  const { stream } = controller[kState];
  const { readable } = stream[kState];
  const inner = readable[kState].controller;
  if (!readables.canCloseOrEnqueue(inner[kState])) {
    throw new ERR_INVALID_STATE.TypeError('Unable to enqueue');
  }
  try {
    readables.controllerEnqueue(inner, chunk);
  } catch (error) {
    errorWritableAndUnblock(stream, error);
    throw readable[kState].storedError;
  }
  const backpressure = !(readables.desiredSize(inner[kState]) > 0 ||
    (readable[kState].reader?.[kState].readRequests?.length ?? 0) > 0);
  if (backpressure !== stream[kState].backpressure) setBackpressure(stream, true);
}

module.exports = { TransformStream, TransformStreamDefaultController };
