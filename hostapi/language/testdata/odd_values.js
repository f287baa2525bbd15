// Each method of each builtin with odd arguments: how many calls, and a digest of
// what they return or throw. `node odd_values.js NAME` shows the calls of one method.
'use strict';
const { createHash } = require('crypto');
const thrower = { valueOf() { throw new Error('valueOf') }, toString() { throw new Error('toString') } };
const values = [undefined, null, true, NaN, -0, 1, -1, 1.5, 2 ** 32, 2 ** 53, -Infinity, Infinity, '', 'ab', '12', '\ud800', 10n, Symbol.iterator, {}, [], [1, , 3], () => 1, thrower, /a/g, { valueOf: () => 2 }, { length: 3, 0: 'x' }];
const show = (v, depth = 0) => {
  if (v === null) return 'null';
  switch (typeof v) {
    case 'number': return Object.is(v, -0) ? '-0' : String(v);
    case 'string': return v.length > 60 ? `string(${v.length})` : JSON.stringify(v);
    case 'bigint': return v + 'n';
    case 'symbol': return v.toString();
    case 'function': return 'function';
    case 'object': {
      if (depth > 1) return 'object';
      if (Array.isArray(v) || ArrayBuffer.isView(v) && !(v instanceof DataView)) {
        if (v.length > 20) return `array(${v.length})`;
        let out = [];
        for (let i = 0; i < v.length; i++) out.push(i in v ? show(v[i], depth + 1) : 'hole');
        return (Array.isArray(v) ? '' : v.constructor.name) + `[${out}]`;
      }
      if (v instanceof Error) return `${v.name}: ${v.message}`;
      const tag = Object.prototype.toString.call(v);
      if (tag !== '[object Object]') return tag;
      return '{' + Object.keys(v).slice(0, 5).map((k) => k + ':' + show(v[k], depth + 1)) + '}';
    }
    default: return String(v);
  }
};
// Known to differ, most in the words of an error.
const skip = new Set([
  'Array.from', 'Array.prototype.every', 'Array.prototype.filter', 'Array.prototype.find', 'Array.prototype.findIndex', 'Array.prototype.findLast',
  'Array.prototype.findLastIndex', 'Array.prototype.flatMap', 'Array.prototype.forEach', 'Array.prototype.map', 'Array.prototype.reduce',
  'Array.prototype.reduceRight', 'Array.prototype.some', 'Array.prototype.with', 'Atomics.add', 'Atomics.and', 'Atomics.compareExchange',
  'Atomics.exchange', 'Atomics.isLockFree', 'Atomics.load', 'Atomics.notify', 'Atomics.or', 'Atomics.store', 'Atomics.sub', 'Atomics.xor',
  'BigInt.asIntN', 'BigInt.asUintN', 'BigInt64Array.prototype.every', 'BigInt64Array.prototype.fill', 'BigInt64Array.prototype.filter',
  'BigInt64Array.prototype.find', 'BigInt64Array.prototype.findIndex', 'BigInt64Array.prototype.findLast', 'BigInt64Array.prototype.findLastIndex',
  'BigInt64Array.prototype.forEach', 'BigInt64Array.prototype.map', 'BigInt64Array.prototype.reduce', 'BigInt64Array.prototype.reduceRight',
  'BigInt64Array.prototype.set', 'BigInt64Array.prototype.some', 'BigInt64Array.prototype.sort', 'BigInt64Array.prototype.with',
  'DataView.prototype.setBigInt64', 'DataView.prototype.setBigUint64', 'Date.UTC', 'Date.parse', 'Date.prototype.Symbol(Symbol.toPrimitive)',
  'Date.prototype.setHours', 'Date.prototype.setMinutes', 'Date.prototype.setMonth', 'Date.prototype.setSeconds', 'Date.prototype.setUTCFullYear',
  'Date.prototype.setUTCHours', 'Date.prototype.setUTCMinutes', 'Date.prototype.setUTCMonth', 'Date.prototype.setUTCSeconds', 'JSON.isRawJSON',
  'JSON.parse', 'JSON.rawJSON', 'Map.prototype.forEach', 'Math.cbrt', 'Math.cosh', 'Math.exp', 'Math.log2', 'Math.sin', 'Math.sinh', 'Math.tan',
  'Object.create', 'Object.defineProperties', 'Object.fromEntries', 'Object.groupBy', 'Reflect.apply', 'Reflect.construct', 'Set.prototype.difference',
  'Set.prototype.forEach', 'Set.prototype.intersection', 'Set.prototype.isDisjointFrom', 'Set.prototype.isSubsetOf', 'Set.prototype.isSupersetOf',
  'Set.prototype.symmetricDifference', 'Set.prototype.union', 'String.fromCodePoint', 'String.prototype.padEnd', 'String.prototype.padStart',
  'Symbol.keyFor', 'Uint8Array.fromBase64', 'Uint8Array.fromHex', 'Uint8Array.prototype.every', 'Uint8Array.prototype.fill',
  'Uint8Array.prototype.filter', 'Uint8Array.prototype.find', 'Uint8Array.prototype.findIndex', 'Uint8Array.prototype.findLast',
  'Uint8Array.prototype.findLastIndex', 'Uint8Array.prototype.forEach', 'Uint8Array.prototype.map', 'Uint8Array.prototype.reduce',
  'Uint8Array.prototype.reduceRight', 'Uint8Array.prototype.set', 'Uint8Array.prototype.setFromBase64', 'Uint8Array.prototype.setFromHex',
  'Uint8Array.prototype.some', 'Uint8Array.prototype.sort', 'Uint8Array.prototype.toBase64', 'Uint8Array.prototype.toHex',
  'Uint8Array.prototype.toSorted', 'Uint8Array.prototype.with', 'new ArrayBuffer',
]);
const makers = {
  String: () => ['', 'abcabc', 'A\ud83d\ude00b', '\udc00x'], Number: () => [0, -0, 1.5, NaN, 1e21, -123.456], Boolean: () => [true],
  Array: () => [[], [3, 1, 2], [1, , 'b', undefined]], BigInt: () => [0n, -5n, 2n ** 70n], Symbol: () => [Symbol('s')],
  Date: () => [new Date(0), new Date(NaN), new Date(1e12)], RegExp: () => [/a(b)?/g, /x/y], Map: () => [new Map([[1, 2]])], Set: () => [new Set([1, 2])],
  Uint8Array: () => [new Uint8Array([3, 1, 2])], Float64Array: () => [new Float64Array([1.5, NaN, -0])], BigInt64Array: () => [new BigInt64Array(2)],
  ArrayBuffer: () => [new ArrayBuffer(8)], DataView: () => [new DataView(new ArrayBuffer(8))], Object: () => [{ a: 1 }], Function: () => [function f(a) { return a }], Error: () => [new Error('e')],
};
const stat = ['Math', 'JSON', 'Reflect', 'Object', 'Number', 'String', 'Array', 'Date', 'BigInt', 'Symbol', 'ArrayBuffer', 'Uint8Array', 'Atomics'];
const shown = process.argv[2];
let current, calls, digest;
function begin(name) {
  end();
  if (skip.has(name) || shown && shown !== name) return false;
  current = name; calls = 0; digest = createHash('md5');
  return true;
}
function end() {
  if (current !== undefined) console.log(current, calls, digest.digest('hex').slice(0, 8));
  current = undefined;
}
function run(name, f) {
  let out;
  try { out = show(f()); } catch (e) { out = e && e.name ? `${e.name}: ${String(e.message).split('\n')[0]}` : String(e); }
  calls++;
  digest.update(`${name} = ${out}\n`);
  if (shown) console.log(name, '=', out);
}
const lists = () => { const l = [[]]; for (const v of values) l.push([v]); for (const v of [undefined, -1, 1.5, Infinity, 'ab', thrower]) for (const w of [undefined, -2, 2, Infinity, 'a', Symbol.iterator, thrower]) l.push([v, w]); return l };
const text = (key) => (typeof key === 'symbol' ? key.toString() : key);
const byName = (keys) => keys.sort((a, b) => (text(a) < text(b) ? -1 : 1));
for (const [type, make] of Object.entries(makers)) {
  const proto = globalThis[type].prototype;
  const names = byName(Reflect.ownKeys(proto).concat(type === 'Uint8Array' || type === 'BigInt64Array' ? Reflect.ownKeys(Object.getPrototypeOf(proto)) : []));
  for (const key of names) {
    const d = Object.getOwnPropertyDescriptor(proto, key) || Object.getOwnPropertyDescriptor(Object.getPrototypeOf(proto), key);
    if (!d || typeof d.value !== 'function' || key === 'constructor' || /toLocale|localeCompare|normalize|anchor|^big$|blink|bold|fixed|font|italics|^link$|small|strike|^sub$|^sup$/.test(String(key)) || !begin(`${type}.prototype.${String(key)}`)) continue;
    make().forEach((_, i) => {
      let n = 0;
      for (const args of lists()) run(`${type}.prototype.${String(key)} ${i} ${n++} (${args.map((a) => a === thrower ? 'thrower' : show(a))})`, () => { const self = make()[i]; const r = d.value.apply(self, args); return type === 'Array' || type.endsWith('Array') ? [r, self] : r });
    });
  }
}
for (const type of stat) {
  const o = globalThis[type];
  for (const key of byName(Reflect.ownKeys(o))) {
    const d = Object.getOwnPropertyDescriptor(o, key);
    if (typeof d.value !== 'function' || key === 'prototype' || /random|fromAsync|^now$|wait|defineProperty|setPrototypeOf|freeze|seal|preventExt|assign/.test(String(key)) || !begin(`${type}.${String(key)}`)) continue;
    let n = 0;
    for (const args of lists()) run(`${type}.${String(key)} ${n++} (${args.map((a) => a === thrower ? 'thrower' : show(a))})`, () => d.value.apply(o, args));
  }
  if (typeof o === 'function' && !/Promise|Symbol|BigInt/.test(type) && begin(`new ${type}`)) { let n = 0; for (const args of lists()) { run(`new ${type} ${n} (${args.map((a) => a === thrower ? 'thrower' : show(a))})`, () => { if (type === 'Date' && !args.length) return 0; if (/Array/.test(type) && args[0] > 1e6) return 0; return new o(...args) }); n++ } }
}
end();
