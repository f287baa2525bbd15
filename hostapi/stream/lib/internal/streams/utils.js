'use strict';

// Questions about things which may be streams: ours, those of older libraries, and web streams.
// Answers are null where a stream does not say.

const kIsDestroyed = Symbol.for('nodejs.stream.destroyed');
const kIsErrored = Symbol.for('nodejs.stream.errored');
const kIsReadable = Symbol.for('nodejs.stream.readable');
const kIsWritable = Symbol.for('nodejs.stream.writable');
const kIsDisturbed = Symbol.for('nodejs.stream.disturbed');

function isFunction(value) {
  return typeof value === 'function';
}

// strict: with pause and resume too, as a stream of Node's own has.
function isReadableNodeStream(stream, strict = false) {
  return Boolean(stream && isFunction(stream.pipe) && isFunction(stream.on) &&
    (!strict || (isFunction(stream.pause) && isFunction(stream.resume))) &&
    (!stream._writableState || stream._readableState?.readable !== false) &&
    (!stream._writableState || stream._readableState));
}

function isWritableNodeStream(stream) {
  return Boolean(stream && isFunction(stream.write) && isFunction(stream.on) &&
    (!stream._readableState || stream._writableState?.writable !== false));
}

function isDuplexNodeStream(stream) {
  return Boolean(stream && isFunction(stream.pipe) && stream._readableState &&
    isFunction(stream.on) && isFunction(stream.write));
}

function isNodeStream(value) {
  return value && (value._readableState || value._writableState ||
    (isFunction(value.write) && isFunction(value.on)) ||
    (isFunction(value.pipe) && isFunction(value.on)));
}

function isReadableStream(value) {
  return Boolean(value && !isNodeStream(value) && isFunction(value.pipeThrough) &&
    isFunction(value.getReader) && isFunction(value.cancel));
}

function isWritableStream(value) {
  return Boolean(value && !isNodeStream(value) && isFunction(value.getWriter) &&
    isFunction(value.abort));
}

function isTransformStream(value) {
  return Boolean(value && !isNodeStream(value) && typeof value.readable === 'object' &&
    typeof value.writable === 'object');
}

function isWebStream(value) {
  return isReadableStream(value) || isWritableStream(value) || isTransformStream(value);
}

function isIterable(value, isAsync) {
  if (value === null || value === undefined) return false;
  if (isAsync === true) return isFunction(value[Symbol.asyncIterator]);
  if (isAsync === false) return isFunction(value[Symbol.iterator]);
  return isFunction(value[Symbol.asyncIterator]) || isFunction(value[Symbol.iterator]);
}

function isDestroyed(stream) {
  if (!isNodeStream(stream)) return null;
  const state = stream._writableState || stream._readableState;
  return Boolean(stream.destroyed || stream[kIsDestroyed] || state?.destroyed);
}

function isWritableEnded(stream) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableEnded === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  return typeof state?.ended === 'boolean' ? state.ended : null;
}

// strict false: an ended stream with nothing left to write has finished, whatever it says.
function isWritableFinished(stream, strict) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableFinished === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  if (typeof state?.finished !== 'boolean') return null;
  return Boolean(
    state.finished || (strict === false && state.ended === true && state.length === 0));
}

// strict false: an ended stream with nothing left to read has finished, whatever it says.
function isReadableFinished(stream, strict) {
  if (!isReadableNodeStream(stream)) return null;
  const state = stream._readableState;
  if (state?.errored) return false;
  if (typeof state?.endEmitted !== 'boolean') return null;
  return Boolean(
    state.endEmitted || (strict === false && state.ended === true && state.length === 0));
}

function isReadable(stream) {
  if (stream && stream[kIsReadable] != null) return stream[kIsReadable];
  if (typeof stream?.readable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !isReadableFinished(stream);
}

function isWritable(stream) {
  if (stream && stream[kIsWritable] != null) return stream[kIsWritable];
  if (typeof stream?.writable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !isWritableEnded(stream);
}

// Has the stream ended, on the sides which options do not exclude?
function isFinished(stream, options) {
  if (!isNodeStream(stream)) return null;
  if (isDestroyed(stream)) return true;
  if (options?.readable !== false && isReadable(stream)) return false;
  return !(options?.writable !== false && isWritable(stream));
}

function erroredOf(stream, own, state) {
  if (!isNodeStream(stream)) return null;
  if (stream[own]) return stream[own];
  return stream[state]?.errored ?? null;
}

function isWritableErrored(stream) {
  return erroredOf(stream, 'writableErrored', '_writableState');
}

function isReadableErrored(stream) {
  return erroredOf(stream, 'readableErrored', '_readableState');
}

function isOutgoingMessage(stream) {
  return typeof stream._closed === 'boolean' && typeof stream._defaultKeepAlive === 'boolean' &&
    typeof stream._removedConnection === 'boolean' && typeof stream._removedContLen === 'boolean';
}

function isClosed(stream) {
  if (!isNodeStream(stream)) return null;
  if (typeof stream.closed === 'boolean') return stream.closed;
  const writable = stream._writableState;
  const readable = stream._readableState;
  if (typeof writable?.closed === 'boolean' || typeof readable?.closed === 'boolean') {
    return writable?.closed || readable?.closed;
  }
  return typeof stream._closed === 'boolean' && isOutgoingMessage(stream) ? stream._closed : null;
}

function isServerResponse(stream) {
  return typeof stream._sent100 === 'boolean' && isOutgoingMessage(stream);
}

function isServerRequest(stream) {
  return typeof stream._consuming === 'boolean' && typeof stream._dumped === 'boolean' &&
    stream.req?.upgradeOrConnect === undefined;
}

// Will the stream, as far as one can tell, emit 'close' of its own accord?
function willEmitClose(stream) {
  if (!isNodeStream(stream)) return null;
  const writable = stream._writableState;
  const readable = stream._readableState;
  const state = writable || readable;
  return (!state && isServerResponse(stream)) ||
    Boolean(state?.autoDestroy && state.emitClose && state.closed === false);
}

function isDisturbed(stream) {
  return Boolean(stream &&
    (stream[kIsDisturbed] ?? (stream.readableDidRead || stream.readableAborted)));
}

function isErrored(stream) {
  return Boolean(stream && (stream[kIsErrored] ?? stream.readableErrored ??
    stream.writableErrored ?? stream._readableState?.errorEmitted ??
    stream._writableState?.errorEmitted ?? stream._readableState?.errored ??
    stream._writableState?.errored));
}

module.exports = {
  isClosed,
  isDestroyed,
  isDisturbed,
  isDuplexNodeStream,
  isErrored,
  isFinished,
  isIterable,
  isNodeStream,
  isReadable,
  isReadableErrored,
  isReadableFinished,
  isReadableNodeStream,
  isReadableStream,
  isServerRequest,
  isTransformStream,
  isWebStream,
  isWritable,
  isWritableErrored,
  isWritableFinished,
  isWritableNodeStream,
  isWritableStream,
  kIsDestroyed,
  willEmitClose,
};
