'use strict';
// Maps, sets, promises, buffers, boxed primitives, dates and whatever else has contents.
const { inspect } = require('util');

const show = (value, options) => console.log(inspect(value, options));
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
class Foo {}

// Each kind plain, nested, with a property, as a subclass, without a prototype, and coloured.
const kinds = [
  () => new Map(), () => new Map([[1, 2], ['a', { b: 1 }]]), () => new Set(), () => new Set([1, 'a', { b: 1 }]),
  () => new WeakMap(), () => new WeakSet(), () => new Date(0), () => new Date(NaN), () => /abc/gi,
  () => new Uint8Array(3), () => new Uint8Array(0), () => new Float64Array([1.5, -0, NaN]),
  () => new BigInt64Array([1n, -1n]), () => new ArrayBuffer(4), () => new ArrayBuffer(0),
  () => new DataView(new ArrayBuffer(4), 1), () => Object(1), () => Object(-0), () => Object('str'),
  () => Object(true), () => Object(1n), () => Object(Symbol('s')), () => Promise.resolve(1),
  () => new Promise(() => {}), () => (function() { return arguments; })(1, 2),
];
for (const make of kinds) {
  show(make());
  // The engine does not tell what weak collections hold.
  if (!/^Weak/.test(make().constructor.name)) show(make(), { showHidden: true });
  show({ a: { b: { c: make() } } });
  show(Object.assign(make(), { extra: 1 }));
  show({ a: { b: { c: Object.assign(make(), { extra: 1 }) } } });
  show(Object.setPrototypeOf(make(), class Sub extends make().constructor {}.prototype));
  show(make(), { colors: true });
  show([make()], { compact: false });
  show(make(), { compact: true });
  show(new Proxy(make(), {}), { showProxy: true });
  show(Object.defineProperty(make(), Symbol.toStringTag, { value: 'tag', enumerable: false }));
  show(Object.defineProperty(make(), 'constructor', { value: 5 }));
}
const withoutPrototype = [new Map([[1, 2]]), new Set([1]), new Date(0), new Uint8Array(2), [1],
  Promise.resolve(1), Object(5), Object('x'), function f() {}, /x/g, new ArrayBuffer(1)];
for (const value of withoutPrototype) {
  show(Object.setPrototypeOf(value, null));
  show({ a: { b: { c: value } } });
  show(Object.setPrototypeOf(value, Foo.prototype));
}

// Long and nested ones.
show(new Set(list(120, (i) => i)));
show(new Map(list(120, (i) => [i, i])));
show(new Set(list(12, (i) => i)), { maxArrayLength: 5 });
show(new Map(list(12, (i) => [i, i])), { maxArrayLength: 5 });
show(new Map([['x'.repeat(40), 'y'.repeat(40)], [[1, 2], new Map([[{}, []]])]]));
show(new Set([[1, 2], new Set([{ a: { b: {} } }])]));
show(new Uint8Array(200));
show(new ArrayBuffer(101));
show(new ArrayBuffer(10), { maxArrayLength: 9 });
show(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), { numericSeparator: true });
show({ a: new Uint8Array([1, 2, 3]), b: { c: { d: new Uint8Array(1) } } });

// Promises.
const rejected = Promise.reject(3);
rejected.catch(() => {});
show(rejected);
show([Promise.resolve({ a: { b: { c: {} } } }), Promise.resolve(undefined)]);

// Iterators and generators which show nothing of their contents.
show([].values());
show('x'[Symbol.iterator]());
show('x'.matchAll(/x/g));
show((function* () {})());
show(Object.assign((function* () {})(), { a: 1 }));

// Proxies.
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
for (const value of [new Proxy({ a: 1 }, {}), new Proxy([1, 2], {}), new Proxy({ a: 1 }, { get() { return 5; } }),
  new Proxy(new Proxy({ a: 1 }, {}), {}), proxy, { a: { b: { c: new Proxy({}, {}) } } }, new Proxy(class A {}, {})]) {
  show(value);
  show(value, { showProxy: true });
  show(value, { showProxy: 1, depth: 0 });
}

// What the language itself has.
for (const value of [Math, JSON, Reflect, Object.prototype, Array.prototype, Map.prototype, Set.prototype,
  Promise.prototype, Error.prototype, TypeError.prototype, Date.prototype, RegExp.prototype, Symbol.prototype,
  Number.prototype, String.prototype, Boolean.prototype, BigInt.prototype, Function.prototype,
  Uint8Array.prototype, Object.getPrototypeOf(Uint8Array.prototype), WeakMap.prototype,
  ArrayBuffer.prototype, DataView.prototype, Object.getPrototypeOf(new Map().entries())]) {
  show(value);
}
