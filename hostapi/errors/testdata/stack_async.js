'use strict';
// The async functions of a stack: who waits, and where.
const out = [];
const fr = (e, n = 6) => e.stack.split('\n').filter((l) => l.startsWith('    at')).slice(0, n).map((l) => l.trim().replace(/\(?(\/[^)]*\/)/, (m) => m[0] === '(' ? '(' : '').replace('async /tmp/ac/','async ')).join('\n      ');
const A = async (name, f, n) => { try { const r = await f(); out.push(name + ': ' + (r instanceof Error ? fr(r, n) : r)); } catch (e) { out.push(name + ': ' + fr(e, n)); } };
async function leaf() { await 1; throw new Error('x'); }
async function leaf2() { await 1; return new Error('x'); }
const o = { async m() { await leaf(); }, am: async () => { await leaf(); }, async [Symbol('q')]() { await leaf(); } };
class K { async m() { await leaf(); } static async s() { await leaf(); } f = async () => { await leaf(); }; async n() { return await this.m(); } }
(async () => {
  await A('plain', async function plain() { await leaf(); });
  await A('anon', async () => { await leaf(); });
  await A('method', () => o.m());
  await A('symbol', () => o[Object.getOwnPropertySymbols(o)[0]]());
  await A('class', () => new K().m()); await A('static', () => K.s()); await A('n', () => new K().n());
  await A('all', async function all() { await Promise.all([1, leaf()]); });
  await A('all nested', async function all() { await Promise.all([Promise.all([leaf()])]); });
  await A('allSettled', async function all() { return (await Promise.allSettled([leaf2()]))[0].value; });
  await A('any', async function any() { return await Promise.any([leaf2(), new Promise(() => {})]); });
  await A('any reject', async function any() { try { await Promise.any([leaf()]); } catch (e) { return e.errors[0]; } });
  await A('race', async function race() { await Promise.race([new Promise(() => {}), leaf()]); });
  await A('then', async function then() { await leaf().then(() => {}); });
  await A('then cb', async function then() { await Promise.resolve().then(async function cb() { await leaf(); }); });
  await A('then cb sync', async function then() { await Promise.resolve().then(function cb() { throw new Error('x'); }); });
  await A('catch', async function then() { await leaf().catch((e) => { throw e; }); });
  await A('finally', async function then() { await leaf().finally(() => {}); });
  await A('new Promise', async function np() { await new Promise((r, j) => { leaf().then(r, j); }); });
  await A('return await', async function ra() { return await leaf(); });
  await A('return', async function ra() { return leaf(); });
  await A('nested expr', async function ne() { const x = [1, await leaf(), 2]; });
  await A('arg', async function ne() { console.log(await leaf()); });
  await A('multi', async function ne() {
    const x = 1 +
      await leaf();
  });
  await A('cond', async function ne() { if (await leaf()) return 1; });
  await A('timer', async function ti() { await new Promise((r) => setTimeout(r, 1)); throw new Error('after'); });
  await A('await paren', async function ti() { await (leaf()); });
  await A('await then chain', async function ti() { await Promise.resolve().then(() => leaf()).then(() => 1); });
  await A('deep', async function d1() { await (async function d2() { await (async function d3() { await leaf(); })(); })(); });
  await A('await in try', async function t() { try { await leaf(); } finally { out.push('fin'); } });
  await A('thenable', async function t() { await { then(r, j) { j(new Error('th')); } }; });
  await A('await getter', async function t() { await ({ get x() { return leaf(); } }).x; });
  console.log(out.join('\n'));
})();
