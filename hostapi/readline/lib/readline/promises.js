'use strict';
// readline/promises: questions answered by promises, and cursor movements in
// one write.

const { Interface: Base } = require('internal/readline/interface');
const { Readline } = require('internal/readline/transaction');
const { validateAbortSignal } = require('internal/validators');
const { AbortError } = require('internal/errors');

class Interface extends Base {
  question(query, options = {}) {
    return new Promise((resolve, reject) => {
      let answered = resolve;
      const signal = options?.signal;
      if (signal) {
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) {
          reject(new AbortError(undefined, { cause: signal.reason }));
          return;
        }
        const onAbort = () => {
          this._cancelQuestion();
          reject(new AbortError(undefined, { cause: signal.reason }));
        };
        signal.addEventListener('abort', onAbort, { once: true });
        answered = (answer) => {
          signal.removeEventListener('abort', onAbort);
          resolve(answer);
        };
      }
      this._ask(query, answered);
    });
  }
}

function createInterface(input, output, completer, terminal) { return new Interface(input, output, completer, terminal); }

module.exports = { Interface, Readline, createInterface };
