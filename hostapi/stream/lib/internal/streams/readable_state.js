'use strict';

// ReadableState: what a readable stream knows of itself.

const {
  AUTO_DESTROY, CONSTRUCTED, EMIT_CLOSE, OBJECT_MODE, defineBits, defineCommon,
  defineDefaultEncoding, defineOptional, defineTristate,
} = require('internal/streams/bits');
const { getDefaultHighWaterMark, getHighWaterMark } = require('internal/streams/state');

const ENDED = 1 << 9;
const END_EMITTED = 1 << 10;
const READING = 1 << 11;
const SYNC = 1 << 12;
const NEED_READABLE = 1 << 13;
const EMITTED_READABLE = 1 << 14;
const READABLE_LISTENING = 1 << 15;
const RESUME_SCHEDULED = 1 << 16;
const MULTI_AWAIT_DRAIN = 1 << 17;
const READING_MORE = 1 << 18;
const DATA_EMITTED = 1 << 19;
const DEFAULT_UTF8 = 1 << 20;
const DECODER = 1 << 21;
const ENCODING = 1 << 22;
const HAS_FLOWING = 1 << 23;
const FLOWING = 1 << 24;
const HAS_PAUSED = 1 << 25;
const PAUSED = 1 << 26;
const DATA_LISTENING = 1 << 27;

// SYNC: the stream is in _read(), so that what arrives arrives before its caller goes on.
const initialFlags = EMIT_CLOSE | AUTO_DESTROY | CONSTRUCTED | SYNC | DEFAULT_UTF8;

function ReadableState(options, stream, isDuplex) {
  this.flags = initialFlags;
  this.highWaterMark = 0;
  this.buffer = [];
  this.bufferIndex = 0;
  this.length = 0;
  this.pipes = [];
  // A writer, or with MULTI_AWAIT_DRAIN a set of them.
  this.awaitDrainWriters = null;
  if (options) readOptions(this, options, isDuplex);
  else this.highWaterMark = getDefaultHighWaterMark(false);
}

function readOptions(state, options, isDuplex) {
  if (options.objectMode || (isDuplex && options.readableObjectMode)) state.flags |= OBJECT_MODE;
  state.highWaterMark = getHighWaterMark(state, options, 'readableHighWaterMark', isDuplex);
  if (options.emitClose === false) state.flags &= ~EMIT_CLOSE;
  if (options.autoDestroy === false) state.flags &= ~AUTO_DESTROY;
  const { defaultEncoding, encoding } = options;
  if (defaultEncoding) setDefaultEncoding(state, defaultEncoding);
  if (encoding) {
    const { StringDecoder } = require('string_decoder');
    state.decoder = new StringDecoder(encoding);
    state.encoding = encoding;
  }
}

function setDefaultEncoding(state, encoding) {
  if (encoding !== 'utf8' && encoding !== 'utf-8' && !require('buffer').Buffer.isEncoding(encoding)) {
    const { ERR_UNKNOWN_ENCODING } = require('internal/errors').codes;
    throw new ERR_UNKNOWN_ENCODING(encoding);
  }
  state.defaultEncoding = encoding;
}

defineCommon(ReadableState.prototype);
defineBits(ReadableState.prototype, {
  ended: ENDED,
  endEmitted: END_EMITTED,
  reading: READING,
  sync: SYNC,
  needReadable: NEED_READABLE,
  emittedReadable: EMITTED_READABLE,
  readableListening: READABLE_LISTENING,
  resumeScheduled: RESUME_SCHEDULED,
  multiAwaitDrain: MULTI_AWAIT_DRAIN,
  readingMore: READING_MORE,
  dataEmitted: DATA_EMITTED,
});
defineDefaultEncoding(ReadableState.prototype, DEFAULT_UTF8);
defineOptional(ReadableState.prototype, 'decoder', DECODER, 'decoderValue', null);
defineOptional(ReadableState.prototype, 'encoding', ENCODING, 'encodingValue', null);
defineTristate(ReadableState.prototype, 'flowing', HAS_FLOWING, FLOWING);
defineTristate(ReadableState.prototype, 'paused', HAS_PAUSED, PAUSED);
Object.defineProperty(ReadableState.prototype, 'pipesCount', {
  get() { return this.pipes.length; },
});

module.exports = {
  DATA_EMITTED,
  DATA_LISTENING,
  DECODER,
  EMITTED_READABLE,
  ENDED,
  END_EMITTED,
  FLOWING,
  HAS_FLOWING,
  HAS_PAUSED,
  MULTI_AWAIT_DRAIN,
  NEED_READABLE,
  PAUSED,
  READABLE_LISTENING,
  READING,
  READING_MORE,
  RESUME_SCHEDULED,
  ReadableState,
  SYNC,
};
