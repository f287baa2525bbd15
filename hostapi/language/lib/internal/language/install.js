'use strict';
// The builtins that every program gets at its start. It must stay small: it
// runs before the program does. What takes more than a line is in a module of
// its own, loaded at its first use.

const { add } = require('internal/language/builtin');
const { lazy } = require('internal/language/lazy');
const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Object;
const { apply } = Reflect;
const { getFullYear, setFullYear, setTime, toUTCString } = Date.prototype;

for (const [name, description] of [
  ['asyncIterator', 'Symbol.asyncIterator'], ['dispose', 'nodejs.dispose'], ['asyncDispose', 'nodejs.asyncDispose'],
]) {
  defineProperty(Symbol, name, { value: Symbol(description) });
}

// Accessors by method, older than Object.defineProperty.

function accessor(object, key, part, f, method) {
  if (object === null || object === undefined) throw new TypeError('Cannot convert undefined or null to object');
  if (typeof f !== 'function') throw new TypeError(`Object.prototype.${method}: Expecting function`);
  defineProperty(Object(object), key, { [part]: f, enumerable: true, configurable: true });
}

function lookup(object, key, part) {
  if (object === null || object === undefined) throw new TypeError('Cannot convert undefined or null to object');
  if (typeof key !== 'symbol') key = `${key}`;
  for (let o = Object(object); o !== null; o = getPrototypeOf(o)) {
    const descriptor = getOwnPropertyDescriptor(o, key);
    if (descriptor) return descriptor[part];
  }
}

add(Object.prototype, {
  __defineGetter__(key, getter) { accessor(this, key, 'get', getter, '__defineGetter__'); },
  __defineSetter__(key, setter) { accessor(this, key, 'set', setter, '__defineSetter__'); },
  __lookupGetter__(key) { return lookup(this, key, 'get'); },
  __lookupSetter__(key) { return lookup(this, key, 'set'); },
});

const centuryStart = 1900;
const centuryEnd = 99;

function checkDate(date, method) {
  if (!(date instanceof Date)) require('internal/language/receiver').incompatible(`Date.prototype.${method}`, date);
}

add(Date.prototype, {
  getYear() {
    checkDate(this, 'getYear');
    return apply(getFullYear, this, []) - centuryStart;
  },
  setYear(year) {
    checkDate(this, 'setYear');
    year = +year;
    if (year !== year) return apply(setTime, this, [NaN]);
    const whole = Math.trunc(year);
    return apply(setFullYear, this, [whole >= 0 && whole <= centuryEnd ? whole + centuryStart : whole]);
  },
});
defineProperty(Date.prototype, 'toGMTString', { value: toUTCString, writable: true, configurable: true });

const grouping = () => require('internal/language/group');
add(Object, { groupBy(items, callback) { return grouping().groupByKey(items, callback); } });
add(Map, { groupBy(items, callback) { return grouping().groupByIdentity(items, callback); } });
add(Promise, { withResolvers() { return require('internal/language/promise').withResolvers(this); } });
add(Array, {
  fromAsync(items) {
    return require('internal/language/from_async')(this, items, arguments[1], arguments[2]);
  },
});

require('internal/language/json');

// What formats for a locale.

const locale = () => require('internal/language/to_locale');
add(Number.prototype, { toLocaleString() { return locale().numberToLocaleString(this, arguments[0], arguments[1]); } });
add(BigInt.prototype, { toLocaleString() { return locale().bigintToLocaleString(this, arguments[0], arguments[1]); } });
add(Date.prototype, {
  toLocaleString() { return locale().dateToLocale(this, 'toLocaleString', 'any', 'all', arguments[0], arguments[1]); },
  toLocaleDateString() { return locale().dateToLocale(this, 'toLocaleDateString', 'date', 'date', arguments[0], arguments[1]); },
  toLocaleTimeString() { return locale().dateToLocale(this, 'toLocaleTimeString', 'time', 'time', arguments[0], arguments[1]); },
});
const { localeCompare } = String.prototype;
add(String.prototype, {
  localeCompare(that) {
    if (arguments.length < 2 || this === null || this === undefined) return apply(localeCompare, this, [that]);
    return locale().compareStrings(`${this}`, `${that}`, arguments[1], arguments[2]);
  },
});
add(Array.prototype, { toLocaleString() { return locale().arrayToLocaleString(this, arguments[0], arguments[1]); } });

lazy(globalThis, 'Intl', () => require('internal/language/intl'));
lazy(globalThis, 'Atomics', () => require('internal/language/atomics'));
lazy(globalThis, 'SharedArrayBuffer', () => require('internal/language/shared_array_buffer').SharedArrayBuffer);
lazy(globalThis, 'WeakRef', () => require('internal/language/weak').WeakRef);
lazy(globalThis, 'FinalizationRegistry', () => require('internal/language/weak').FinalizationRegistry);

// Where goja's properties are not the specified ones.
delete BigInt.prototype.length;
delete BigInt.prototype.name;
const AsyncFunction = (async () => {}).constructor;
defineProperty(AsyncFunction.prototype, 'constructor', { writable: false });
setPrototypeOf(AsyncFunction, Function);
setPrototypeOf((function* () {}).constructor, Function);
