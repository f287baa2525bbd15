'use strict';

// WritableState: what a writable stream knows of itself.

const {
  AUTO_DESTROY, CONSTRUCTED, EMIT_CLOSE, OBJECT_MODE, defineBits, defineCommon,
  defineDefaultEncoding, defineOptional, defineTristate,
} = require('internal/streams/bits');
const { getDefaultHighWaterMark, getHighWaterMark } = require('internal/streams/state');

const SYNC = 1 << 9;
const FINAL_CALLED = 1 << 10;
const NEED_DRAIN = 1 << 11;
const ENDING = 1 << 12;
const FINISHED = 1 << 13;
const DECODE_STRINGS = 1 << 14;
const WRITING = 1 << 15;
const BUFFER_PROCESSING = 1 << 16;
const PREFINISHED = 1 << 17;
const ALL_BUFFERS = 1 << 18;
const ALL_NOOP = 1 << 19;
const ON_FINISHED = 1 << 20;
const HAS_WRITABLE = 1 << 21;
const WRITABLE = 1 << 22;
const CORKED = 1 << 23;
const DEFAULT_UTF8 = 1 << 24;
const WRITE_CALLBACK = 1 << 25;
const EXPECT_WRITE_CALLBACK = 1 << 26;
const AFTER_WRITE_INFO = 1 << 27;
const AFTER_WRITE_PENDING = 1 << 28;
const BUFFERED = 1 << 29;
const ENDED = 1 << 30;

const initialFlags = EMIT_CLOSE | AUTO_DESTROY | CONSTRUCTED | SYNC | DECODE_STRINGS |
  ALL_BUFFERS | ALL_NOOP | DEFAULT_UTF8;

function WritableState(options, stream, isDuplex, onWrite) {
  this.flags = initialFlags;
  this.highWaterMark = 0;
  this.length = 0;
  this.corked = 0;
  this.onwrite = onWrite.bind(undefined, stream);
  this.writelen = 0;
  this.bufferedIndex = 0;
  // Writes, a final() and a finish which have not called back yet: 'finish' waits for them.
  this.pendingcb = 0;
  // The chunks which wait, with BUFFERED; the first bufferedIndex of them are gone.
  this.queue = null;
  if (options) readOptions(this, options, isDuplex);
  else this.highWaterMark = getDefaultHighWaterMark(false);
}

function readOptions(state, options, isDuplex) {
  if (options.objectMode || (isDuplex && options.writableObjectMode)) state.flags |= OBJECT_MODE;
  state.highWaterMark = getHighWaterMark(state, options, 'writableHighWaterMark', isDuplex);
  if (options.emitClose === false) state.flags &= ~EMIT_CLOSE;
  if (options.autoDestroy === false) state.flags &= ~AUTO_DESTROY;
  if (options.decodeStrings === false) state.flags &= ~DECODE_STRINGS;
  const { defaultEncoding } = options;
  if (!defaultEncoding || defaultEncoding === 'utf8' || defaultEncoding === 'utf-8') return;
  if (!require('buffer').Buffer.isEncoding(defaultEncoding)) {
    const { ERR_UNKNOWN_ENCODING } = require('internal/errors').codes;
    throw new ERR_UNKNOWN_ENCODING(defaultEncoding);
  }
  state.defaultEncoding = defaultEncoding;
}

// Forgets the queue: nothing waits any more.
WritableState.reset = function(state) {
  state.queue = null;
  state.bufferedIndex = 0;
  state.flags = (state.flags | ALL_BUFFERS | ALL_NOOP) & ~BUFFERED;
};

defineCommon(WritableState.prototype);
defineBits(WritableState.prototype, {
  finalCalled: FINAL_CALLED,
  needDrain: NEED_DRAIN,
  ending: ENDING,
  ended: ENDED,
  finished: FINISHED,
  decodeStrings: DECODE_STRINGS,
  writing: WRITING,
  sync: SYNC,
  bufferProcessing: BUFFER_PROCESSING,
  prefinished: PREFINISHED,
  allBuffers: ALL_BUFFERS,
  allNoop: ALL_NOOP,
});
defineTristate(WritableState.prototype, 'writable', HAS_WRITABLE, WRITABLE);
defineDefaultEncoding(WritableState.prototype, DEFAULT_UTF8);
defineOptional(WritableState.prototype, 'writecb', WRITE_CALLBACK, 'writeCallback', undefined);
defineOptional(
  WritableState.prototype, 'afterWriteTickInfo', AFTER_WRITE_INFO, 'afterWriteInfo', null);
Object.defineProperty(WritableState.prototype, 'buffered', {
  get() { return (this.flags & BUFFERED) !== 0 ? this.queue : []; },
  set(value) {
    this.queue = value;
    if (value) this.flags |= BUFFERED;
    else this.flags &= ~BUFFERED;
  },
});
Object.defineProperty(WritableState.prototype, 'bufferedRequestCount', {
  get() { return (this.flags & BUFFERED) === 0 ? 0 : this.queue.length - this.bufferedIndex; },
});
WritableState.prototype.getBuffer = function getBuffer() {
  return (this.flags & BUFFERED) === 0 ? [] : this.queue.slice(this.bufferedIndex);
};

module.exports = {
  AFTER_WRITE_INFO,
  AFTER_WRITE_PENDING,
  ALL_BUFFERS,
  ALL_NOOP,
  BUFFERED,
  BUFFER_PROCESSING,
  CORKED,
  DECODE_STRINGS,
  DEFAULT_UTF8,
  ENDED,
  ENDING,
  EXPECT_WRITE_CALLBACK,
  FINAL_CALLED,
  FINISHED,
  NEED_DRAIN,
  ON_FINISHED,
  PREFINISHED,
  SYNC,
  WRITE_CALLBACK,
  WRITING,
  WritableState,
};
