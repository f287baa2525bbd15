'use strict';
// Interface: lines from a stream. On a terminal each key goes to the editor
// (internal/readline/editor); otherwise the stream is cut at its line ends.

const EventEmitter = require('events');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_USE_AFTER_CLOSE } } = require('internal/errors');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } = require('internal/validators');
const { StringDecoder } = require('string_decoder');
const editor = require('internal/readline/editor');
const { emitKeypressEvents, kSawKeyPress } = require('internal/readline/keys');

const historySizeDefault = 30;
const crlfDelayMin = 100;
const escapeTimeoutDefault = 500;
const lineEnding = /\r?\n|\r(?!\n)/g;

const kLines = Symbol('line object stream');

// readOptions returns the options in one shape, whether they came as an object
// or as separate arguments.
function readOptions(input, output, completer, terminal) {
  if (!input || !input.input) return { input, output, completer, terminal };
  return input;
}

function checkOptions(self, options) {
  const { tabSize, completer, history, signal } = options;
  if (tabSize !== undefined) {
    validateUint32(tabSize, 'tabSize', true);
    self.tabSize = tabSize;
  }
  if (signal) validateAbortSignal(signal, 'options.signal');
  if ('escapeCodeTimeout' in options && options.escapeCodeTimeout !== undefined) {
    if (!Number.isFinite(options.escapeCodeTimeout)) {
      throw new ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', self.escapeCodeTimeout);
    }
    self.escapeCodeTimeout = options.escapeCodeTimeout;
  }
  if (completer !== undefined && typeof completer !== 'function') throw new ERR_INVALID_ARG_VALUE('completer', completer);
  if (history !== undefined) validateArray(history, 'history');
  const historySize = options.historySize === undefined ? historySizeDefault : options.historySize;
  validateNumber(historySize, 'historySize', 0);
  return historySize;
}

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  this._sawReturnAt = 0;
  this.isCompletionEnabled = true;
  this[kSawKeyPress] = false;
  this._previousKey = null;
  this.escapeCodeTimeout = escapeTimeoutDefault;
  this.tabSize = 8;
  Reflect.apply(EventEmitter, this, []);
  const options = readOptions(input, output, completer, terminal);
  const historySize = checkOptions(this, options);
  this.line = '';
  editor.prepare(this);
  this.output = options.output;
  this.input = options.input;
  this.history = options.history === undefined ? [] : options.history;
  this.historySize = historySize;
  this.removeHistoryDuplicates = !!options.removeHistoryDuplicates;
  this.crlfDelay = options.crlfDelay ? Math.max(crlfDelayMin, options.crlfDelay) : crlfDelayMin;
  this.completer = options.completer || undefined;
  this.setPrompt(options.prompt === undefined ? '> ' : options.prompt);
  const onTerminal = options.terminal === undefined && this.output !== null && this.output !== undefined ?
    this.output.isTTY : options.terminal;
  this.terminal = !!onTerminal;
  this._line_buffer = null;
  if (this.terminal) listenToKeys(this);
  else listenToLines(this);
  watchInput(this, options.signal);
  this.input.resume();
}

Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Interface, EventEmitter);

function watchInput(self, signal) {
  function onError(error) { self.emit('error', error); }
  self.input.on('error', onError);
  self.once('close', () => self.input.removeListener('error', onError));
  if (!signal) return;
  const onAborted = () => self.close();
  if (signal.aborted) {
    process.nextTick(onAborted);
    return;
  }
  signal.addEventListener('abort', onAborted, { once: true });
  self.once('close', () => signal.removeEventListener('abort', onAborted));
}

function listenToLines(self) {
  const { input } = self;
  self._decoder = new StringDecoder('utf8');
  function onData(data) { self._normalWrite(data); }
  function onEnd() {
    if (typeof self._line_buffer === 'string' && self._line_buffer.length > 0) self.emit('line', self._line_buffer);
    self.close();
  }
  input.on('data', onData);
  input.on('end', onEnd);
  self.once('close', () => {
    input.removeListener('data', onData);
    input.removeListener('end', onEnd);
  });
}

function listenToKeys(self) {
  const { input, output } = self;
  function onKeypress(s, key) {
    self._ttyWrite(s, key);
    if (key && key.sequence) {
      // A half of a character of two code units is not shown as it comes.
      const first = key.sequence.codePointAt(0);
      if (first >= 0xd800 && first <= 0xdfff) self._refreshLine();
    }
  }
  function onEnd() {
    if (typeof self.line === 'string' && self.line.length > 0) self.emit('line', self.line);
    self.close();
  }
  function onResize() { self._refreshLine(); }
  emitKeypressEvents(input, self);
  input.on('keypress', onKeypress);
  input.on('end', onEnd);
  self._setRawMode(true);
  self.cursor = 0;
  self.historyIndex = -1;
  if (output !== null && output !== undefined) output.on('resize', onResize);
  self.once('close', () => {
    input.removeListener('keypress', onKeypress);
    input.removeListener('end', onEnd);
    if (output !== null && output !== undefined) output.removeListener('resize', onResize);
  });
}

Object.defineProperty(Interface.prototype, 'columns', {
  configurable: true,
  enumerable: true,
  get() { return this.output && this.output.columns ? this.output.columns : Infinity; },
});

const methods = {
  setPrompt(prompt) { this._prompt = prompt; },
  getPrompt() { return this._prompt; },

  _setRawMode(mode) {
    const before = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
    return before;
  },

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this._prompt);
    }
  },

  // ask shows query and gives the next line to callback.
  _ask(query, callback) {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (this._questionCallback) {
      this.prompt();
      return;
    }
    this._oldPrompt = this._prompt;
    this.setPrompt(query);
    this._questionCallback = callback;
    this.prompt();
  },

  _cancelQuestion() {
    if (!this._questionCallback) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  _onLine(line) {
    const callback = this._questionCallback;
    if (!callback) {
      this.emit('line', line);
      return;
    }
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    callback(line);
  },

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  write(data, key) {
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  },

  // _normalWrite cuts input into lines.
  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt && Date.now() - this._sawReturnAt <= this.crlfDelay) {
      if (text.codePointAt(0) === 10) text = text.slice(1);
      this._sawReturnAt = 0;
    }
    lineEnding.lastIndex = 0;
    if (!lineEnding.test(text)) {
      if (text) this._line_buffer = this._line_buffer ? this._line_buffer + text : text;
      return;
    }
    if (this._line_buffer) {
      text = this._line_buffer + text;
      this._line_buffer = null;
    }
    this._sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const lines = text.split(lineEnding);
    this._line_buffer = lines.pop();
    for (const line of lines) this._onLine(line);
  },

  [Symbol.asyncIterator]() {
    if (this[kLines] === undefined) {
      this[kLines] = lineIterator(EventEmitter.on(this, 'line', { close: ['close'], highWaterMark: 1024 }));
    }
    return this[kLines];
  },
};

// lineIterator gives the lines of an iterator of events.
function lineIterator(events) {
  const first = ({ done, value }) => ({ value: done ? value : value[0], done });
  return Object.setPrototypeOf({
    next() { return events.next().then(first); },
    return(value) { return events.return(value); },
    throw(error) { return events.throw(error); },
    [Symbol.asyncIterator]() { return this; },
  }, Object.getPrototypeOf(events));
}

for (const name of Reflect.ownKeys(methods)) {
  Object.defineProperty(Interface.prototype, name, { value: methods[name], writable: true, configurable: true, enumerable: true });
}
Object.assign(Interface.prototype, editor.methods);

module.exports = { Interface };
