'use strict';

// Readable.from: a stream of what an iterable gives.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');

function fromWhole(Readable, chunk, opts) {
  return new Readable({
    objectMode: true,
    ...opts,
    read() {
      this.push(chunk);
      this.push(null);
    },
  });
}

// Reads from an iterator as the stream asks for more. Nothing is awaited without need: an await
// would move the chunks to later microtasks.
class Source {
  constructor(readable, iterator, isAsync) {
    this.readable = readable;
    this.iterator = iterator;
    this.isAsync = isAsync;
    this.hasPromises = false;
    // From a call of _read() until push() says that there is enough.
    this.reading = false;
  }

  read() {
    if (this.reading) return;
    this.reading = true;
    if (this.isAsync) this.pumpAsync();
    else if (this.hasPromises) this.pumpPromises();
    else this.pumpSync();
  }

  // Pushes one value; says whether another is wanted.
  push(value) {
    if (value === null) {
      this.reading = false;
      throw new codes.ERR_STREAM_NULL_VALUES();
    }
    if (this.readable.push(value)) return true;
    this.reading = false;
    return false;
  }

  pumpSync() {
    try {
      for (;;) {
        const { value, done } = this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        if (value && typeof value.then === 'function') {
          this.hasPromises = true;
          this.pumpAfter(value);
          return;
        }
        if (!this.push(value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async pumpAfter(promise) {
    try {
      if (this.push(await promise)) this.pumpPromises();
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async pumpPromises() {
    try {
      for (;;) {
        const { value, done } = this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        const isPromise = value && typeof value.then === 'function';
        if (!this.push(isPromise ? await value : value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async pumpAsync() {
    try {
      for (;;) {
        const { value, done } = await this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        if (!this.push(value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  // Lets the iterator clean up; an error is thrown into it first.
  async close(error) {
    const { iterator } = this;
    const failed = error !== undefined && error !== null;
    if (failed && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }
}

// Class is Readable or inherits from it.
function from(Class, iterable, opts) {
  if (typeof iterable === 'string' || iterable instanceof Buffer) {
    return fromWhole(Class, iterable, opts);
  }
  const isAsync = Boolean(iterable && iterable[Symbol.asyncIterator]);
  if (!isAsync && !(iterable && iterable[Symbol.iterator])) {
    throw new codes.ERR_INVALID_ARG_TYPE('iterable', ['Iterable'], iterable);
  }
  const iterator = iterable[isAsync ? Symbol.asyncIterator : Symbol.iterator]();
  const readable = new Class({ objectMode: true, highWaterMark: 1, ...opts });
  const source = new Source(readable, iterator, isAsync);
  const originalDestroy = readable._destroy;
  readable._read = () => source.read();
  readable._destroy = function(error, cb) {
    originalDestroy.call(this, error, (destroyError) => {
      const finalError = destroyError || error;
      source.close(finalError).then(
        () => process.nextTick(cb, finalError),
        (closeError) => process.nextTick(cb, closeError || finalError));
    });
  };
  return readable;
}

module.exports = { from };
