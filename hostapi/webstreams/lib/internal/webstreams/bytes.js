'use strict';

// ReadableByteStreamController and ReadableStreamBYOBRequest: streams of bytes, which can be read
// into memory of the reader's own.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const {
  SizedQueue, checkConstruct, finishClass, kCreate, kState, method, promiseCall, pull, stateOf,
} = require('internal/webstreams/util');
const {
  canCloseOrEnqueue, desiredSize, readableStreamClose, readableStreamError,
} = require('internal/webstreams/readable');
const {
  ReadableStreamBYOBRequest, checkTransferable, transferBuffer,
} = require('internal/webstreams/byob_request');

class ReadableByteStreamController {
  constructor(key = undefined) { checkConstruct(key); }

  get byobRequest() {
    stateOf(this, 'ReadableByteStreamController');
    return byobRequestOf(this);
  }

  get desiredSize() { return desiredSize(stateOf(this, 'ReadableByteStreamController')); }

  close() {
    const state = stateOf(this, 'ReadableByteStreamController');
    if (state.closeRequested) throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    if (state.stream[kState].state !== 'readable') {
      throw new ERR_INVALID_STATE.TypeError('ReadableStream is already closed');
    }
    controllerClose(this);
  }

  enqueue(chunk) {
    const state = stateOf(this, 'ReadableByteStreamController');
    if (!ArrayBuffer.isView(chunk)) {
      throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], chunk);
    }
    if (chunk.byteLength === 0 || chunk.buffer.byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError('chunk ArrayBuffer is zero-length or detached');
    }
    if (state.closeRequested) throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    if (state.stream[kState].state !== 'readable') {
      throw new ERR_INVALID_STATE.TypeError('ReadableStream is already closed');
    }
    controllerEnqueue(this, chunk);
  }

  error(error = undefined) {
    stateOf(this, 'ReadableByteStreamController');
    controllerError(this, error);
  }
}

finishClass(ReadableByteStreamController,
  ['byobRequest', 'desiredSize', 'close', 'enqueue', 'error'], () => ({}));

function setUpFromSource(stream, source, highWaterMark) {
  const chunkSize = source.autoAllocateChunkSize;
  if (chunkSize === 0) {
    throw new ERR_INVALID_ARG_VALUE('source.autoAllocateChunkSize', chunkSize);
  }
  setUpController(stream, {
    start: method(source, 'start', 'source', () => undefined),
    pull: method(source, 'pull', 'source', () => undefined),
    cancel: method(source, 'cancel', 'source', () => undefined),
  }, highWaterMark, chunkSize);
}

function setUpController(stream, algorithms, highWaterMark, autoAllocateChunkSize) {
  const controller = new ReadableByteStreamController(kCreate);
  const state = controller[kState] = {
    stream,
    // Of { value: { buffer, byteOffset, byteLength }, size }.
    queue: new SizedQueue(),
    started: false,
    closeRequested: false,
    pulling: false,
    pullAgain: false,
    byobRequest: null,
    pendingPullIntos: [],
    algorithms,
    highWaterMark,
    autoAllocateChunkSize,
    cancelSteps: (reason) => cancelSteps(controller, reason),
    pullSteps: (request) => pullSteps(controller, request),
    releaseSteps: () => releaseSteps(controller),
  };
  stream[kState].controller = controller;
  Promise.resolve(algorithms.start(controller)).then(() => {
    state.started = true;
    pullIfNeeded(controller);
  }, (error) => controllerError(controller, error));
}

function cancelSteps(controller, reason) {
  const state = controller[kState];
  clearPendingPullIntos(controller);
  state.queue.reset();
  const { algorithms } = state;
  state.algorithms = {};
  return promiseCall(algorithms.cancel, reason);
}

function releaseSteps(controller) {
  const { pendingPullIntos } = controller[kState];
  if (pendingPullIntos.length === 0) return;
  pendingPullIntos[0].readerType = 'none';
  pendingPullIntos.length = 1;
}

