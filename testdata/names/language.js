'use strict';
// Prints each constructor, namespace and prototype that the language itself
// defines: names, flags, lengths, what is a constructor. node20-language.json is
// what node 20 printed for it.
const seen = new Map();
const out = {};
function flags(d) { return (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-'); }
function fn(f) { return typeof f === 'function' ? `${Object.getOwnPropertyDescriptor(f,'name')?.value}/${f.length}${isCtor(f) ? '/new' : ''}` : typeof f; }
function isCtor(f) { try { Reflect.construct(Object, [], f); return true; } catch { return false; } }
function keyName(k) { return typeof k === 'symbol' ? `@@${k.description}` : k; }
function dump(path, o) {
  if (seen.has(o)) return;
  seen.set(o, path);
  const lines = out[path] = {};
  const proto = Object.getPrototypeOf(o);
  lines['[[Prototype]]'] = proto === null ? 'null' : proto === Function.prototype ? 'Function.prototype' : proto === Object.prototype ? 'Object.prototype' : 'other';
  for (const k of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, k);
    let s;
    if ('value' in d) s = flags(d) + ' ' + (typeof d.value === 'function' ? fn(d.value) : typeof d.value === 'object' ? 'object' : k === 'length' || typeof d.value === 'symbol' ? String(d.value) : typeof d.value);
    else s = flags(d) + ' get ' + (d.get ? fn(d.get) : '-') + ' set ' + (d.set ? fn(d.set) : '-');
    lines[keyName(k)] = s;
  }
  for (const k of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, k);
    if (d.value && typeof d.value === 'object' && k === 'prototype') dump(path + '.prototype', d.value);
    if (d.value && typeof d.value === 'function' && k === 'prototype') dump(path + '.prototype', d.value);
  }
}
const language = ['Object','Function','Array','Number','parseFloat','parseInt','Boolean','String','Symbol','Date','Promise','RegExp','Error','AggregateError','EvalError','RangeError','ReferenceError','SyntaxError','TypeError','URIError','JSON','Math','Intl','ArrayBuffer','Atomics','Uint8Array','Int8Array','Uint16Array','Int16Array','Uint32Array','Int32Array','Float32Array','Float64Array','Uint8ClampedArray','BigUint64Array','BigInt64Array','DataView','Map','BigInt','Set','WeakMap','WeakSet','WeakRef','Proxy','Reflect','SharedArrayBuffer','FinalizationRegistry','decodeURI','decodeURIComponent','encodeURI','encodeURIComponent','escape','unescape','eval','isFinite','isNaN','globalThis','undefined','NaN','Infinity'];
const top = out.global = {};
for (const name of language) {
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!d) continue;
  top[name] = ('value' in d ? flags(d) : '-' + flags(d).slice(1)) ;
  const v = globalThis[name];
  if ((typeof v === 'object' && v !== null && v !== globalThis) || typeof v === 'function') dump(name, v);
}
if (globalThis.Intl) for (const k of Object.getOwnPropertyNames(Intl)) if (typeof Intl[k] === 'function' && Intl[k].prototype) dump('Intl.' + k, Intl[k]);
const hidden = {
  TypedArray: () => Object.getPrototypeOf(Int8Array),
  'Iterator.prototype': () => Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
  'ArrayIterator.prototype': () => Object.getPrototypeOf([][Symbol.iterator]()),
  'StringIterator.prototype': () => Object.getPrototypeOf(''[Symbol.iterator]()),
  'RegExpStringIterator.prototype': () => Object.getPrototypeOf('a'.matchAll(/a/g)),
  'MapIterator.prototype': () => Object.getPrototypeOf(new Map()[Symbol.iterator]()),
  'SetIterator.prototype': () => Object.getPrototypeOf(new Set()[Symbol.iterator]()),
  GeneratorFunction: () => (function* () {}).constructor,
  'GeneratorFunction.prototype.prototype': () => Object.getPrototypeOf((function* () {}).prototype),
  AsyncFunction: () => (async () => {}).constructor,
};
for (const [name, get] of Object.entries(hidden)) dump(name, get());
console.log(JSON.stringify(out, null, 1));
