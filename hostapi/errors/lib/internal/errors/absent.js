'use strict';

// What Node has and jsrr has not: functions and classes that are there, so that programs load, and
// throw when they are used. The error says what is missing where.

const { writeStackWithCode } = require('internal/errors/stack');

const code = 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM';

function absentError(feature) {
  const { jsrr } = require('internal/process/versions');
  const error = new Error(`${feature} is not available in jsrr ${jsrr}`);
  error.code = code;
  writeStackWithCode(error, 'Error', code);
  return error;
}

function named(f, name) {
  return Object.defineProperty(f, 'name', { value: name, configurable: true });
}

// absentFunction('crypto', 'createSign', 2) is a function of two parameters that throws.
function absentFunction(owner, name, length = 0) {
  const f = named(function() { throw absentError(`${owner}.${name}`); }, name);
  return Object.defineProperty(f, 'length', { value: length, configurable: true });
}

// absentClass('crypto', 'Sign', Base) is a class of which there are no objects: instanceof and
// inheritance work, and making one throws.
function absentClass(owner, name, Base = undefined) {
  const Class = absentFunction(owner, name);
  if (Base !== undefined) {
    Object.setPrototypeOf(Class, Base);
    Object.setPrototypeOf(Class.prototype, Base.prototype);
  }
  return Class;
}

// Adds functions that throw, by their names, to a module or a prototype.
function addAbsent(target, owner, names, enumerable = true) {
  for (const name of names) {
    Object.defineProperty(target, name, {
      value: absentFunction(owner, name), writable: true, enumerable, configurable: true,
    });
  }
}

module.exports = { absentClass, absentError, absentFunction, addAbsent };
