'use strict';
// Events as text, from the process of a test file to the one that started it: JSON, in which what
// JSON does not have is an object with one key of one letter. Classes other than those of errors are
// lost, as in a structured clone; functions and symbols become what inspect shows of them.

const { inspect } = require('internal/util/inspect');
const { isAnyArrayBuffer, isArrayBufferView, isDate, isMap, isNativeError, isRegExp, isSet } = require('internal/util/types');

const errorClasses = { Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError };

function encode(value) { return JSON.stringify(toJSON(value, new Map())); }
function decode(text) { return fromJSON(JSON.parse(text), []); }

function toJSON(value, seen) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { f: String(Object.is(value, -0) ? '-0' : value) };
    case 'undefined':
      return { u: 1 };
    case 'bigint':
      return { n: String(value) };
    case 'object':
      return value === null ? null : objectToJSON(value, seen);
    default:
      return { s: inspect(value) };
  }
}

function objectToJSON(value, seen) {
  if (seen.has(value)) return { c: seen.get(value) };
  seen.set(value, seen.size);
  if (Array.isArray(value)) return { a: Array.from(value, (item) => toJSON(item, seen)) };
  if (isNativeError(value) || value instanceof Error) return { e: errorToJSON(value, seen) };
  if (isDate(value)) return { d: value.getTime() };
  if (isRegExp(value)) return { r: [value.source, value.flags] };
  if (isMap(value)) return { m: Array.from(value, ([key, item]) => [toJSON(key, seen), toJSON(item, seen)]) };
  if (isSet(value)) return { t: Array.from(value, (item) => toJSON(item, seen)) };
  if (isAnyArrayBuffer(value) || isArrayBufferView(value)) return { s: inspect(value) };
  return { o: properties(value, Object.keys(value), seen) };
}

function properties(value, keys, seen) {
  return keys.map((key) => {
    let item;
    try {
      item = value[key];
    } catch {
      item = undefined;
    }
    return [key, toJSON(item, seen)];
  });
}

function errorToJSON(error, seen) {
  const hidden = ['name', 'message', 'stack', 'cause', 'errors'].filter((key) => key in error);
  const keys = new Set([...hidden, ...Object.keys(error)]);
  return { shown: Object.keys(error), all: properties(error, Array.from(keys), seen) };
}

class Shown {
  constructor(text) { Object.defineProperty(this, inspect.custom, { value: () => text }); }
}

const readers = {
  a: (list, seen) => fill([], seen, (made) => list.forEach((item) => made.push(fromJSON(item, seen)))),
  c: (number, seen) => seen[number],
  d: (time, seen) => fill(new Date(time), seen),
  e: (error, seen) => errorFromJSON(error, seen),
  f: (text) => Number(text),
  m: (pairs, seen) => fill(new Map(), seen, (made) => {
    for (const [key, item] of pairs) made.set(fromJSON(key, seen), fromJSON(item, seen));
  }),
  n: (text) => BigInt(text),
  o: (pairs, seen) => fill({}, seen, (made) => {
    for (const [key, item] of pairs) define(made, key, fromJSON(item, seen), true);
  }),
  r: ([source, flags], seen) => fill(new RegExp(source, flags), seen),
  s: (text) => new Shown(text),
  t: (list, seen) => fill(new Set(), seen, (made) => list.forEach((item) => made.add(fromJSON(item, seen)))),
  u: () => undefined,
};

function fromJSON(value, seen) {
  if (value === null || typeof value !== 'object') return value;
  const [letter] = Object.keys(value);
  return readers[letter](value[letter], seen);
}

// fill notes an object before its parts, which may refer to it.
function fill(made, seen, parts = () => {}) {
  seen.push(made);
  parts(made);
  return made;
}

function define(object, key, value, enumerable) {
  Object.defineProperty(object, key, { value, writable: true, configurable: true, enumerable });
}

function errorFromJSON({ shown, all }, seen) {
  const name = all.find(([key]) => key === 'name')?.[1];
  const made = Object.create((Object.hasOwn(errorClasses, name) ? errorClasses[name] : Error).prototype);
  const error = makeError(made);
  seen.push(error);
  for (const [key, item] of all) {
    const value = fromJSON(item, seen);
    if (key === 'name' && value === error.name) continue;
    define(error, key, value, shown.includes(key));
  }
  return error;
}

// A native error of a class, without a stack of this process.
function makeError(prototype) {
  const error = new Error();
  Object.setPrototypeOf(error, Object.getPrototypeOf(prototype));
  return error;
}

module.exports = { decode, encode };
