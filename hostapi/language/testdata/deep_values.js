// Values that nest without end, and calls that do: a RangeError that the program
// can catch, and never the end of the process.
'use strict';
const util = require('util');
const assert = require('assert');
const N = 30000;
const nest = (wrap, n = N, value = []) => { for (let i = 1; i < n; i++) value = wrap(value); return value };
const arrays = (n) => nest((v) => [v], n);
const objects = (n) => nest((v) => ({ v }), n, {});
const proxies = (n) => nest((v) => new Proxy(v, {}), n, { x: 1 });
const chain = nest((v) => Object.create(v), N, { x: 1 });

const cases = {
  stringify: () => JSON.stringify(arrays()),
  stringifyObjects: () => JSON.stringify(objects()),
  stringifyIndented: () => JSON.stringify(arrays(), null, 2),
  flat: () => arrays().flat(Infinity),
  structuredClone: () => structuredClone(arrays()),
  toString: () => String(arrays()),
  join: () => arrays().join(),
  toLocaleString: () => arrays().toLocaleString(),
  toNumber: () => +arrays(),
  compare: () => arrays() == '',
  deepStrictEqual: () => assert.deepStrictEqual(arrays(), arrays()),
  isDeepStrictEqual: () => util.isDeepStrictEqual(objects(), objects()),
  proxy: () => proxies().x,
  generator: () => { function* f() { yield* f() } return [...f()] },
  getter: () => { const o = { get a() { return this.b }, get b() { return this.a } }; return o.a },
  convert: () => { const o = { toString() { return '' + o } }; return '' + o },
  toJSON: () => JSON.stringify({ toJSON() { return JSON.stringify(this) } }),
  sort: () => { const f = () => [1, 2].sort(f); return f() },
  map: () => { const f = () => [1].map(f); return f() },
  replace: () => { const f = () => 'a'.replace(/a/, f); return f() },
  apply: () => { const f = () => Reflect.apply(f, null, []); return f() },
  construct: () => { class A { constructor() { new A() } } return new A() },
  trap: () => { const p = new Proxy({}, { get(t, k, r) { return r[k] } }); return p.x },
  super: () => { class A { m() { return this.m() } } class B extends A { m() { return super.m() } } return new B().m() },
  iterator: () => { const o = { [Symbol.iterator]() { return [...o] } }; return [...o] },
  hasInstance: () => { const o = { [Symbol.hasInstance]: (x) => x instanceof o }; return 1 instanceof o },
};
for (const [name, f] of Object.entries(cases)) {
  try {
    const v = f();
    console.log(name, typeof v);
  } catch (e) {
    console.log(name, e.name, e.message);
  }
}

// What is not too deep, or only looks so.
console.log(JSON.stringify(arrays(500)).length, JSON.stringify(objects(500)).length, arrays(2000).flat(Infinity).length);
console.log(String(arrays(1000)) === '', arrays(N).flat().length, arrays(N).flat(3).length, [].concat(arrays(N)).length);
console.log(chain.x, chain.y, 'x' in chain, chain instanceof Array, Object.prototype.isPrototypeOf(chain));
const circular = { a: [1, { b: 2 }] };
circular.a.push(circular);
try { JSON.stringify(circular) } catch (e) { console.log(e.name, e.message.split('\n')[0]) }
const shared = nest((v) => [v, v], 12);
console.log(JSON.stringify(shared).length, shared.flat(Infinity).length);
const hidden = { inner: objects(), toJSON() { return 'short' } };
console.log(JSON.stringify(hidden), JSON.stringify({ hidden }));
console.log(JSON.stringify({ list: Array.from({ length: 20000 }, (_, i) => ({ i })) }).length);
console.log(util.inspect(arrays()), util.inspect(objects()));
console.log(Math.max.apply(null, new Array(1e5).fill(1)), String.fromCharCode.apply(null, new Array(1e5).fill(65)).length, [].push(...new Array(1e5)));

(async () => {
  let p = Promise.resolve('end of chain');
  for (let i = 0; i < N; i++) p = p.then((x) => x);
  console.log(await p);
  let nested = Promise.resolve('end of nest');
  for (let i = 0; i < N; i++) { const inner = nested; nested = new Promise((resolve) => resolve(inner)) }
  console.log(await nested);
})();
