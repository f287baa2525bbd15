'use strict';

// How the states of streams look in console.log: as in Node, which keeps most of what they know in
// the bits of one number.

const kState = Symbol('kState');
const kOnFinished = Symbol('kOnFinished');
const kBuffered = Symbol('kBufferedValue');

const commonBits = {
  objectMode: 0, errorEmitted: 1, autoDestroy: 2, emitClose: 3, destroyed: 4, closed: 5,
  closeEmitted: 6, errored: 7, constructed: 8,
};

const readableBits = {
  ...commonBits,
  ended: 9, endEmitted: 10, reading: 11, sync: 12, needReadable: 13, emittedReadable: 14,
  readableListening: 15, resumeScheduled: 16, multiAwaitDrain: 17, readingMore: 18,
  dataEmitted: 19, decoder: 21, encoding: 22, flowing: 24, paused: 26, dataListening: 27,
};

const writableBits = {
  ...commonBits,
  sync: 9, finalCalled: 10, needDrain: 11, ending: 12, finished: 13, decodeStrings: 14,
  writing: 15, bufferProcessing: 16, prefinished: 17, allBuffers: 18, allNoop: 19,
  finishCallbacks: 20, writable: 22, corked: 23, writecb: 25, expectWriteCallback: 26,
  afterWriteTickInfo: 27, afterWritePending: 28, buffered: 29, ended: 30,
};

// Properties which may be neither true nor false have a second bit for that.
const readableTristates = { flowing: 23, paused: 25 };
const writableTristates = { writable: 21 };

function bitsOf(state, bits, tristates, utf8Bit) {
  let number = state.defaultEncoding === 'utf8' ? 1 << utf8Bit : 0;
  for (const name of Object.keys(bits)) {
    if (state[name]) number |= 1 << bits[name];
  }
  for (const name of Object.keys(tristates)) {
    if (state[name] !== null) number |= 1 << tristates[name];
  }
  return number;
}

// The properties which console.log shows, and those which it shows under a symbol if they are set.
const readableNames = [
  'highWaterMark', 'buffer', 'bufferIndex', 'length', 'pipes', 'awaitDrainWriters',
];
const readableSymbols = {
  errored: Symbol('kErroredValue'),
  defaultEncoding: Symbol('kDefaultEncodingValue'),
  decoder: Symbol('kDecoderValue'),
  encoding: Symbol('kEncodingValue'),
};
const writableNames = [
  'highWaterMark', 'length', 'corked', 'onwrite', 'writelen', 'bufferedIndex', 'pendingcb',
];
const writableSymbols = {
  errored: Symbol('kErroredValue'),
  defaultEncoding: Symbol('kDefaultEncodingValue'),
  writecb: Symbol('kWriteCbValue'),
  afterWriteTickInfo: Symbol('kAfterWriteTickInfoValue'),
  finishCallbacks: kOnFinished,
};

function viewOf(state, names, symbols, number) {
  const view = Object.create(Object.getPrototypeOf(state));
  Object.defineProperty(view, Symbol.for('nodejs.util.inspect.custom'), { value: undefined });
  for (const name of names) view[name] = state[name];
  if (Object.hasOwn(state, 'readable')) view.readable = state.readable;
  view[kState] = number;
  for (const name of Object.keys(symbols)) {
    if (state[name] && state[name] !== 'utf8') view[symbols[name]] = state[name];
  }
  return view;
}

function viewReadable(state) {
  const number = bitsOf(state, readableBits, readableTristates, 20);
  return viewOf(state, readableNames, readableSymbols, number);
}

function viewWritable(state) {
  const number = bitsOf(state, writableBits, writableTristates, 24);
  const view = viewOf(state, writableNames, writableSymbols, number);
  view[kBuffered] = state.buffered;
  return view;
}

// The method util.inspect.custom of the states. It returns text, which inspect() indents as needed.
function inspectState(depth, options, inspect) {
  const { name } = this.constructor;
  if (depth < 0) return options.stylize(`[${name}]`, 'special');
  const view = 'bufferedIndex' in this ? viewWritable(this) : viewReadable(this);
  return inspect(view, { ...options, depth });
}

module.exports = { inspectState };
