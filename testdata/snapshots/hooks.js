'use strict';
// Promises that are followed: hooks of async_hooks and AsyncLocalStorage, with promises, async functions
// and jobs half done over turns.
const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId, triggerAsyncId } = require('async_hooks');
const storage = new AsyncLocalStorage();
const seen = {};
const events = [];
const hook = createHook({
  init(id, type, trigger) { seen[id] = type; events.push(`init ${id} ${type} by ${trigger}`); },
  before(id) { events.push(`before ${id}`); },
  after(id) { events.push(`after ${id}`); },
  destroy(id) { events.push(`destroy ${id} ${seen[id]}`); },
  promiseResolve(id) { events.push(`resolve ${id}`); },
}).enable();
const report = (...what) => console.log(...what, executionAsyncId(), triggerAsyncId(), storage.getStore()?.name);
const wait = (value) => new Promise((resolve) => setTimeout(resolve, 2, value));
const gates = [];
const gate = (value) => new Promise((resolve, reject) => gates.push(() => (value instanceof Error ? reject(value) : resolve(value))));
class Sub extends Promise {}
async function worker(name) {
  try {
    for (const step of [1, 2, 3]) report(name, step, await gate(step));
    throw await wait(new Error(name));
  } catch (e) {
    report('caught', e.message, await gate('caught'));
  } finally {
    await null;
    report('finally', name);
  }
}
storage.run({ name: 'first' }, () => worker('a'));
storage.run({ name: 'second' }, () => worker('b').finally(() => gate('f')).then(() => report('b is done')));
storage.run({ name: 'combined' }, () => {
  Promise.all([gate(1), gate(2), 3]).then((all) => report('all', all.join()));
  Promise.race([gate('r')]).then((v) => report('race', v));
  Promise.allSettled([gate(new Error('no')), wait(1)]).then((all) => report('settled', all.map((r) => r.status).join()));
  Promise.any([gate(new Error('no')), gate('any')]).then((v) => report('any', v));
  Sub.resolve(gate('sub')).then((v) => report(v, v instanceof Object));
  gate({ then(resolve) { gates.push(() => resolve('thenable')); } }).then((v) => report(v));
  gate(new Error('late')).catch((e) => report(e.message)).finally(() => report('after late'));
});
const resource = storage.run({ name: 'resource' }, () => new AsyncResource('Own'));
const bound = storage.run({ name: 'bound' }, () => AsyncResource.bind(() => report('bound')));
const lazy = { async m() { await gate('m'); report('method'); }, a: async () => { report('arrow', await gate('a')); } };
let turn = 0;
(function next() {
  const open = gates.splice(0, 3);
  open.forEach((f) => f());
  console.log('turn', ++turn, open.length, events.splice(0).join('; '));
  resource.runInAsyncScope(report, null, 'scope');
  bound();
  if (turn === 3) { lazy.m(); lazy.a(); }
  if (turn === 9) hook.disable();
  if (turn < 14) storage.run({ name: `turn ${turn}` }, () => setTimeout(next, 1));
})();
