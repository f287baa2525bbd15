'use strict';
// createHook and promises: what is announced when, with which ids, for all that makes promises.
const ah = require('async_hooks');
const log = []; let first = 0;
function L(s) { log.push(s); }
const h = ah.createHook({
  init(id, type, trig, res) { if (!first) first = id; L(`init ${id-first} ${type} trig=${trig-first} exec=${ah.executionAsyncId()-first} ${res instanceof Promise} `); },
  before(id) { L(`before ${id-first} exec=${ah.executionAsyncId()-first} trig=${ah.triggerAsyncId()-first} res=${ah.executionAsyncResource() instanceof Promise}`); },
  after(id) { L(`after ${id-first}`); },
  promiseResolve(id) { L(`resolve ${id-first}`); },
});
function step(name, f) { return new Promise((done) => setTimeout(() => { first = 0; L('== ' + name); h.enable(); f(); setTimeout(() => { h.disable(); done(); }, 5); }, 1)); }
(async () => {
  await step('new', () => { new Promise((r) => { L('executor'); r(1); L('resolved'); }); });
  await step('then', () => { const p = Promise.resolve(1); L('made'); const q = p.then((x) => { L('cb'); return 2; }); L('thenned'); });
  await step('then pending', () => { let r; const p = new Promise((s) => r = s); p.then(() => L('a')).then(() => L('b')); r(); });
  await step('pass through', () => { Promise.reject(new Error('x')).then(() => L('no')).catch(() => L('caught')); });
  await step('finally', () => { Promise.resolve(1).finally(() => L('fin')); });
  await step('async fn', () => { async function f() { L('in'); } f(); L('out'); });
  await step('async await 1', () => { async function f() { L('in'); await 1; L('resumed'); } f(); L('out'); });
  await step('async await promise', () => { async function f() { L('in'); await Promise.resolve(3); L('resumed'); return 7; } f(); L('out'); });
  await step('await thenable', () => { async function f() { L('in'); await { then(r) { L('then called ' + (ah.executionAsyncId()-first)); r(5); } }; L('resumed'); } f(); L('out'); });
  await step('resolve thenable', () => { new Promise((r) => r({ then(r) { L('then called ' + (ah.executionAsyncId()-first)); r(5); } })); });
  await step('resolve promise', () => { const a = Promise.resolve(1); new Promise((r) => r(a)); });
  await step('return promise from then', () => { Promise.resolve(1).then(() => Promise.resolve(2)); });
  await step('async return promise', () => { async function f() { return Promise.resolve(2); } f(); });
  await step('all', () => { Promise.all([1, Promise.resolve(2)]); });
  await step('race', () => { Promise.race([1, Promise.resolve(2)]); });
  await step('any', () => { Promise.any([1, Promise.resolve(2)]); });
  await step('allSettled', () => { Promise.allSettled([1, Promise.reject(2)]); });
  await step('reject', () => { Promise.reject(1).catch(() => L('c')); });
  await step('executor throws', () => { new Promise(() => { throw 1; }).catch(() => {}); });
  await step('double resolve', () => { new Promise((r, j) => { r(1); r(2); j(3); }); });
  await step('self resolve', () => { let r; const p = new Promise((s) => r = s); r(p); p.catch(() => {}); });
  await step('subclass', () => { class P extends Promise {} const p = new P((r) => r(1)); p.then(() => L('sub')); P.resolve(2); });
  await step('queueMicrotask', () => { queueMicrotask(() => L('mt')); });
  await step('async throws', () => { (async () => { throw 1; })().catch(() => L('ct')); });
  await step('async await throws', () => { (async () => { try { await Promise.reject(1); } catch { L('ca'); } })(); });
  await step('old promise', () => { old.then(() => L('old')); });
  await step('setTimeout', () => { setTimeout(() => { L('to'); Promise.resolve().then(() => L('in')); }, 0); });
  console.log(log.join('\n'));
  console.log(Promise.resolve(1));
})();
const old = Promise.resolve(1);
