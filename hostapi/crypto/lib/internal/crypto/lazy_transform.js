'use strict';

// A Transform whose stream is made when somebody uses it as one: most hashes and ciphers are only
// given data and asked for a result.

const { Transform } = require('stream');

const states = ['_readableState', '_writableState'];

function LazyTransform(options) {
  this._options = options;
}
Object.setPrototypeOf(LazyTransform.prototype, Transform.prototype);
Object.setPrototypeOf(LazyTransform, Transform);

function makeStream(lazy) {
  for (const name of states) {
    Object.defineProperty(lazy, name, { value: undefined, writable: true, enumerable: true, configurable: true });
  }
  Transform.call(lazy, lazy._options);
  lazy._writableState.decodeStrings = false;
}

for (const name of states) {
  Object.defineProperty(LazyTransform.prototype, name, {
    get() {
      makeStream(this);
      return this[name];
    },
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
    enumerable: true,
    configurable: true,
  });
}

module.exports = LazyTransform;
