'use strict';
// Making buffers: from, alloc, concat, copyBytesFrom, of, and the old constructor.
process.removeAllListeners('warning');
process.on('warning', () => {});
const { SlowBuffer } = require('buffer');
const b = Buffer.from('0123456789abcdef');
function attempt(f) {
  const label = f.toString().slice(6);
  try {
    const result = f();
    console.log(label, '=>', typeof result, result instanceof Uint8Array ? result.toString('hex') : result);
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message);
  }
}
[
  () => Buffer.from(5), () => Buffer.from(null), () => Buffer.from(), () => Buffer.from({}), () => Buffer.from(true),
  () => Buffer.from(Symbol('s')), () => Buffer.from(() => 1), () => Buffer.from(1n),
  () => Buffer.from([1, 2, 300, -1, '7', null, 1.9, {}, [3]]), () => Buffer.from(new String('abc')),
  () => Buffer.from({ length: 3, 0: 1, 1: 2 }), () => Buffer.from({ length: '3', 0: 1 }),
  () => Buffer.from({ length: NaN }), () => Buffer.from({ length: -1 }),
  () => Buffer.from({ type: 'Buffer', data: [1, 2, 3] }), () => Buffer.from({ type: 'Buffer', data: 'abc' }),
  () => Buffer.from({ data: [1] }), () => Buffer.from({ valueOf() { return 'xyz'; } }),
  () => Buffer.from({ valueOf() { return 5; } }), () => Buffer.from({ valueOf() { return [1, 2]; } }),
  () => Buffer.from({ [Symbol.toPrimitive]() { return 'prim'; } }, 'utf8'),
  () => Buffer.from(new Uint16Array([1, 256])), () => Buffer.from(new Float64Array([1.5, -1])),
  () => Buffer.from(new Uint8Array([1, 2])), () => Buffer.from(new Uint8ClampedArray([1, 2])),
  () => Buffer.from(new Int8Array([1, -2])), () => Buffer.from(b, 1, 2), () => Buffer.from(b.subarray(2, 5)),
  () => Buffer.from(new ArrayBuffer(4)), () => Buffer.from(new ArrayBuffer(4), 1),
  () => Buffer.from(new ArrayBuffer(4), 1, 2), () => Buffer.from(new ArrayBuffer(4), 5),
  () => Buffer.from(new ArrayBuffer(4), 1, 4), () => Buffer.from(new ArrayBuffer(4), -1),
  () => Buffer.from(new ArrayBuffer(4), '1'), () => Buffer.from(new ArrayBuffer(4), NaN),
  () => Buffer.from(new ArrayBuffer(4), 0, NaN), () => Buffer.from(new ArrayBuffer(4), 0, -1),
  () => Buffer.from(new ArrayBuffer(4), {}), () => Buffer.from(new ArrayBuffer(4), 1.5, '2'),
  () => Buffer.from('abc', 'foo'), () => Buffer.from('', 'foo'), () => Buffer.from('abc', ''),
  () => Buffer.from('abc', 5), () => Buffer.from('abc', null), () => Buffer.from('616', 'hex'),
  () => Buffer.from(new DataView(new ArrayBuffer(3))), () => Buffer.from(new Set([1, 2])), () => Buffer.from('abc', {}),
  () => Buffer.from(new (class Foo {})()), () => Buffer.from(new Map()), () => Buffer.from(new Number(5)),
  () => Buffer.alloc(), () => Buffer.alloc('5'), () => Buffer.alloc(-1), () => Buffer.alloc(2 ** 33),
  () => Buffer.alloc(NaN), () => Buffer.alloc(1.5), () => Buffer.alloc(3, 1), () => Buffer.alloc(3, 'ab'),
  () => Buffer.alloc(3, 'ab', 5), () => Buffer.alloc(3, '6162', 'hex'), () => Buffer.alloc(3, ''),
  () => Buffer.alloc(3, 'zz', 'hex'), () => Buffer.alloc(3, b), () => Buffer.alloc(3, null), () => Buffer.alloc(3, 0),
  () => Buffer.alloc(0, 1), () => Buffer.alloc(3, 'a', 'foo'), () => Buffer.allocUnsafe(3).length,
  () => Buffer.allocUnsafe('3'), () => Buffer.allocUnsafe(-1), () => Buffer.allocUnsafeSlow(3).length,
  () => Buffer.allocUnsafeSlow(Infinity), () => Buffer.alloc({}), () => Buffer.alloc(3, Symbol('s')),
  () => Buffer.alloc(5, new Uint8Array(0)), () => Buffer.alloc(5, 257), () => Buffer.alloc(5, 'é', 'latin1'),
  () => Buffer.concat(), () => Buffer.concat([]), () => Buffer.concat([b]), () => Buffer.concat([b, b], 5),
  () => Buffer.concat([b], 20), () => Buffer.concat([b], -1), () => Buffer.concat([b], '5'),
  () => Buffer.concat([b], 1.5), () => Buffer.concat([b], NaN), () => Buffer.concat([1]), () => Buffer.concat([b, 'x']),
  () => Buffer.concat(b), () => Buffer.concat('x'), () => Buffer.concat([new Uint8Array([1, 2])]),
  () => Buffer.concat([new Uint16Array(1)]), () => Buffer.concat([b, null], 3), () => Buffer.concat([b], 0),
  () => Buffer.concat([b], undefined), () => Buffer.concat([b], null), () => Buffer.concat([[1]]),
  () => Buffer.concat([Buffer.from('a'), Buffer.alloc(0), Buffer.from('bc'), Buffer.from('d')]),
  () => Buffer.isBuffer(b), () => Buffer.isBuffer(new Uint8Array()), () => Buffer.isBuffer(null), () => Buffer.isBuffer(),
  () => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3])), () => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1),
  () => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1), () => Buffer.copyBytesFrom([1]),
  () => Buffer.copyBytesFrom(new Uint8Array(3), -1), () => Buffer.copyBytesFrom(new Uint8Array(3), 5),
  () => Buffer.copyBytesFrom(new Uint8Array(3), 0, 9), () => Buffer.copyBytesFrom(new Uint8Array(3), 1.5),
  () => Buffer.copyBytesFrom(new Uint8Array(3), 0, '1'), () => Buffer.copyBytesFrom(new DataView(new ArrayBuffer(3))),
  () => Buffer.copyBytesFrom(new Uint8Array(0)), () => Buffer.copyBytesFrom(),
  () => Buffer.copyBytesFrom(b.subarray(3, 7), 1, 2), () => Buffer.of(1, 2, 3), () => Buffer.of(300, '5'), () => Buffer.of(),
  () => Buffer(3), () => Buffer('abc'), () => new Buffer('abc', 'hex'), () => Buffer([1, 2]), () => Buffer(3, 'x'),
  () => new Buffer(-1), () => new Buffer(new ArrayBuffer(2)), () => Buffer(), () => new Buffer(3).length,
  () => SlowBuffer(3).length, () => SlowBuffer('x'),
].forEach(attempt);

