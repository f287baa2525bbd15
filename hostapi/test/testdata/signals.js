// clock: virtual
'use strict';
require('./fixtures/normal');
const { test, describe, it } = require('node:test');
const fail = (signal) => new Promise((resolve) => { setTimeout(resolve, 100); });
test('timeout pending', { timeout: 20 }, fail);
test('timeout passes', { timeout: 2000 }, () => {});
const controller = new AbortController();
test('aborted later', { signal: controller.signal }, async (t) => {
  setTimeout(() => controller.abort(new Error('my reason')), 5);
  t.signal.addEventListener('abort', () => console.log('aborted inner', t.signal.aborted));
  await fail();
});
test('aborted before', { signal: controller.signal }, () => { console.log('never'); });
const two = new AbortController();
setTimeout(() => two.abort(new Error('suite reason')), 400);
describe('aborted suite', { signal: two.signal }, () => { it('a', () => new Promise((r) => { setTimeout(r, 3000); })); it('b', () => {}); });
describe('aborted before', { signal: controller.signal }, () => { it('a', () => {}); });
const bad = [{ concurrency: 'x' }, { timeout: -1 }, { timeout: 'a' }, { signal: 1 }, { concurrency: -1 }, { concurrency: 1.5 }, { timeout: 2 ** 40 }];
for (const options of bad) {
  try { test('bad', options, () => {}); } catch (error) { console.log(error.name, error.code, error.message); }
}
test('passes its signal', async (t) => {
  const aborted = new Promise((r) => { t.signal.addEventListener('abort', r); });
  await t.test('inner', { timeout: 10 }, (t) => { t.signal.addEventListener('abort', () => console.log('inner aborted')); return fail(); });
  console.log(t.signal.aborted);
});
