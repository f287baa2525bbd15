'use strict';

// The async iterator of readable streams.

const { aggregateTwoErrors } = require('internal/errors');
const { AsyncGenerator, Await } = require('internal/streams/async_generator');
const { destroyer } = require('internal/streams/destroy');
const { eos } = require('internal/streams/end-of-stream');

function nop() {}

// Waits for the next thing that happens to the stream: 'readable', or its end.
class Waiter {
  constructor(stream) {
    this.stream = stream;
    // undefined until the stream is over; then null, or what it failed with.
    this.error = undefined;
    this.wake = nop;
    this.onReadable = () => this.happen();
    stream.on('readable', this.onReadable);
    this.cleanup = eos(stream, { writable: false }, (error) => {
      this.error = error ? aggregateTwoErrors(this.error, error) : null;
      this.happen();
    });
  }

  happen() {
    const { wake } = this;
    this.wake = nop;
    wake();
  }

  wait() {
    return new Promise((resolve) => { this.wake = resolve; });
  }

  stop() {
    this.stream.off('readable', this.onReadable);
    this.cleanup();
  }
}

function* chunksOf(stream, options) {
  const waiter = new Waiter(stream);
  try {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) yield chunk;
      else if (waiter.error) throw waiter.error;
      else if (waiter.error === null) return;
      else yield new Await(waiter.wait());
    }
  } catch (error) {
    waiter.error = aggregateTwoErrors(waiter.error, error);
    throw waiter.error;
  } finally {
    const { error } = waiter;
    if ((error || options?.destroyOnReturn !== false) &&
        (error === undefined || stream._readableState.autoDestroy)) {
      destroyer(stream, null);
    } else {
      waiter.stop();
    }
  }
}

function iterate(stream, options) {
  if (typeof stream.read !== 'function') {
    stream = require('internal/streams/readable').Readable.wrap(stream, { objectMode: true });
  }
  const iterator = new AsyncGenerator(chunksOf(stream, options));
  iterator.stream = stream;
  return iterator;
}

module.exports = { iterate };
