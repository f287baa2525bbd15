// options: --experimental-test-module-mocks --test-reporter=dot --test-reporter-destination=/dev/null
// mock.module: ES modules, CommonJS and core modules.
import { test, mock } from 'node:test';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const show = async (name, f) => { try { console.log(name, await f()); } catch (e) { console.log(name, e.name, e.code, e.message.replaceAll(import.meta.dirname, '')); } };
test('esm', async (t) => {
  const m = t.mock.module(new URL('./fixtures/mocked/orig.mjs', import.meta.url).href, { namedExports: { val: 'mocked', extra: 1 }, defaultExport: 'D' });
  console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(m)), m.constructor.name, m);
  await show('import', async () => ({ ...await import('./fixtures/mocked/orig.mjs') }));
  await show('again', async () => (await import('./fixtures/mocked/orig.mjs')) === (await import('./fixtures/mocked/orig.mjs')));
  await show('via', async () => (await import('./fixtures/mocked/user.mjs')).seen);
  await show('twice', () => t.mock.module('./fixtures/mocked/orig.mjs'));
  m.restore();
  await show('restored', async () => ({ ...await import('./fixtures/mocked/orig.mjs') }));
});
test('cjs', async (t) => {
  t.mock.module('./fixtures/mocked/c.cjs', { namedExports: { a: 5 } });
  await show('req', () => require('./fixtures/mocked/c.cjs'));
  await show('imp', async () => ({ ...await import('./fixtures/mocked/c.cjs') }));
});
test('cjs after', async () => { await show('req', () => require('./fixtures/mocked/c.cjs')); });
test('cjs default', async (t) => {
  t.mock.module('./fixtures/mocked/c.cjs', { namedExports: { a: 5 }, defaultExport: { x: 1 } });
  await show('req', () => require('./fixtures/mocked/c.cjs'));
  await show('imp', async () => ({ ...await import('./fixtures/mocked/c.cjs') }));
});
test('cjs default bad', async (t) => {
  await show('def', () => { t.mock.module('./fixtures/mocked/c.cjs', { namedExports: { a: 5 }, defaultExport: 7 }); return require('./fixtures/mocked/c.cjs'); });
});
test('builtin', async (t) => {
  t.mock.module('node:readline', { namedExports: { fake() { return 1; } }, cache: true });
  await show('req', () => Object.keys(require('readline')));
  await show('node req', () => Object.keys(require('node:readline')));
  await show('imp', async () => ({ ...await import('readline') }));
});
test('args', async (t) => {
  for (const a of [[5], ['./fixtures/mocked/c.cjs', 5], ['./fixtures/mocked/c.cjs', { cache: 1 }], ['./fixtures/mocked/c.cjs', { namedExports: 1 }], ['./none.mjs'], []]) await show(JSON.stringify(a), () => t.mock.module(...a));
});
test('cache', async (t) => {
  const fixture = './fixtures/mocked/c.cjs';
  t.mock.module(fixture, { cache: false, namedExports: { o: {} } });
  await show('same', () => require('./fixtures/mocked/c.cjs') === require('./fixtures/mocked/c.cjs'));
});
test('cache true', async (t) => {
  t.mock.module('./fixtures/mocked/c.cjs', { cache: true, namedExports: { o: {} } });
  await show('same', async () => [require('./fixtures/mocked/c.cjs') === require('./fixtures/mocked/c.cjs'), await import('./fixtures/mocked/c.cjs') === await import('./fixtures/mocked/c.cjs')]);
});
console.log(typeof mock.module, Object.getOwnPropertyNames(Object.getPrototypeOf(mock)).sort().join());
