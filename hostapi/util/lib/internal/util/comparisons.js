'use strict';

// Deep equality: of util.isDeepStrictEqual and of assert (strict and loose).
//
// Strict compares prototypes, symbols and primitives as Object.is does; loose compares
// primitives with ==. `memos` is the set of objects which are being compared: two which both
// come again inside themselves differ nowhere, as far as one can ever look.

const { kindOf } = require('internal/util/types');
const { getOwnNonIndexProperties } = internalBinding('util');
const { equalMaps, equalSets } = require('internal/util/comparisons/collections');

exports.isDeepEqual = isDeepEqual;
exports.isDeepStrictEqual = isDeepStrictEqual;
exports.innerDeepEqual = innerDeepEqual;

const hasOwn = Object.prototype.hasOwnProperty;
const isEnumerable = Object.prototype.propertyIsEnumerable;
const toTag = Object.prototype.toString;

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function bothNaN(left, right) {
  return left !== left && right !== right;
}

// undefined: only a look inside can tell.
function compareOutside(left, right, strict) {
  if (strict) {
    if (typeof left !== 'object') return bothNaN(left, right);
    if (typeof right !== 'object' || left === null || right === null) return false;
    return Object.getPrototypeOf(left) === Object.getPrototypeOf(right) ? undefined : false;
  }
  if (!isObject(left)) {
    return !isObject(right) && (left == right || bothNaN(left, right));
  }
  return isObject(right) ? undefined : false;
}

function innerDeepEqual(left, right, strict, memos) {
  if (left === right) return left !== 0 || !strict || Object.is(left, right);
  const known = compareOutside(left, right, strict);
  if (known !== undefined) return known;
  const tag = toTag.call(left);
  if (tag !== toTag.call(right)) return false;
  if (Array.isArray(left)) return equalArrays(left, right, strict, memos);
  const isPlain = tag === '[object Object]';
  const kind = isPlain ? 'Object' : comparedKind(left);
  if (!isPlain && kind !== comparedKind(right)) return false;
  if (kind === 'TypedArray' || kind === 'DataView') return equalViews(left, right, strict, memos);
  if (!equalInside(left, right, kind, strict, memos)) return false;
  return equalProperties(left, right, strict, memos, kind, Object.keys(left), Object.keys(right));
}

const comparedKinds = new Set(['Array', 'TypedArray', 'DataView', 'Map', 'Set', 'Date', 'RegExp',
  'Error', 'ArrayBuffer', 'SharedArrayBuffer', 'Number', 'String', 'Boolean', 'BigInt', 'Symbol']);

// The kind of an object, where objects of that kind hold more than their properties.
function comparedKind(value) {
  const kind = kindOf(value);
  if (comparedKinds.has(kind)) return kind;
  return value instanceof Error ? 'Error' : 'Object';
}

function equalArrays(left, right, strict, memos) {
  if (!Array.isArray(right) || left.length !== right.length) return false;
  const leftKeys = getOwnNonIndexProperties(left, false);
  const rightKeys = getOwnNonIndexProperties(right, false);
  return equalProperties(left, right, strict, memos, 'Array', leftKeys, rightKeys);
}

function equalViews(left, right, strict, memos) {
  const isFloat = left instanceof Float32Array || left instanceof Float64Array;
  const equal = !strict && isFloat ? equalNumbers(left, right) :
    equalBytes(bytesOf(left), bytesOf(right));
  if (!equal) return false;
  const leftKeys = getOwnNonIndexProperties(left, false);
  const rightKeys = getOwnNonIndexProperties(right, false);
  return equalProperties(left, right, strict, memos, 'TypedArray', leftKeys, rightKeys);
}

function bytesOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function equalBytes(left, right) {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}

// 0 and -0 have other bytes, but are loosely equal.
function equalNumbers(left, right) {
  if (left.byteLength !== right.byteLength) return false;
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}

function equalRegExps(left, right) {
  return left.source === right.source && left.flags === right.flags &&
    left.lastIndex === right.lastIndex;
}

