'use strict';

// ReadableState: what a readable stream knows of itself.

const { getDefaultHighWaterMark, getHighWaterMark } = require('internal/streams/state');

// Shared by all streams which are not piped anywhere.
const noPipes = Object.freeze([]);

function ReadableState(options, stream, isDuplex) {
  this.highWaterMark = 0;
  // The chunks; the first bufferIndex of them have been taken.
  this.buffer = [];
  this.bufferIndex = 0;
  this.length = 0;
  this.pipes = noPipes;
  // A writer which is full, or with multiAwaitDrain a set of them.
  this.awaitDrainWriters = null;
  if (options) readOptions(this, options, isDuplex);
  else this.highWaterMark = getDefaultHighWaterMark(false);
}

// What is true of most streams most of the time stands in the prototype, which makes streams cheap
// to create.
Object.assign(ReadableState.prototype, {
  objectMode: false,
  constructed: true,
  autoDestroy: true,
  emitClose: true,
  destroyed: false,
  closed: false,
  closeEmitted: false,
  errored: null,
  errorEmitted: false,
  // push(null) has been called; its 'end' has been emitted.
  ended: false,
  endEmitted: false,
  // From a call of _read() until its push(); sync: _read() has not returned yet.
  reading: false,
  sync: true,
  // A 'readable' event is due when data comes; one has been emitted since the last read().
  needReadable: false,
  emittedReadable: false,
  readableListening: false,
  dataListening: false,
  // null until somebody has decided.
  flowing: null,
  paused: null,
  resumeScheduled: false,
  multiAwaitDrain: false,
  readingMore: false,
  dataEmitted: false,
  defaultEncoding: 'utf8',
  decoder: null,
  encoding: null,
});

function readOptions(state, options, isDuplex) {
  if (options.objectMode || (isDuplex && options.readableObjectMode)) state.objectMode = true;
  state.highWaterMark = getHighWaterMark(state, options, 'readableHighWaterMark', isDuplex);
  if (options.emitClose === false) state.emitClose = false;
  if (options.autoDestroy === false) state.autoDestroy = false;
  const { defaultEncoding, encoding } = options;
  if (defaultEncoding) setDefaultEncoding(state, defaultEncoding);
  if (encoding) {
    const { StringDecoder } = require('string_decoder');
    state.decoder = new StringDecoder(encoding);
    state.encoding = encoding;
  }
}

// For both sides of streams.
function setDefaultEncoding(state, encoding) {
  if (encoding === 'utf8' || encoding === 'utf-8') return;
  if (!require('buffer').Buffer.isEncoding(encoding)) {
    const { ERR_UNKNOWN_ENCODING } = require('internal/errors').codes;
    throw new ERR_UNKNOWN_ENCODING(encoding);
  }
  state.defaultEncoding = encoding;
}

Object.defineProperty(ReadableState.prototype, 'pipesCount', {
  get() { return this.pipes.length; },
});
Object.defineProperty(ReadableState.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: function(...args) {
    return require('internal/streams/state_view').inspectState.apply(this, args);
  },
});

module.exports = { ReadableState, noPipes, setDefaultEncoding };
