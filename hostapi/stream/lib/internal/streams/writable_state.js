'use strict';

// WritableState: what a writable stream knows of itself.

const { setDefaultEncoding } = require('internal/streams/readable_state');
const { getDefaultHighWaterMark, getHighWaterMark } = require('internal/streams/state');

// onwrite: what _write() calls back, with the stream as its first argument.
function WritableState(options, stream, isDuplex, onwrite) {
  this.highWaterMark = 0;
  this.length = 0;
  this.corked = 0;
  this.onwrite = onwrite.bind(undefined, stream);
  this.writelen = 0;
  this.bufferedIndex = 0;
  // Writes, a _final() and a finish which have not called back: 'finish' waits for them.
  this.pendingcb = 0;
  if (options) readOptions(this, options, isDuplex);
  else this.highWaterMark = getDefaultHighWaterMark(false);
}

// What is true of most streams most of the time stands in the prototype, which makes streams cheap
// to create.
Object.assign(WritableState.prototype, {
  objectMode: false,
  constructed: true,
  autoDestroy: true,
  emitClose: true,
  destroyed: false,
  closed: false,
  closeEmitted: false,
  errored: null,
  errorEmitted: false,
  decodeStrings: true,
  defaultEncoding: 'utf8',
  // null until somebody has decided.
  writable: null,
  needDrain: false,
  // end() has been called; it has returned; _final() has been called; 'prefinish'; 'finish'.
  ending: false,
  ended: false,
  finalCalled: false,
  prefinished: false,
  finished: false,
  // From a call of _write() until its callback; sync: it has not returned yet.
  writing: false,
  sync: true,
  expectWriteCallback: false,
  writecb: null,
  afterWriteTickInfo: null,
  afterWritePending: false,
  bufferProcessing: false,
  // The chunks which wait, the first bufferedIndex of which are gone; null when none do. Are all of
  // them bytes, and did all come without a callback?
  buffered: null,
  allBuffers: true,
  allNoop: true,
  // Of end().
  finishCallbacks: null,
});

function readOptions(state, options, isDuplex) {
  if (options.objectMode || (isDuplex && options.writableObjectMode)) state.objectMode = true;
  state.highWaterMark = getHighWaterMark(state, options, 'writableHighWaterMark', isDuplex);
  if (options.emitClose === false) state.emitClose = false;
  if (options.autoDestroy === false) state.autoDestroy = false;
  if (options.decodeStrings === false) state.decodeStrings = false;
  if (options.defaultEncoding) setDefaultEncoding(state, options.defaultEncoding);
}

// Forgets the chunks: nothing waits any more.
function resetBuffer(state) {
  state.buffered = null;
  state.bufferedIndex = 0;
  state.allBuffers = true;
  state.allNoop = true;
}

WritableState.prototype.getBuffer = function getBuffer() {
  return this.buffered === null ? [] : this.buffered.slice(this.bufferedIndex);
};
Object.defineProperty(WritableState.prototype, 'bufferedRequestCount', {
  get() { return this.buffered === null ? 0 : this.buffered.length - this.bufferedIndex; },
});
Object.defineProperty(WritableState.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: function(...args) {
    return require('internal/streams/state_view').inspectState.apply(this, args);
  },
});

module.exports = { WritableState, resetBuffer };