function pullSteps(controller, request) {
  const state = controller[kState];
  const { autoAllocateChunkSize, queue, stream } = state;
  if (queue.size > 0) {
    const { value } = queue.shift();
    drained(controller);
    request.chunk(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return;
  }
  if (autoAllocateChunkSize !== undefined) {
    let buffer;
    try {
      buffer = new ArrayBuffer(autoAllocateChunkSize);
    } catch (error) {
      request.error(error);
      return;
    }
    state.pendingPullIntos.push({
      buffer,
      bufferByteLength: autoAllocateChunkSize,
      byteOffset: 0,
      byteLength: autoAllocateChunkSize,
      bytesFilled: 0,
      elementSize: 1,
      View: Uint8Array,
      readerType: 'default',
    });
  }
  stream[kState].reader[kState].readRequests.push(request);
  pullIfNeeded(controller);
}

// After a chunk left the queue.
function drained(controller) {
  const state = controller[kState];
  if (state.queue.size === 0 && state.closeRequested) {
    state.algorithms = {};
    readableStreamClose(state.stream);
  } else {
    pullIfNeeded(controller);
  }
}

function byobRequestOf(controller) {
  const state = controller[kState];
  if (state.byobRequest === null && state.pendingPullIntos.length > 0) {
    const first = state.pendingPullIntos[0];
    const request = new ReadableStreamBYOBRequest(kCreate);
    request[kState] = {
      controller,
      view: new Uint8Array(first.buffer, first.byteOffset + first.bytesFilled,
        first.byteLength - first.bytesFilled),
    };
    state.byobRequest = request;
  }
  return state.byobRequest;
}

function invalidateRequest(controller) {
  const state = controller[kState];
  if (state.byobRequest === null) return;
  state.byobRequest[kState] = { controller: undefined, view: null };
  state.byobRequest = null;
}

function clearPendingPullIntos(controller) {
  invalidateRequest(controller);
  controller[kState].pendingPullIntos = [];
}

function requestsOf(stream, key) { return stream[kState].reader?.[kState][key]; }

function shouldPull(state) {
  if (!canCloseOrEnqueue(state) || !state.started) return false;
  return requestsOf(state.stream, 'readRequests')?.length > 0 ||
    requestsOf(state.stream, 'readIntoRequests')?.length > 0 || desiredSize(state) > 0;
}

function pullIfNeeded(controller) { pull(controller, shouldPull, controllerError); }

function controllerClose(controller) {
  const state = controller[kState];
  if (!canCloseOrEnqueue(state)) return;
  if (state.queue.size > 0) {
    state.closeRequested = true;
    return;
  }
  const first = state.pendingPullIntos[0];
  if (first !== undefined && first.bytesFilled % first.elementSize !== 0) {
    const error = new ERR_INVALID_STATE.TypeError('Partial read');
    controllerError(controller, error);
    throw error;
  }
  state.algorithms = {};
  readableStreamClose(state.stream);
}

function controllerError(controller, error) {
  const state = controller[kState];
  if (state.stream[kState].state !== 'readable') return;
  clearPendingPullIntos(controller);
  state.queue.reset();
  state.algorithms = {};
  readableStreamError(state.stream, error);
}

function enqueueBytes(controller, buffer, byteOffset, byteLength) {
  controller[kState].queue.push({ value: { buffer, byteOffset, byteLength }, size: byteLength });
}

// The bytes that a released reader left half read.
function enqueueRest(controller, descriptor) {
  if (descriptor.bytesFilled > 0) {
    const { buffer, byteOffset, bytesFilled } = descriptor;
    enqueueBytes(controller, buffer.slice(byteOffset, byteOffset + bytesFilled), 0, bytesFilled);
  }
  shiftPullInto(controller);
}

function controllerEnqueue(controller, chunk) {
  const state = controller[kState];
  if (!canCloseOrEnqueue(state)) return;
  const { byteOffset, byteLength } = chunk;
  checkTransferable(chunk.buffer);
  const buffer = transferBuffer(chunk.buffer);
  const first = state.pendingPullIntos[0];
  if (first !== undefined) {
    checkTransferable(first.buffer);
    invalidateRequest(controller);
    first.buffer = transferBuffer(first.buffer);
    if (first.readerType === 'none') enqueueRest(controller, first);
  }
  const { stream } = state;
  const readRequests = requestsOf(stream, 'readRequests');
  if (readRequests !== undefined) {
    while (readRequests.length > 0 && state.queue.size > 0) {
      fillFromQueue(controller, readRequests.shift());
    }
    if (readRequests.length === 0) {
      enqueueBytes(controller, buffer, byteOffset, byteLength);
    } else {
      if (state.pendingPullIntos.length > 0) shiftPullInto(controller);
      readRequests.shift().chunk(new Uint8Array(buffer, byteOffset, byteLength));
    }
  } else {
    enqueueBytes(controller, buffer, byteOffset, byteLength);
    if (requestsOf(stream, 'readIntoRequests') !== undefined) processPullIntos(controller);
  }
  pullIfNeeded(controller);
}

function fillFromQueue(controller, request) {
  const { value } = controller[kState].queue.shift();
  drained(controller);
  request.chunk(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}

function shiftPullInto(controller) {
  const state = controller[kState];
  invalidateRequest(controller);
  return state.pendingPullIntos.shift();
}

function fillHead(controller, size, descriptor) {
  invalidateRequest(controller);
  descriptor.bytesFilled += size;
}

// Copies from the queue into a descriptor; says whether that has whole elements now.
function fillDescriptor(controller, descriptor) {
  const { queue } = controller[kState];
  const { elementSize } = descriptor;
  const aligned = descriptor.bytesFilled - (descriptor.bytesFilled % elementSize);
  const most = Math.min(queue.size, descriptor.byteLength - descriptor.bytesFilled);
  const filledMost = descriptor.bytesFilled + most;
  const alignedMost = filledMost - (filledMost % elementSize);
  const ready = alignedMost > aligned;
  let left = ready ? alignedMost - descriptor.bytesFilled : most;
  while (left > 0) {
    const { value } = queue.peek();
    const count = Math.min(left, value.byteLength);
    new Uint8Array(descriptor.buffer).set(
      new Uint8Array(value.buffer, value.byteOffset, count),
      descriptor.byteOffset + descriptor.bytesFilled);
    if (value.byteLength === count) {
      const size = queue.size - count;
      queue.shift();
      queue.size = size;
    } else {
      value.byteOffset += count;
      value.byteLength -= count;
      queue.size -= count;
      queue.peek().size = value.byteLength;
    }
    fillHead(controller, count, descriptor);
    left -= count;
  }
  return ready;
}

function convert(descriptor) {
  const { View, buffer, byteOffset, bytesFilled, elementSize } = descriptor;
  return new View(transferBuffer(buffer), byteOffset, bytesFilled / elementSize);
}

function commit(controller, descriptor) {
  const { stream } = controller[kState];
  const done = stream[kState].state === 'closed';
  const view = convert(descriptor);
  if (descriptor.readerType === 'default') {
    const request = requestsOf(stream, 'readRequests').shift();
    if (done) request.close();
    else request.chunk(view);
    return;
  }
  const request = requestsOf(stream, 'readIntoRequests').shift();
  if (done) request.close(view);
  else request.chunk(view);
}

function processPullIntos(controller) {
  const state = controller[kState];
  while (state.pendingPullIntos.length > 0 && state.queue.size > 0) {
    const descriptor = state.pendingPullIntos[0];
    if (fillDescriptor(controller, descriptor)) {
      shiftPullInto(controller);
      commit(controller, descriptor);
    }
  }
}

// A BYOB reader reads into a view.
function pullInto(controller, view, request) {
  const state = controller[kState];
  const { stream } = state;
  const View = view.constructor;
  const elementSize = view instanceof DataView ? 1 : view.BYTES_PER_ELEMENT;
  const { byteOffset, byteLength } = view;
  const buffer = transferBuffer(view.buffer);
  const descriptor = {
    buffer,
    bufferByteLength: buffer.byteLength,
    byteOffset,
    byteLength,
    bytesFilled: 0,
    elementSize,
    View,
    readerType: 'byob',
  };
  const requests = requestsOf(stream, 'readIntoRequests');
  if (state.pendingPullIntos.length > 0) {
    state.pendingPullIntos.push(descriptor);
    requests.push(request);
    return;
  }
  if (stream[kState].state === 'closed') {
    request.close(new View(buffer, byteOffset, 0));
    return;
  }
  if (state.queue.size > 0) {
    if (fillDescriptor(controller, descriptor)) {
      const filled = convert(descriptor);
      drained(controller);
      request.chunk(filled);
      return;
    }
    if (state.closeRequested) {
      const error = new ERR_INVALID_STATE.TypeError('ReadableStream closed');
      controllerError(controller, error);
      request.error(error);
      return;
    }
  }
  state.pendingPullIntos.push(descriptor);
  requests.push(request);
  pullIfNeeded(controller);
}

function respond(controller, bytesWritten) {
  const { pendingPullIntos, stream } = controller[kState];
  const first = pendingPullIntos[0];
  if (stream[kState].state === 'closed') {
    if (bytesWritten !== 0) {
      throw new ERR_INVALID_STATE.TypeError('Controller is closed but view is not zero-length');
    }
  } else {
    if (!(bytesWritten > 0)) {
      throw new ERR_INVALID_ARG_VALUE('bytesWritten', bytesWritten);
    }
    if (first.bytesFilled + bytesWritten > first.byteLength) {
      throw new ERR_INVALID_ARG_VALUE.RangeError('bytesWritten', bytesWritten);
    }
  }
  first.buffer = transferBuffer(first.buffer);
  respondInternal(controller, bytesWritten);
}

function respondWithNewView(controller, view) {
  const { pendingPullIntos, stream } = controller[kState];
  const first = pendingPullIntos[0];
  if (stream[kState].state === 'closed') {
    if (view.byteLength !== 0) {
      throw new ERR_INVALID_STATE.TypeError('View is not zero-length');
    }
  } else if (view.byteLength === 0) {
    throw new ERR_INVALID_STATE.TypeError('View is zero-length');
  }
  if (first.byteOffset + first.bytesFilled !== view.byteOffset ||
      first.bytesFilled + view.byteLength > first.byteLength) {
    throw new ERR_INVALID_ARG_VALUE.RangeError('view', view);
  }
  if (first.bufferByteLength !== view.buffer.byteLength) {
    throw new ERR_INVALID_ARG_VALUE.RangeError('view', view);
  }
  const { byteLength } = view;
  first.buffer = transferBuffer(view.buffer);
  respondInternal(controller, byteLength);
}

function respondInternal(controller, bytesWritten) {
  const state = controller[kState];
  const first = state.pendingPullIntos[0];
  invalidateRequest(controller);
  if (state.stream[kState].state === 'closed') respondClosed(controller, first);
  else respondReadable(controller, bytesWritten, first);
  pullIfNeeded(controller);
}

function respondClosed(controller, first) {
  const { stream } = controller[kState];
  if (first.readerType === 'none') shiftPullInto(controller);
  const requests = requestsOf(stream, 'readIntoRequests');
  while (requests?.length > 0) commit(controller, shiftPullInto(controller));
}

function respondReadable(controller, bytesWritten, descriptor) {
  fillHead(controller, bytesWritten, descriptor);
  if (descriptor.readerType === 'none') {
    enqueueRest(controller, descriptor);
    processPullIntos(controller);
    return;
  }
  if (descriptor.bytesFilled < descriptor.elementSize) return;
  shiftPullInto(controller);
  const rest = descriptor.bytesFilled % descriptor.elementSize;
  if (rest > 0) {
    const end = descriptor.byteOffset + descriptor.bytesFilled;
    enqueueBytes(controller, descriptor.buffer.slice(end - rest, end), 0, rest);
  }
  descriptor.bytesFilled -= rest;
  commit(controller, descriptor);
  processPullIntos(controller);
}

module.exports = {
  ReadableByteStreamController,
  byobRequestOf,
  controllerClose,
  controllerEnqueue,
  controllerError,
  pullInto,
  respond,
  respondWithNewView,
  setUpController,
  setUpFromSource,
};
