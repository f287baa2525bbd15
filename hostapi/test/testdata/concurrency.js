// clock: virtual
'use strict';
require('./fixtures/normal');
const { test, describe, it } = require('node:test');
const wait = (ms) => new Promise((r) => { setTimeout(r, ms); });
const log = [];
const job = (name, ms) => async () => { log.push(`${name} begins`); await wait(ms); log.push(`${name} ends`); };
test('serial', async (t) => { await Promise.all([t.test('a', job('a', 30)), t.test('b', job('b', 10))]); });
test('two', { concurrency: 2 }, async (t) => { await Promise.all(['c', 'd', 'e', 'f'].map((n, i) => t.test(n, job(n, [90, 60, 50, 37][i])))); });
test('all', { concurrency: true }, async (t) => { await Promise.all(['g', 'h', 'i'].map((n, i) => t.test(n, job(n, [90, 60, 50, 37][i])))); });
test('inherited', { concurrency: 3 }, async (t) => {
  await Promise.all([1, 2].map((n) => t.test(`outer ${n}`, async (t) => { await Promise.all([1, 2].map((m) => t.test(`inner ${n}.${m}`, job(`${n}.${m}`, 200 - n * 50 - m * 10)))); })));
});
describe('suite of two', { concurrency: 2 }, () => {
  it('j', job('j', 100)); it('k', job('k', 30)); it('l', job('l', 45));
  describe('nested', () => { it('m', job('m', 60)); it('n', job('n', 90)); });
});
describe('false', { concurrency: false }, () => { it('o', job('o', 10)); it('p', job('p', 5)); });
test('failures in order', { concurrency: 4 }, async (t) => {
  await Promise.all([
    t.test('late failure', async () => { await wait(50); throw new Error('late'); }),
    t.test('early failure', async () => { throw new Error('early'); }),
    t.test('pass', async () => { await wait(10); }),
  ]);
});
test('forgotten', { concurrency: 2 }, (t) => { t.test('x', job('x', 10)); t.test('y', job('y', 20)); t.test('z', job('z', 5)); });
test('log', () => { console.log(log.join('\n')); });
