'use strict';
// TestsStream: the events of a run of tests, as an object stream and as events of that name.

const { Readable } = require('stream');

class TestsStream extends Readable {
  #waiting = [];
  #canPush = false;
  onMessage = undefined; // told of each event before anybody else

  constructor() {
    super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  }

  _read() {
    this.#canPush = true;
    while (this.#waiting.length > 0 && this.#tryPush(this.#waiting.shift()));
  }

  // Makes an event known: to listeners at once, to readers when they read.
  send(type, data) {
    this.onMessage?.(type, data);
    this.emit(type, data);
    this.#tryPush({ type, data });
  }

  end() { this.#tryPush(null); }

  #tryPush(message) {
    if (this.#canPush) this.#canPush = this.push(message);
    else this.#waiting.push(message);
    return this.#canPush;
  }

  enqueue(nesting, loc, name) { this.send('test:enqueue', { __proto__: null, nesting, name, ...loc }); }
  dequeue(nesting, loc, name) { this.send('test:dequeue', { __proto__: null, nesting, name, ...loc }); }
  start(nesting, loc, name) { this.send('test:start', { __proto__: null, nesting, name, ...loc }); }
  plan(nesting, loc, count) { this.send('test:plan', { __proto__: null, nesting, count, ...loc }); }
  diagnostic(nesting, loc, message) { this.send('test:diagnostic', { __proto__: null, nesting, message, ...loc }); }
  stdout(loc, message) { this.send('test:stdout', { __proto__: null, message, ...loc }); }
  stderr(loc, message) { this.send('test:stderr', { __proto__: null, message, ...loc }); }

  // result: { nesting, loc, testNumber, name, details, directive }
  complete(result) { this.#result('test:complete', result); }
  pass(result) { this.#result('test:pass', result); }
  fail(result) { this.#result('test:fail', result); }

  #result(type, { nesting, loc, testNumber, name, details, directive }) {
    this.send(type, { __proto__: null, name, nesting, testNumber, details, ...loc, ...directive });
  }
}

module.exports = { TestsStream };
