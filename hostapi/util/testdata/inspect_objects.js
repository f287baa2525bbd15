'use strict';
// Plain objects and instances: keys, nesting, line breaks, accessors, classes, circles.
const { inspect } = require('util');

const show = (value, options) => console.log(inspect(value, options));
class Foo {}
class Bar extends Foo { get [Symbol.toStringTag]() { return 'bar'; } }

// Keys.
show({ 'a-b': 1, '1': 2, '': 3, a_b: 4, $a: 5, ä: 6, "it's": 7, 'a\nb': 8 });
show({ ['__proto__']: 1, [Symbol('x')]: 1, [Symbol()]: 2, a: undefined, b: null });
show(Object.defineProperty({ a: 1 }, 'hidden', { value: 1 }));
for (const key of ['hidden', Symbol('h'), 'a b\n', "q'q"]) {
  show(Object.defineProperty({}, key, { value: 1 }), { showHidden: true });
}

// Nesting.
const inside = [{ d: 1 }, {}, [], [1], new Map(), new Map([[1, 2]]), new Date(0), /x/, () => 1,
  Object.assign(new Foo(), { x: 1 }), Object.create(null, { x: { value: 1, enumerable: true } })];
for (const c of inside) {
  show({ a: { b: { c } } });
  show({ a: { b: { c } } }, { depth: 0 });
  show({ a: { b: { c } } }, { depth: null });
}

// Line breaks.
for (let i = 55; i < 75; i += 3) {
  show({ a: 'x'.repeat(i), b: 1 });
  show(['x'.repeat(i), 1]);
  show({ a: { b: 'x'.repeat(i) } });
}
for (let breakLength = 0; breakLength < 90; breakLength += 10) {
  show({ a: 'x'.repeat(40), b: { c: 1 } }, { breakLength });
  show({ a: 'x'.repeat(20), b: { c: [1, { d: 2 }] } }, { breakLength, compact: true });
}
for (const compact of [false, true, 0, 1, 2, 3, 5]) {
  show({ a: 1, b: { c: 2, d: [1, { e: { f: { g: {} } } }] } }, { compact, depth: 9 });
}

// Accessors.
const accessors = {
  get a() { return 1; },
  set b(value) {},
  get c() { return { x: { y: {} } }; },
  set c(value) {},
  get d() { throw new Error('oops'); },
  get e() { return null; },
  get f() { return 'text'; },
  get g() { return undefined; },
};
for (const getters of [false, true, 'get', 'set']) show(accessors, { getters });

// Classes and prototypes.
for (const value of [Object.create(null), Object.create({}), Object.create(Object.create(null)),
  Object.create({ a: 1 }), new Foo(), Object.assign(new Foo(), { a: 1 }), new Bar(),
  Object.assign(new Bar(), { x: 1 }), { [Symbol.toStringTag]: 'T' }, Object.create({ [Symbol.toStringTag]: 'T' }),
  Object.defineProperty({}, Symbol.toStringTag, { value: 'T' }),
  Object.create(null, { [Symbol.toStringTag]: { value: 'foo' } }), Foo.prototype, Bar.prototype,
  Object.create(Foo.prototype), Object.create(Bar.prototype, { constructor: { value: 'x' } }),
  { constructor: 'x' }, { constructor: Foo }, new (class {})(), Object.create(Array.prototype)]) {
  show(value);
  show([[[value]]]);
}
class P1 { constructor() { this.own = 1; } get g() { return 1; } }
P1.prototype.inherited = 5;
class P2 extends P1 {}
P2.prototype.more = [1];
show(new P1(), { showHidden: true });
show(new P2(), { showHidden: true });
show(new P2(), { showHidden: true, colors: true });

// Circles.
const circle = { a: 1 };
circle.self = circle;
circle.b = { circle, d: [circle] };
const array = [1];
array.push(array, { array });
const map = new Map();
map.set('m', map);
const left = {};
const right = { left };
left.right = right;
function fn() {}
fn.self = fn;
for (const value of [circle, array, map, [left, right], { left, right }, fn]) {
  show(value);
  show(value, { compact: true });
  show(value, { compact: false });
}

// Order.
show({ b: 1, a: 2, c: 3 }, { sorted: true });
show({ b: 1, a: 2, c: 3 }, { sorted: (x, y) => (x < y ? 1 : -1) });
show(Object.assign([3, 2, 1], { z: 1, y: 2 }), { sorted: true });
show(new Set([3, 2, 1]), { sorted: true });
