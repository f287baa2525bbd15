'use strict';
// How accessors and classes written in JavaScript become builtins.

const { disguise } = internalBinding('language');
const { add, nameOf } = require('internal/language/builtin');
const { defineProperty, getOwnPropertyDescriptor } = Object;
const { ownKeys } = Reflect;

// addAccessors puts the getters and setters of an object onto one of the
// program's objects.
function addAccessors(target, source) {
  for (const name of ownKeys(source)) {
    const { get, set } = getOwnPropertyDescriptor(source, name);
    if (get) disguise(get, `get ${nameOf(name)}`);
    if (set) disguise(set, `set ${nameOf(name)}`);
    defineProperty(target, name, { get, set, configurable: true, enumerable: false });
  }
}

// builtinClass makes the text of a class and its methods that of builtins. tag
// becomes what Object.prototype.toString shows.
function builtinClass(constructor, tag = constructor.name) {
  for (const object of [constructor, constructor.prototype]) {
    for (const name of ownKeys(object)) {
      const { value, get, set } = getOwnPropertyDescriptor(object, name);
      if (get) disguise(get, `get ${nameOf(name)}`);
      if (set) disguise(set, `set ${nameOf(name)}`);
      if (typeof value === 'function' && name !== 'constructor') disguise(value, nameOf(name));
    }
  }
  disguise(constructor, constructor.name);
  defineProperty(constructor.prototype, Symbol.toStringTag, { value: tag, configurable: true });
  return constructor;
}

module.exports = { add, addAccessors, builtinClass };
