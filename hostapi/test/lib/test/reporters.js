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
