'use strict';
// Atomics. With one thread every operation is atomic.

const { add } = require('internal/language/builtin_class');
const { show } = require('internal/language/receiver');
const { isShared } = require('internal/language/shared_array_buffer');

const { sleep } = internalBinding('language');

const typedArrayTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const integerTypes = new Set(['Int8Array', 'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'BigInt64Array', 'BigUint64Array']);
const waitableTypes = new Set(['Int32Array', 'BigInt64Array']);
const lockFreeSizes = new Set([1, 2, 4, 8]);

function typeOf(array) {
  const isView = typeof array === 'object' && array !== null && ArrayBuffer.isView(array);
  return isView ? Reflect.apply(typedArrayTag, array, []) : undefined;
}

function checkArray(array) {
  const type = typeOf(array);
  if (!integerTypes.has(type)) throw new TypeError(`${show(array)} is not an integer typed array.`);
  return type;
}

function checkWaitable(array) {
  if (!waitableTypes.has(typeOf(array))) throw new TypeError(`${show(array)} is not an int32 or BigInt64 typed array.`);
}

function checkIndex(array, index) {
  const whole = Math.trunc(+index) || 0;
  if (whole < 0 || whole >= array.length) throw new RangeError('Invalid atomic access index');
  return whole;
}

// number is the value that an operation works with, before it is cut to size.
function number(type, value) {
  if (type.startsWith('Big')) return BigInt.asIntN(64, toBigInt(value));
  return (Math.trunc(+value) || 0) + 0;
}

function toBigInt(value) {
  if (typeof value === 'number') throw new TypeError(`Cannot convert ${value} to a BigInt`);
  return BigInt(value);
}

// update replaces an element and returns what it was.
function update(array, index, value, operation) {
  const type = checkArray(array);
  const at = checkIndex(array, index);
  const operand = number(type, value);
  const old = array[at];
  array[at] = operation(old, operand);
  return old;
}

const operations = {
  load(array, index) {
    checkArray(array);
    return array[checkIndex(array, index)];
  },
  store(array, index, value) {
    const type = checkArray(array);
    const at = checkIndex(array, index);
    const stored = type.startsWith('Big') ? toBigInt(value) : number(type, value);
    array[at] = stored;
    return stored;
  },
  add(array, index, value) { return update(array, index, value, (old, operand) => old + operand); },
  sub(array, index, value) { return update(array, index, value, (old, operand) => old - operand); },
  and(array, index, value) { return update(array, index, value, (old, operand) => old & operand); },
  or(array, index, value) { return update(array, index, value, (old, operand) => old | operand); },
  xor(array, index, value) { return update(array, index, value, (old, operand) => old ^ operand); },
  exchange(array, index, value) { return update(array, index, value, (old, operand) => operand); },
  compareExchange(array, index, expected, value) {
    const type = checkArray(array);
    const at = checkIndex(array, index);
    const wanted = new array.constructor([number(type, expected)])[0];
    const replacement = number(type, value);
    const old = array[at];
    if (old === wanted) array[at] = replacement;
    return old;
  },
  isLockFree(size) { return lockFreeSizes.has(Math.trunc(+size)); },
  wait(array, index, value, timeout) {
    checkWaitable(array);
    if (!isShared(array.buffer)) throw new TypeError(`${show(array)} is not a shared typed array.`);
    const at = checkIndex(array, index);
    const expected = new array.constructor([number(typeOf(array), value)])[0];
    const milliseconds = timeout === undefined ? NaN : +timeout;
    if (array[at] !== expected) return 'not-equal';
    // There is no other thread that could wake this one.
    if (!(milliseconds <= 0)) sleep(milliseconds);
    return 'timed-out';
  },
  notify(array, index, count) {
    checkWaitable(array);
    checkIndex(array, index);
    if (count !== undefined) number('Int32Array', count);
    return 0;
  },
};

const Atomics = {};
add(Atomics, operations);
Object.defineProperty(Atomics, Symbol.toStringTag, { value: 'Atomics', configurable: true });

module.exports = Atomics;
