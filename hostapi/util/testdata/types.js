'use strict';
// util.types against every kind of object.
const { types } = require('util');

show('names', Object.keys(types).join());
function show(...values) { console.log(...values); }

const samples = {
  object: {}, array: [], map: new Map(), set: new Set(), weakMap: new WeakMap(), weakSet: new WeakSet(),
  mapIterator: new Map().keys(), setIterator: new Set().values(), arrayIterator: [].values(),
  promise: Promise.resolve(), thenable: { then() {} }, date: new Date(0), regExp: /x/, error: new Error('x'),
  subError: new (class extends TypeError {})('x'), errorLike: Object.create(Error.prototype),
  arrayBuffer: new ArrayBuffer(1), dataView: new DataView(new ArrayBuffer(1)), uint8: new Uint8Array(1),
  clamped: new Uint8ClampedArray(1), int8: new Int8Array(1), uint16: new Uint16Array(1), int16: new Int16Array(1),
  uint32: new Uint32Array(1), int32: new Int32Array(1), float32: new Float32Array(1), float64: new Float64Array(1),
  bigInt64: new BigInt64Array(1), bigUint64: new BigUint64Array(1), boxedNumber: Object(1), boxedString: Object('x'),
  boxedBoolean: Object(false), boxedBigInt: Object(1n), boxedSymbol: Object(Symbol('x')),
  args: (function() { return arguments; })(), strictArgs: (function() { 'use strict'; return arguments; })(),
  fn() {}, arrow: () => 1, async: async () => 1, generator: function* () {}, asyncMethod: ({ async m() {} }).m,
  methodNamedAsync: ({ async() {} }).async, classAsync: (class { async m() {} }).prototype.m, aClass: class {},
  generatorObject: (function* () {})(), proxy: new Proxy({}, {}), mapProxy: new Proxy(new Map(), {}),
  functionProxy: new Proxy(() => 1, {}), mapPrototype: Map.prototype, fakeMap: Object.create(Map.prototype),
  nullPrototypeMap: Object.setPrototypeOf(new Map(), null), subMap: new (class extends Map {})(),
  number: 1, string: 'x', undefined, null: null, symbol: Symbol('x'), bigint: 1n,
};
for (const name of Object.keys(types)) {
  show(name, Object.keys(samples).filter((key) => types[name](samples[key])).join(' '));
}
show(types === require('util/types'), types.isArrayBufferView === ArrayBuffer.isView, types.isMap.name);
