'use strict';

// Readable.prototype.map: the results of fn in the order of the chunks, while up to `concurrency`
// calls of fn are under way and up to `limit` results wait.

const { AbortError } = require('internal/errors');
const { Await, iteratorOf } = require('internal/streams/async_generator');

const kEnd = Symbol('kEof');

class Mapping {
  constructor(stream, fn, options) {
    this.stream = stream;
    this.fn = fn;
    this.concurrency = options.concurrency;
    this.limit = options.limit;
    this.empty = options.empty;
    this.signal = AbortSignal.any(options.signal ? [options.signal] : []);
    this.signalOption = { signal: this.signal };
    // Promises of results, in order; kEnd behind the last.
    this.queue = [];
    this.active = 0;
    this.over = false;
    this.wakeReader = null;
    this.wakePump = null;
    this.onItem = () => {
      this.active--;
      this.resumePump();
    };
    this.onItemError = () => {
      this.over = true;
      this.onItem();
    };
  }

  resumePump() {
    if (this.wakePump === null || this.over || this.active >= this.concurrency ||
        this.queue.length >= this.limit) {
      return;
    }
    this.wakePump();
    this.wakePump = null;
  }

  // The call of fn for one chunk: a promise, or undefined if there is nothing to wait for.
  start(chunk) {
    try {
      const result = this.fn(chunk, this.signalOption);
      return result === this.empty ? undefined : Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  add(promise) {
    promise.then(this.onItem, this.onItemError);
    this.queue.push(promise);
  }

  notifyReader() {
    if (this.wakeReader === null) return;
    this.wakeReader();
    this.wakeReader = null;
  }

  isFull() {
    return !this.over && (this.queue.length >= this.limit || this.active >= this.concurrency);
  }

  // Takes in one chunk; returns a promise when the next has to wait.
  take(chunk) {
    if (this.signal.aborted) throw new AbortError();
    const promise = this.start(chunk);
    if (promise === undefined) return undefined;
    this.active++;
    this.add(promise);
    this.notifyReader();
    if (!this.isFull()) return undefined;
    return new Promise((resolve) => { this.wakePump = resolve; });
  }

  // One function, because each await in it is one of Node's.
  async pump() {
    let iterator;
    let open = false;
    try {
      iterator = iteratorOf(this.stream);
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) break;
        open = true;
        if (this.over) return;
        const room = this.take(value);
        if (room !== undefined) await room;
        open = false;
      }
      this.queue.push(kEnd);
    } catch (error) {
      if (open) await iterator.return().catch(() => {});
      open = false;
      this.add(Promise.reject(error));
    } finally {
      if (open) await iterator.return();
      this.over = true;
      this.notifyReader();
    }
  }

  stop() {
    this.over = true;
    if (this.wakePump === null) return;
    this.wakePump();
    this.wakePump = null;
  }
}

// The body of an async generator (async_generator.js).
function* results(stream, fn, options) {
  const mapping = new Mapping(stream, fn, options);
  const { queue, empty, signal } = mapping;
  mapping.pump();
  try {
    for (;;) {
      while (queue.length > 0) {
        const value = yield new Await(queue[0]);
        if (value === kEnd) return;
        if (signal.aborted) throw new AbortError();
        if (value !== empty) yield value;
        queue.shift();
        mapping.resumePump();
      }
      yield new Await(new Promise((resolve) => { mapping.wakeReader = resolve; }));
    }
  } finally {
    mapping.stop();
  }
}

module.exports = { results };
