'use strict';
// node:test/reporters. Each is loaded when it is asked for.

function getter(name) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get() { return require(`internal/test/reporter/${name}`); },
  });
}

getter('dot');
getter('junit');
Object.defineProperty(module.exports, 'spec', {
  configurable: true,
  enumerable: true,
  writable: false,
  // With or without new.
  value: function value() { return new (require('internal/test/reporter/spec'))(); },
});
getter('tap');
// lcov is a stream that is there already.
let lcov;
Object.defineProperty(module.exports, 'lcov', {
  configurable: true,
  enumerable: true,
  get() {
    lcov ??= new (require('internal/test/reporter/lcov'))();
    return lcov;
  },
});