// Buffers share memory with what they wrap, and copy everything else.
const memory = new ArrayBuffer(8);
const shared = Buffer.from(memory, 2, 4);
shared[0] = 7;
console.log(new Uint8Array(memory)[2], shared.byteOffset, shared.buffer === memory, shared.byteLength);
const copy = Buffer.from(shared);
copy[0] = 9;
console.log(shared[0], copy.buffer === memory);
const part = shared.subarray(1, 3);
part[0] = 5;
console.log(shared[1], part.buffer === memory, part.byteOffset, part.length, part instanceof Buffer);

// What a buffer is.
console.log(Object.getPrototypeOf(Buffer.prototype) === Uint8Array.prototype, Object.getPrototypeOf(Buffer) === Uint8Array);
console.log(b instanceof Buffer, b instanceof Uint8Array, Object.getPrototypeOf(b) === Buffer.prototype, b.constructor === Buffer);
console.log(Object.prototype.toString.call(b), typeof Buffer, Buffer.name, Buffer.length, ArrayBuffer.isView(b));
console.log(Buffer[Symbol.species].name, Buffer.poolSize, Object.keys(b.subarray(0, 3)).join());
console.log(Object.keys(Buffer).join());
console.log(Object.keys(Buffer.prototype).join());
const statics = ['from', 'copyBytesFrom', 'of', 'alloc', 'allocUnsafe', 'allocUnsafeSlow', 'isBuffer', 'compare', 'isEncoding', 'concat', 'byteLength'];
console.log(statics.map((name) => `${Buffer[name].name}/${Buffer[name].length}`).join(' '));
console.log(Object.keys(require('buffer')).join());
const derived = [b.map((x) => x + 1), b.filter((x) => x > 97), b.slice(2, 4), Uint8Array.prototype.slice.call(b, 2, 4)];
for (const value of derived) console.log(value instanceof Buffer, value.toString('latin1'));

// Old code inherits from Buffer.
function Old(text) { return Object.setPrototypeOf(Buffer.from(text), Old.prototype); }
Object.setPrototypeOf(Old.prototype, Buffer.prototype);
const old = new Old('xyz');
console.log(old instanceof Old, Buffer.isBuffer(old), old.toString('hex'), old.length);
