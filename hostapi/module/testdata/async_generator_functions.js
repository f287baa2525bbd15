'use strict';
// What async generator functions are, and what they make.
const { inspect, types } = require('util');

async function* g(a, b) { yield a; yield b; }
const AsyncGeneratorFunction = Object.getPrototypeOf(g).constructor;
const functions = Object.getPrototypeOf(async function* () {});
const objects = functions.prototype;

console.log('functions', Object.getPrototypeOf(g) === functions, Object.getPrototypeOf(functions) === Function.prototype);
console.log(functions[Symbol.toStringTag], objects[Symbol.toStringTag], objects.constructor === functions);
console.log(Reflect.ownKeys(functions), Reflect.ownKeys(objects), Reflect.ownKeys(Object.getPrototypeOf(objects)));
for (const key of ['constructor', 'prototype', Symbol.toStringTag]) {
  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(functions, key);
  console.log(key, writable, enumerable, configurable);
}
console.log(AsyncGeneratorFunction.name, AsyncGeneratorFunction.length, Object.getPrototypeOf(AsyncGeneratorFunction) === Function);
console.log(Object.getOwnPropertyDescriptor(AsyncGeneratorFunction, 'prototype').writable);

console.log('own', Reflect.ownKeys(g), g.name, g.length);
const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(g, 'prototype');
console.log(writable, enumerable, configurable, Reflect.ownKeys(g.prototype), Object.getPrototypeOf(g.prototype) === objects);
console.log(g() instanceof g, Object.getPrototypeOf(g()) === g.prototype, String(g()), typeof g);
for (const make of [() => new g()]) {
  try { make(); } catch (error) { console.log(error.name, error.message); }
}

console.log('inspect', inspect(g), inspect(g()), inspect(g.prototype), inspect(async function* () {}));
console.log(types.isGeneratorFunction(g), types.isAsyncFunction(g), types.isGeneratorObject(g()));

const method = { async *m(x = 1, { y } = {}) { yield x; }, async *[Symbol.asyncIterator]() {} };
class C {
  async *m() { yield this.constructor.name; }
  static async *s() { yield this.name; }
  async *#p() { yield 'private'; }
  get p() { return this.#p; }
}
const assigned = async function* () { 'use strict'; yield this; };
const named = async function* inner() { yield inner === named; };
for (const f of [method.m, method[Symbol.asyncIterator], C.prototype.m, C.s, new C().p, assigned, named, functions.constructor('a', 'b', 'yield a; yield* b')]) {
  console.log(inspect(f), f.length, f instanceof AsyncGeneratorFunction, f.hasOwnProperty('prototype'), Object.getPrototypeOf(f.prototype) === objects);
}

function other() {}
g.prototype = other.prototype;
console.log('replaced', g() instanceof other, Object.getPrototypeOf(g()) === other.prototype);
g.prototype = null;
console.log(Object.getPrototypeOf(g()) === objects);
g.prototype = Object.create(objects);
g.prototype.all = async function () { const list = []; for await (const v of this) list.push(v); return list; };

function declaredLater() { return hoisted; async function* hoisted() {} }
console.log(inspect(declaredLater()));

async function all(iterable) { const list = []; for await (const v of iterable) list.push(v); return list; }

(async () => {
  console.log(await g(1, 2).all(), await all(named()), await all(new C().m()), await all(new C().p()), await all(assigned.call(7)));
  console.log(await all(AsyncGeneratorFunction('a', 'b', 'yield a; yield* b')(1, [2, 3])), await all(new AsyncGeneratorFunction('yield 5')()));
  console.log(await all(method.m()), await all(method.m(4)));
  let log = [];
  async function* tries(value) {
    try { log.push('try'); return value; } catch (error) { log.push(`caught ${error}`); return 'c'; } finally { log.push('finally'); }
  }
  for (const value of [1, undefined, Promise.resolve(2), Promise.reject(3), { then(f) { f('thenable'); } }]) {
    log = [];
    const done = tries(value).next().then((r) => { log.push(inspect(r)); });
    for (let i = 0; i < 8; i++) { log.push(i); await null; }
    await done;
    console.log(log.join(' '));
  }
  async function* plain(v) { return v; }
  async function* bare() { return; }
  async function* overridden() { try { yield 1; } finally { return Promise.resolve('over'); } }
  async function* delegates() { return yield* overridden(); }
  for (const make of [() => plain(1), () => plain(Promise.resolve(1)), () => plain(), () => bare()]) {
    log = [];
    const done = make().next().then((r) => { log.push(inspect(r)); });
    for (let i = 0; i < 6; i++) { log.push(i); await null; }
    await done;
    console.log(log.join(' '));
  }
  for (const make of [overridden, delegates]) {
    log = [];
    const it = make();
    await it.next();
    const done = it.return('r').then((r) => { log.push(inspect(r)); });
    for (let i = 0; i < 10; i++) { log.push(i); await null; }
    await done;
    console.log(log.join(' '));
  }
})();
