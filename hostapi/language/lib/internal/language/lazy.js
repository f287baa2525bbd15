'use strict';
// Properties whose value is made when somebody first reads them.

const { defineProperty } = Object;

// lazy defines such a property. What is read once, or set, is an ordinary one.
function lazy(owner, name, load, enumerable = false) {
  const define = (value) => defineProperty(owner, name, { value, writable: true, configurable: true, enumerable });
  defineProperty(owner, name, {
    configurable: true,
    enumerable,
    get() {
      const value = load();
      define(value);
      return value;
    },
    set: define,
  });
}

module.exports = { lazy };
