'use strict';
// createHook and promises: resources, receivers and super in async functions, stacks, errors, and natives that call async functions.
const ah = require('async_hooks');
const log = [];
const L = (...a) => log.push(a.join(' '));
const kinds = new Map();
let n = 0;
const name = (o) => { if (!kinds.has(o)) kinds.set(o, 'P' + n++); return kinds.get(o); };
let settled = [];
const hook = ah.createHook({
  init(id, type, trigger, resource) { if (type === 'PROMISE') name(resource); },
  promiseResolve(id) { settled.push(id); },
});
const idOf = (p) => p[Object.getOwnPropertySymbols(p).find((s) => s.description === 'async_id_symbol')];
const frames = (e) => e.stack.split('\n').slice(1).map((l) => l.trim().replace(/\(.*[\\/](.*)\)/, '($1)').replace(/ (\/\S*\/)/, ' ')).join(' | ');

class Base {
  async m(x) { await null; return `base ${x} ${this.tag}`; }
  async a() { return 'a'; }
  static async s() { return `static ${this.name}`; }
}
class Derived extends Base {
  constructor() { super(); this.tag = 't'; }
  async m(x) { const before = await super.m(x); const f = async () => { await 0; return (await super.m('arrow')) + this.tag; }; return before + ' ' + (await f()); }
  async a() { return (() => super.a())(); }
  static async s() { const t = await super.s(); return t + '!'; }
  #p = async (x) => { await x; return `private ${this.tag} ${x}`; };
  p() { return this.#p(3); }
}

async function main() {
  hook.enable();
  const d = new Derived();
  L(await d.m(1));
  L(await d.a());
  L(await Derived.s());
  L(await d.p());
  // Resources are the promises themselves.
  let made;
  const probe = ah.createHook({ init(id, type, t, resource) { made = resource; } }).enable();
  const p1 = new Promise(() => {});
  L('new', made === p1);
  const p2 = p1.then();
  L('then', made === p2);
  async function f() { L('async in', ah.executionAsyncId() > 0, typeof made); return made; }
  let inside;
  async function g() { inside = made; await 1; }
  const p3 = g();
  L('async', inside === p3, idOf(p3) > idOf(p2));
  const p4 = Promise.all([]);
  L('all', made === p4);
  const arrow = async (a, b = (() => { throw new Error('default'); })()) => {};
  const p5 = arrow(1);
  L('default throws', made === p5, await p5.catch((e) => e.message));
  L('sync throw', await (async () => { throw new TypeError('t'); })().catch((e) => e.name));
  probe.disable();
  // Natives that call async functions.
  L('map', await Promise.all([3, 1, 2].map(async (x, i) => { await null; return x * 10 + i; })));
  L('apply', await Reflect.apply(async function (x) { await 0; return this.v + x; }, { v: 1 }, [2]));
  L('call', await (async function (x) { return this.v + x; }).call({ v: 1 }, 2));
  L('bind', await (async function (x) { return this.v + x; }).bind({ v: 1 }, 5)());
  L('getter', await ({ get x() { return (async () => { await 0; return 'got'; })(); } }).x);
  L('args', await (async function () { await 0; return arguments.length + [...arguments].join(); })(1, 2, 3));
  L('spread', await (async (...r) => { await 0; return r.join(); })(...[1, 2], 3));
  L('destructured', await (async ({ a, b: [c] }) => { await 0; return a + c; })({ a: 1, b: [2] }));
  L('closure', await (async () => { let t = 0; for (let i = 0; i < 3; i++) { t += await (async () => i)(); } return t; })());
  L('finally', await (async () => { try { await Promise.reject(1); } catch { return 'caught'; } finally { await 0; L('fin'); } })());
  L('recursion', await (async function r(k) { return k === 0 ? 0 : 1 + await r(k - 1); })(20));
  L('toString', String(async function q(a) { return a; }), Object.prototype.toString.call(async () => {}), (async () => {}).constructor.name);
  L('then throws', await new Promise((r) => r({ get then() { throw 'no'; } })).catch((e) => e));
  L('thenable throws', await new Promise((r) => r({ then() { throw 'no2'; } })).catch((e) => e));
  L('thenable twice', await new Promise((r) => r({ then(a, b) { a(1); b(2); a(3); throw 4; } })));
  L('self', await (async () => { let r; const p = new Promise((x) => r = x); r(p); return p.catch((e) => e.name + ': ' + e.message); })());
  L('executor', await new Promise((r, j) => { L(r.length, j.length, JSON.stringify(r.name), typeof r.prototype); throw 'x'; }).catch((e) => e));
  try { Promise(); } catch (e) { L(e.message); }
  try { new Promise(); } catch (e) { L(e.message); }
  try { new Promise(3); } catch (e) { L(e.message); }
  class P extends Promise { constructor(f) { super(f); this.mine = true; } static get [Symbol.species]() { return Promise; } }
  L('species', new P(() => {}).then() instanceof P, P.resolve(1).mine, P.all([]) instanceof P);
  L('finally passes', await Promise.resolve(4).finally(() => 5), await Promise.reject(6).finally(() => 7).catch((e) => e), await Promise.resolve(1).finally(() => { throw 8; }).catch((e) => e));
  L('finally no function', await Promise.resolve(4).finally(3));
  L('any', await Promise.any([Promise.reject(1), Promise.resolve(2)]), await Promise.any([Promise.reject(1)]).catch((e) => e.constructor.name + e.errors));
  L('race', await Promise.race([new Promise(() => {}), 5]), JSON.stringify(await Promise.allSettled([1, Promise.reject(2)])));
  // Stacks.
  async function inner() { await 1; throw new Error('deep'); }
  async function middle() { await inner(); }
  async function outer() { await middle(); }
  L(frames(await outer().catch((e) => e)).split(' | ').length > 2);
  async function later() { await 0; return sync(); }
  async function sync() { return new Error('here'); }
  L(frames(await later()).split(' | ').length);
  L('promises named', settled.length > 100, new Set(settled).size === settled.length);
  hook.disable();
  L('off', await d.m(2));
}
main().then(() => console.log(log.join('\n')), (e) => console.log(log.join('\n'), e));
