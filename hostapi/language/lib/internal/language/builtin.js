'use strict';
// How functions written in JavaScript become builtins: their text is
// "[native code]", and they are not enumerable.

const { disguise } = internalBinding('language');
const { defineProperty } = Object;
const { ownKeys } = Reflect;

function nameOf(key) { return typeof key === 'symbol' ? `[${key.description}]` : key; }

// add puts the functions of an object onto one of the program's objects.
function add(target, functions) {
  for (const name of ownKeys(functions)) {
    const value = disguise(functions[name], nameOf(name));
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

module.exports = { add, nameOf };
