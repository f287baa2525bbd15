// v8.serialize and deserialize: V8's own bytes, and back.
const v8 = require('v8');
const { inspect } = require('util');
const shared = { s: 1 };
const loop = { name: 'loop' }; loop.self = loop;
const withProps = [1, 2]; withProps.x = 'y';
const sparse = []; sparse[5] = 1;
const typed = new Uint8Array([9, 8, 7, 6]).subarray(1, 3);
const error = new RangeError('bad', { cause: { why: 1 } }); error.stack = 'RangeError: bad\n    at x';
const plainError = new Error(''); plainError.stack = 'stack';
const values = [
  undefined, null, true, false, 0, 1, -1, 63, 64, -64, -65, 2 ** 30, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, -0, 1.5, NaN, Infinity, -Infinity,
  0n, 1n, -1n, 2n ** 63n, 2n ** 64n, -(2n ** 130n), '', 'abc', 'é', 'ÿ', 'Ā', '漢字', 'a漢', '\ud800', '😀', 'x'.repeat(200), '漢'.repeat(100),
  [], [1], [1, 2, 3], [1, , 3], [, ], sparse, withProps, [[[]]], [undefined, null], ['漢', '漢a', 'b'], new Array(3), new Array(100000),
  {}, { a: 1 }, { 1: 'one', b: 2, 0: 'zero', '-1': 3, '4294967295': 4, '4294967294': 5, '01': 6 }, { '漢': '字' }, { get a() { return 'got'; } }, Object.create({ inherited: 1 }), { a: shared, b: shared, c: [shared] }, loop,
  new Date(0), new Date(NaN), new Date(1e12), /a+/gi, /x/, /漢/u, /\//my, new RegExp('', 's'), new Map(), new Map([[1, { a: 1 }], ['k', new Map()]]), new Set([1, 'two', shared, shared]),
  new Boolean(true), new Boolean(false), new Number(3), new Number(NaN), new String('str'), new String('漢'), Object(5n),
  error, plainError, new ArrayBuffer(3), new Uint8Array([1, 2, 3]), typed, [typed, typed], new Uint8ClampedArray(2), new Int8Array([-1]), new Int16Array([-2]), new Uint16Array([3]),
  new Int32Array([4]), new Uint32Array([5]), new Float32Array([1.5]), new Float64Array([2.5]), new BigInt64Array([-5n]), new BigUint64Array([6n]), new DataView(new ArrayBuffer(2)), Buffer.from('buffer'), [1, new Float64Array([1])],
  new (class Foo { constructor() { this.x = 1; } })(), { a: new Uint8Array(2), b: 'end' },
];
for (const value of values) {
  const bytes = v8.serialize(value);
  const hex = bytes.toString('hex');
  const back = v8.deserialize(bytes);
  console.log(hex.length > 160 ? `${hex.slice(0, 160)}… ${hex.length}` : hex, inspect(back, { depth: 5, maxArrayLength: 3, compact: true, breakLength: Infinity }).slice(0, 200));
}
const twice = v8.deserialize(v8.serialize({ a: shared, b: shared }));
console.log(twice.a === twice.b, v8.deserialize(v8.serialize(loop)).self.self.name);
for (const bad of [() => 1, function named() {}, Symbol('x'), { f() {} }, [Symbol.iterator], new WeakMap(), new WeakSet(), Promise.resolve(), { get a() { throw new TypeError('getter'); } }]) {
  try { v8.serialize(bad); console.log('fine'); } catch (e) { console.log(e.name, e.message); }
}
for (const hex of ['', '00', 'ff', 'ff0f', 'ff10', 'ff0f49', 'ff0f49ff', 'ff0f6f', 'ff0f6f220161', 'ff0f6f22016149027b02', 'ff0f5e00', 'ff0f4e00', 'ff0f2205616263', 'ff0f41ffffffff0f', 'ff0f3b4902', 'ff0f5a05', 'ff0f40', 'ff0fff', 'ff0f5c63', 'ff0f610a2403', 'ff0c30', 'ff0d30', 'ff0e54', 'ff0f554902', '0f54', 'ff0f000054']) {
  try { console.log(hex, v8.deserialize(Buffer.from(hex, 'hex'))); } catch (e) { console.log(hex, e.name, e.message); }
}
for (const bad of ['x', null, {}, [1]]) {
  try { v8.deserialize(bad); } catch (e) { console.log(e.name, e.code, e.message); }
}
