// structuredClone.
const { inspect } = require('util');
const log = console.log;
const clone = (value, options) => {
  try {
    return structuredClone(value, options);
  } catch (error) {
    return `${error.constructor.name} ${error.name} ${error.code} ${error.message}`;
  }
};

log(clone(undefined), clone(null), clone(true), clone('text'), clone(-0), clone(NaN), clone(12n));
log(clone(new Boolean(false)), clone(new String('s')), clone(Object(5)), clone(Object(5n)));
log(clone(new Date(5)).getTime(), clone(new Date(NaN)).getTime());
const regexp = /a(b)/giu;
regexp.lastIndex = 3;
log(clone(regexp), clone(regexp).lastIndex);
log(clone([1, , 3]), clone(Object.assign([1], { extra: 2 })), clone({ get seen() { return 1; } }));
class Point {
  constructor() {
    this.x = 1;
    Object.defineProperty(this, 'hidden', { value: 2 });
    this[Symbol('s')] = 3;
  }

  get y() { return 2; }
}
log(clone(new Point()), clone(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true } })));
log(Object.getPrototypeOf(clone(Object.create(null))) === Object.prototype, clone(new EventTarget()), clone(Math));
log(clone(new (class extends Map { extra = 1; })([[1, 2]])), clone(new (class extends Array {})(1, 2)));

log('-- identity');
const shared = { s: 1 };
const cycle = { a: shared, b: [shared], map: new Map(), set: new Set() };
cycle.self = cycle;
cycle.map.set(cycle, shared).set('k', cycle.set);
cycle.set.add(cycle).add(shared);
const copy = clone(cycle);
log(copy, copy !== cycle, copy.self === copy, copy.a === copy.b[0], copy.map.get(copy) === copy.a, copy.set.has(copy.a));

log('-- errors');
class Custom extends TypeError {
  constructor(message) {
    super(message);
    this.name = 'Custom';
    this.code = 'LOST';
  }
}
for (const error of [
  new Error('plain'), new RangeError('range', { cause: { c: 1 } }), new Custom('custom'), new Error(),
  new AggregateError([1], 'several'), Object.assign(new Error('renamed'), { name: 'TypeError', stack: 'own stack' }),
]) {
  const copied = clone(error);
  log(copied.constructor.name, copied.name, JSON.stringify(copied.message), Object.hasOwn(copied, 'message'),
    copied.cause, copied.code, copied.stack.split('\n')[0]);
}
log(clone(new DOMException('m', 'N')));

log('-- bytes');
const buffer = new ArrayBuffer(8);
const views = clone({ bytes: new Uint8Array(buffer, 2, 3), view: new DataView(buffer, 1), buffer });
log(views.bytes.buffer === views.buffer, views.view.buffer === views.buffer, views.bytes.byteOffset, views.view.byteLength);
log(clone([new Float32Array([1.5]), new BigInt64Array([1n]), new Uint8ClampedArray([300])]), clone(Buffer.from('abc')));
const moved = new ArrayBuffer(4);
new Uint8Array(moved)[0] = 7;
const result = clone({ moved, view: new Uint8Array(moved) }, { transfer: [moved] });
log(moved.byteLength, result.moved.byteLength, result.view[0], result.view.buffer === result.moved);
log(clone(moved), clone(1, { transfer: [moved] }));
const kept = new ArrayBuffer(4);
log(clone({ kept, f() {} }, { transfer: [kept] }), kept.byteLength);
log(clone(1, { transfer: [kept, kept] }), clone(1, { transfer: [new Uint8Array(1)] }), clone(1, { transfer: [kept] }), kept.byteLength);

log('-- what cannot be cloned');
for (const value of [
  () => {}, function named() {}, class Q {}, Symbol('d'), Symbol(), Object(Symbol('boxed')), Promise.resolve(),
  new WeakMap(), new WeakSet(), (function*() {})(), new Proxy({}, {}), new Proxy([], {}), new Map().entries(),
  [].values(), (function() { return arguments; })(1), { deep: [{ f: () => 1 }] }, new Map([[1, Symbol('k')]]),
  { get thrown() { throw new RangeError('by the getter'); } },
]) {
  log(clone(value));
}
log(clone(1, 5), clone(1, { transfer: 5 }), clone(1, null), clone(1, { transfer: [{}] }));
try {
  structuredClone();
} catch (error) {
  log(error.code, error.message);
}
const order = [];
clone({ get b() { order.push('b'); }, get a() { order.push('a'); }, get 1() { order.push('1'); } });
log(order, structuredClone.length, structuredClone.name, inspect(structuredClone));
