// Async generators and for await: order of microtasks, delegation, early ends.
'use strict';
const log = [];
function counter(name, steps) {
  let p = Promise.resolve();
  for (let i = 1; i <= steps; i++) p = p.then(() => log.push(`${name}${i}`));
}
async function section(title, run) {
  log.length = 0;
  counter('t', 12);
  try { await run(); } catch (e) { log.push(`threw ${e.message ?? e}`); }
  for (let i = 0; i < 14; i++) await null;
  console.log(title, log.join(' '));
}
async function* numbers() { try { yield 1; yield 2; } finally { log.push('finally'); } return 'end'; }
async function* outer() { const r = yield* numbers(); log.push(`r=${r}`); yield 3; }
async function* failing() { yield 1; throw new Error('broken'); }
async function* empty() { }
async function* returnsPromise() { return Promise.resolve('promised'); }
async function* yieldsPromise() { yield Promise.resolve('y'); yield Promise.reject(new Error('rejected')); }
(async () => {
  await section('for await', async () => { for await (const n of numbers()) log.push(n); log.push('done'); });
  await section('break', async () => { for await (const n of numbers()) { log.push(n); break; } log.push('done'); });
  await section('delegate', async () => { for await (const n of outer()) log.push(n); log.push('done'); });
  await section('delegate sync', async () => { for await (const n of (async function* () { yield* [1, Promise.resolve(2)]; })()) log.push(n); });
  await section('throw inside', async () => { for await (const n of failing()) log.push(n); });
  await section('empty', async () => { const r = await empty().next(); log.push(JSON.stringify(r), r.done); });
  await section('returns promise', async () => { log.push(JSON.stringify(await returnsPromise().next())); });
  await section('yields promise', async () => { for await (const v of yieldsPromise()) log.push(v); });
  await section('queue', async () => {
    const g = numbers();
    const all = [g.next(), g.next(), g.next(), g.next()].map((p) => p.then((r) => log.push(JSON.stringify(r))));
    await Promise.all(all);
  });
  await section('return method', async () => {
    const g = numbers();
    await g.next();
    log.push(JSON.stringify(await g.return(Promise.resolve('r'))), JSON.stringify(await g.next()));
  });
  await section('return before start', async () => { const g = numbers(); log.push(JSON.stringify(await g.return('x'))); });
  await section('return rejected', async () => { const g = numbers(); await g.next(); await g.return(Promise.reject(new Error('no'))); });
  await section('throw method', async () => { const g = numbers(); await g.next(); await g.throw(new Error('thrown')); });
  await section('throw before start', async () => { const g = numbers(); await g.throw(new Error('early')); });
  await section('return through delegate', async () => { const g = outer(); await g.next(); log.push(JSON.stringify(await g.return('q'))); });
  await section('sync iterable', async () => { for await (const v of [Promise.resolve('a'), 'b']) log.push(v); });
  await section('thenable', async () => {
    for await (const v of { async *[Symbol.asyncIterator]() { yield { then(f) { f('t'); } }; } }) log.push(typeof v === 'string' ? v : 'object');
  });
  class C {
    static async *s() { yield this.name; }
    async *m(a, b = a) { yield this.x + a + b; yield* arguments; }
    x = 1;
    async *#p() { yield 'private'; }
    p() { return this.#p(); }
  }
  await section('methods', async () => {
    for await (const v of C.s()) log.push(v);
    for await (const v of new C().m(2)) log.push(v);
    for await (const v of new C().p()) log.push(v);
  });
  const o = numbers();
  console.log(Object.prototype.toString.call(o), o[Symbol.asyncIterator]() === o, typeof o.next, o[Symbol.toStringTag], o);
  console.log(await o.next(), await o.next(), await o.next(), await o.next());
  await numbers().next.call({}).catch((e) => console.log(e.name));
  label: for await (const i of [1, 2]) { for (const j of [1, 2]) { if (j === 2) continue label; console.log(i, j); } }
})();
