'use strict';

// A signal which destroys a stream when it aborts.

const { AbortError, codes } = require('internal/errors');
const { isNodeStream, isWebStream } = require('internal/streams/utils');

const kControllerErrorFunction = Symbol.for('nodejs.webstream.controllerErrorFunction');

function addAbortSignal(signal, stream) {
  if (typeof signal !== 'object' || signal === null || !('aborted' in signal)) return stream;
  const onAbort = () => {
    const error = new AbortError(undefined, { cause: signal.reason });
    if (isNodeStream(stream)) stream.destroy(error);
    else stream[kControllerErrorFunction](error);
  };
  if (signal.aborted) {
    onAbort();
    return stream;
  }
  const { addAbortListener } = require('internal/events/abort_listener');
  const { eos } = require('internal/streams/end-of-stream');
  const listener = addAbortListener(signal, onAbort);
  eos(stream, () => listener[Symbol.dispose]());
  return stream;
}

// stream.addAbortSignal: the same with its arguments checked.
function addAbortSignalChecked(signal, stream) {
  if (typeof signal !== 'object' || signal === null || !('aborted' in signal)) {
    throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  }
  if (!isNodeStream(stream) && !isWebStream(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return addAbortSignal(signal, stream);
}

module.exports = { addAbortSignal, addAbortSignalChecked };
