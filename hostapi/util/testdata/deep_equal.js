'use strict';
// Every value against every other: strictly (util.isDeepStrictEqual) and loosely (assert.deepEqual).
// A line per value: two digits for each of the others, strict then loose.
const assert = require('assert');
const util = require('util');

class A { constructor() { this.a = 1; } }
class B extends A {}
const error = (message, properties) => Object.assign(new Error(message), properties);
const args = function() { return arguments; };

function makeValues() {
  const circle = {};
  circle.c = circle;
  const list = [];
  list.push(list);
  const fn = () => {};
  return [
    undefined, null, 0, -0, 1, '1', '0', '', NaN, true, false, 1n, Symbol.iterator, 'a', 'NaN',
    [], [1], ['1'], [1, 2], [1, , 2], [1, undefined, 2], [, ], [undefined], Object.assign([1], { a: 1 }),
    [NaN], [-0], [0], [[1]], {}, { a: 1 }, { a: '1' }, { a: undefined }, { b: undefined }, { a: 1, b: 2 },
    { b: 2, a: 1 }, { 0: 1, length: 1 }, Object.create(null), Object.assign(Object.create(null), { a: 1 }),
    new A(), new B(), { [Symbol.iterator]: 1 }, { [Symbol.for('x')]: 1 }, { [Symbol.for('x')]: 2 },
    new Date(0), new Date(1), new Date(NaN), Object.assign(new Date(0), { a: 1 }), /a/, /a/g, /b/,
    Object.assign(/a/g, { lastIndex: 1 }), error('a'), error('b'), new TypeError('a'), error('a', { code: 1 }),
    error('a', { name: 'x' }), new Error('a', { cause: 1 }), new Error('a', { cause: 2 }),
    new AggregateError([1], 'a'), new AggregateError([2], 'a'), Object.create(Error.prototype),
    new Uint8Array(2), new Uint8Array([0, 1]), new Int8Array(2), new Float32Array([0]), new Float32Array([-0]),
    new Float64Array([NaN]), new DataView(new ArrayBuffer(2)), new DataView(new ArrayBuffer(3)),
    new ArrayBuffer(2), new ArrayBuffer(3), Object.assign(new Uint8Array(2), { x: 1 }),
    new Map(), new Map([[1, 2]]), new Map([['1', 2]]), new Map([[1, '2']]), new Map([[{ a: 1 }, 1]]),
    new Map([[{ a: '1' }, 1]]), new Map([[undefined, 1]]), new Map([[null, 1]]), new Map([[1, 2], [2, 3]]),
    new Map([[2, 3], [1, 2]]), new Map([[{}, 1], [{}, 2]]), new Map([[{}, 2], [{}, 1]]), new Map([[NaN, 1]]),
    new Map([[true, 1]]), new Map([['1', 1], [1, 2]]), new Map([[1, 1], ['1', 2]]),
    new Set(), new Set([1]), new Set(['1']), new Set([{ a: 1 }]), new Set([{ a: '1' }]), new Set([undefined]),
    new Set([null]), new Set([1, 2]), new Set([2, 1]), new Set([[1], [2]]), new Set([[2], [1]]), new Set([{}, {}]),
    new Set([{ a: 1 }, {}]), new Set([NaN]), new Set([true]), new Set([1, '1']), new Set(['1', 1]),
    new Set(['1', 1, true]), new Set([1, true, '1']), new Set([1, 'a']), new Set(['1', 'a']),
    new Set([null, undefined]), new Set([new Set([1])]), new Set([new Set(['1'])]), Object.assign(new Set([1]), { a: 1 }),
    Object(1), Object('1'), Object(-0), Object(0), Object(NaN), Object(true), Object(1n), Object(Symbol.iterator),
    Object('a'), Object.assign(Object(1), { a: 1 }), fn, () => {}, function() {}, class {},
    Promise.resolve(1), Promise.resolve(2), new WeakMap(), new WeakSet(), circle, list, { c: { c: {} } }, [[[]]],
    args(1), args('1'), args(), { get a() { return 1; } }, Object.defineProperty({}, 'a', { value: 1 }),
    new Proxy({ a: 1 }, {}), new Proxy([1], {}), { __proto__: { a: 1 } }, { [Symbol.toStringTag]: 'Array' }, Math, JSON,
    new (class extends Array {})(1), new (class extends Map {})([[1, 2]]), (function* () {})(), { constructor: 1 },
    { a: { b: { c: 1 } } }, { a: { b: { c: '1' } } }, { a: { b: { c: new Set([1]) } } }, { a: [1, { b: 2 }] },
  ];
}

function looselyEqual(left, right) {
  try {
    assert.deepEqual(left, right);
    return true;
  } catch (error) {
    if (error.code !== 'ERR_ASSERTION') throw error;
    return false;
  }
}

const left = makeValues();
const right = makeValues();
left.forEach((value, i) => {
  // Loosely only every eighth: a failed assertion explains itself, which takes time.
  const digits = right.map((other, k) => +util.isDeepStrictEqual(value, other) +
    ((i + k) % 8 === 0 ? `${+looselyEqual(value, other)}` : ''));
  console.log(i, +util.isDeepStrictEqual(value, value), digits.join(''));
});
