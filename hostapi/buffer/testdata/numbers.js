'use strict';
// Reading and writing numbers: values, ranges, and what is said about wrong arguments.
const b = Buffer.from('0123456789abcdef');
const short = Buffer.alloc(1);

function attempt(label, f) {
  try {
    const result = f();
    console.log(label, '=>', result);
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message);
  }
}

const offsets = [undefined, 0, 1, 15, 16, -1, 1.5, NaN, Infinity, -Infinity, -0, '1', null, {}, [], true, 1n,
  Symbol('s'), 4294967297, -5000000000, 1e21, function f() {}, new Date(0), 'it\'s', 'x'.repeat(40)];
for (const offset of offsets) {
  const shown = typeof offset === 'object' ? JSON.stringify(offset) : String(offset);
  attempt(`readUInt8(${shown})`, () => b.readUInt8(offset));
  attempt(`readInt32BE(${shown})`, () => b.readInt32BE(offset));
  attempt(`readDoubleLE(${shown})`, () => b.readDoubleLE(offset));
  attempt(`readBigInt64LE(${shown})`, () => b.readBigInt64LE(offset));
  attempt(`writeInt16LE(1, ${shown})`, () => Buffer.from(b).writeInt16LE(1, offset));
  attempt(`writeUInt8(1, ${shown})`, () => Buffer.from(b).writeUInt8(1, offset));
  attempt(`writeFloatBE(1, ${shown})`, () => Buffer.from(b).writeFloatBE(1, offset));
  attempt(`readUIntLE(${shown}, 3)`, () => b.readUIntLE(offset, 3));
  attempt(`readUIntLE(0, ${shown})`, () => b.readUIntLE(0, offset));
  attempt(`writeIntBE(1, ${shown}, 3)`, () => Buffer.from(b).writeIntBE(1, offset, 3));
  attempt(`writeIntBE(1, 0, ${shown})`, () => Buffer.from(b).writeIntBE(1, 0, offset));
}

const bytes = Buffer.from('80ff7f0001fe81c042280000a5deadbeef', 'hex');
const sizes = { UInt8: 1, Int8: 1, UInt16LE: 2, UInt16BE: 2, Int16LE: 2, Int16BE: 2, UInt32LE: 4, UInt32BE: 4,
  Int32LE: 4, Int32BE: 4, FloatLE: 4, FloatBE: 4, DoubleLE: 8, DoubleBE: 8, BigInt64LE: 8, BigInt64BE: 8,
  BigUInt64LE: 8, BigUInt64BE: 8 };
for (const [type, size] of Object.entries(sizes)) {
  const values = [];
  for (let at = 0; at + size <= bytes.length; at++) values.push(bytes[`read${type}`](at));
  console.log(type, values.map(String).join(' '));
  attempt(`short read${type}`, () => short.slice(0, size - 1)[`read${type}`]());
}
for (let size = 1; size <= 6; size++) {
  for (const type of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE', 'UintLE', 'UintBE']) {
    const values = [];
    for (let at = 0; at + size <= bytes.length; at++) values.push(bytes[`read${type}`](at, size));
    console.log(type, size, values.join(' '));
  }
}

const values = [0, -0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, 65535, 65536, 2 ** 31 - 1, 2 ** 31,
  -(2 ** 31), -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 39, 2 ** 47, 2 ** 48, -(2 ** 47) - 1, 1.7, -1.7, NaN,
  Infinity, '12', '300', '', 'abc', null, undefined, true, {}, [7], 1e21, -1e-7];
for (const value of values) {
  const shown = typeof value === 'object' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : String(value);
  for (const type of ['UInt8', 'Int8', 'UInt16LE', 'Int16BE', 'UInt32BE', 'Int32LE', 'FloatLE', 'DoubleBE']) {
    attempt(`write${type}(${shown})`, () => {
      const target = Buffer.alloc(10, 0xee);
      return `${target[`write${type}`](value, 1)} ${target.toString('hex')}`;
    });
  }
  for (const size of [1, 2, 3, 4, 5, 6]) {
    for (const type of ['UIntBE', 'IntLE']) {
      attempt(`write${type}(${shown}, 1, ${size})`, () => {
        const target = Buffer.alloc(10, 0xee);
        return `${target[`write${type}`](value, 1, size)} ${target.toString('hex')}`;
      });
    }
  }
}
for (const value of [0n, 1n, -1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n, -(2n ** 63n), -(2n ** 63n) - 1n]) {
  for (const type of ['BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUint64BE']) {
    attempt(`write${type}(${value}n)`, () => {
      const target = Buffer.alloc(10, 0xee);
      return `${target[`write${type}`](value, 2)} ${target.toString('hex')}`;
    });
  }
}
for (const value of [1, '1', true, undefined, null, -1, 1e30]) {
  attempt(`writeBigUInt64LE(${value})`, () => Buffer.alloc(8).writeBigUInt64LE(value));
  attempt(`writeBigInt64BE(${value})`, () => Buffer.alloc(8).writeBigInt64BE(value));
}
for (const name of ['writeUInt32LE', 'writeDoubleBE', 'writeIntLE']) {
  attempt(`${name}(1n)`, () => Buffer.alloc(8)[name](1n, 0, 4));
  attempt(`${name}(Symbol())`, () => Buffer.alloc(8)[name](Symbol('x'), 0, 4));
}
attempt('wrong value and offset', () => b.writeUInt8(300, '1'));
attempt('wrong value and offset', () => b.writeUInt16LE(70000, '1'));
attempt('wrong value and offset', () => b.writeBigUInt64LE('x', 99));
for (const name of Object.keys(Buffer.prototype)) {
  if (/^(read|write)/.test(name)) console.log(name, Buffer.prototype[name].name, Buffer.prototype[name].length);
}
