'use strict';
// readline: lines and keys from a stream.

const { Interface: Base } = require('internal/readline/interface');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { emitKeypressEvents } = require('internal/readline/keys');
const { validateAbortSignal } = require('internal/validators');
const { AbortError } = require('internal/errors');
const { promisify } = require('util');

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  Reflect.apply(Base, this, [input, output, completer, terminal]);
}
Object.setPrototypeOf(Interface.prototype, Base.prototype);
Object.setPrototypeOf(Interface, Base);

Interface.prototype.question = function question(query, options, callback) {
  const done = typeof options === 'function' ? options : callback;
  if (options === null || typeof options !== 'object') options = {};
  if (typeof done !== 'function') return;
  let answered = done;
  if (options.signal) {
    validateAbortSignal(options.signal, 'options.signal');
    if (options.signal.aborted) return;
    const cancel = () => this._cancelQuestion();
    options.signal.addEventListener('abort', cancel, { once: true });
    answered = (answer) => {
      options.signal.removeEventListener('abort', cancel);
      done(answer);
    };
  }
  this._ask(query, answered);
};

Interface.prototype.question[promisify.custom] = function question(query, options) {
  if (options === null || typeof options !== 'object') options = {};
  const { signal } = options;
  if (signal && signal.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  return new Promise((resolve, reject) => {
    let answered = resolve;
    if (signal) {
      const onAbort = () => reject(new AbortError(undefined, { cause: signal.reason }));
      signal.addEventListener('abort', onAbort, { once: true });
      answered = (answer) => {
        signal.removeEventListener('abort', onAbort);
        resolve(answer);
      };
    }
    this.question(query, options, answered);
  });
};

function createInterface(input, output, completer, terminal) { return new Interface(input, output, completer, terminal); }

module.exports = {
  Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor,
  get promises() { return require('readline/promises'); },
};
Object.defineProperty(module.exports, 'promises', { configurable: true, enumerable: true });