// The properties of an error which are usually not listed.
function equalErrors(left, right, strict, memos) {
  for (const name of ['message', 'name', 'cause', 'errors']) {
    const listed = isEnumerable.call(left, name);
    if (!listed && !innerDeepEqual(left[name], right[name], strict, memos)) return false;
  }
  return true;
}

// What an object holds beside its properties; the kinds are the same.
function equalInside(left, right, kind, strict, memos) {
  switch (kind) {
    case 'Date': return Date.prototype.getTime.call(left) === Date.prototype.getTime.call(right);
    case 'RegExp': return equalRegExps(left, right);
    case 'Map':
    case 'Set': return left.size === right.size;
    case 'ArrayBuffer':
    case 'SharedArrayBuffer':
      return equalBytes(new Uint8Array(left), new Uint8Array(right));
    case 'Number':
    case 'String':
    case 'Boolean':
    case 'BigInt':
    case 'Symbol': return Object.is(unboxed(left, kind), unboxed(right, kind));
    case 'Error': return equalErrors(left, right, strict, memos);
    default: return true;
  }
}

function unboxed(value, kind) {
  return Reflect.apply(globalThis[kind].prototype.valueOf, value, []);
}

function enumerableSymbols(value) {
  return Object.getOwnPropertySymbols(value).filter((symbol) => isEnumerable.call(value, symbol));
}

// Compares the names of the properties, then what the objects contain.
function equalProperties(left, right, strict, memos, kind, leftKeys, rightKeys) {
  if (leftKeys.length !== rightKeys.length) return false;
  for (let i = 0; i < leftKeys.length; i++) {
    if (!hasOwn.call(right, leftKeys[i])) return false;
  }
  let keys = leftKeys;
  if (strict) {
    const symbols = enumerableSymbols(left);
    if (symbols.length !== enumerableSymbols(right).length) return false;
    for (const symbol of symbols) {
      if (!isEnumerable.call(right, symbol)) return false;
    }
    if (symbols.length > 0) keys = leftKeys.concat(symbols);
  }
  if (keys.length === 0 && isEmpty(left, kind)) return true;
  return equalRemembered(left, right, strict, memos, kind, keys);
}

function isEmpty(value, kind) {
  switch (kind) {
    case 'Array': return value.length === 0;
    case 'Map':
    case 'Set': return value.size === 0;
    default: return true;
  }
}

function equalRemembered(left, right, strict, memos, kind, keys) {
  const comparing = memos ?? new Set();
  const knowsLeft = comparing.has(left);
  const knowsRight = comparing.has(right);
  if (knowsLeft && knowsRight) return true;
  comparing.add(left).add(right);
  const equal = equalContents(left, right, strict, comparing, kind, keys);
  if (!knowsLeft) comparing.delete(left);
  if (!knowsRight) comparing.delete(right);
  return equal;
}

function equalContents(left, right, strict, memos, kind, keys) {
  if (kind === 'Set') {
    if (!equalSets(left, right, strict, memos)) return false;
  } else if (kind === 'Map') {
    if (!equalMaps(left, right, strict, memos)) return false;
  } else if (kind === 'Array') {
    if (!equalItems(left, right, strict, memos)) return false;
  }
  for (let i = 0; i < keys.length; i++) {
    if (!innerDeepEqual(left[keys[i]], right[keys[i]], strict, memos)) return false;
  }
  return true;
}

function equalItems(left, right, strict, memos) {
  for (let i = 0; i < left.length; i++) {
    if (!hasOwn.call(left, i)) {
      if (hasOwn.call(right, i)) return false;
    } else if (!hasOwn.call(right, i) || !innerDeepEqual(left[i], right[i], strict, memos)) {
      return false;
    }
  }
  return true;
}

function isDeepEqual(left, right) {
  return innerDeepEqual(left, right, false);
}

function isDeepStrictEqual(left, right) {
  return innerDeepEqual(left, right, true);
}
