'use strict';

// The prototype of async iterators written by hand: an async iterator is its own iterable.
const AsyncIteratorPrototype = Object.create(Object.prototype, {
  [Symbol.asyncIterator]: {
    value: { [Symbol.asyncIterator]() { return this; } }[Symbol.asyncIterator],
    writable: true,
    enumerable: false,
    configurable: true,
  },
});

module.exports = { AsyncIteratorPrototype };
