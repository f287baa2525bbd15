// clock: virtual
'use strict';
require('./fixtures/normal');
const { test, describe, it } = require('node:test');
test('uncaught', async () => { setTimeout(() => { throw new Error('later'); }, 10); await new Promise((r) => { setTimeout(r, 50); }); });
test('unhandled', async () => { setTimeout(() => { Promise.reject(new Error('later rej')); }, 10); await new Promise((r) => { setTimeout(r, 50); }); });
test('after end', () => { setTimeout(() => { throw new Error('after end'); }, 10); });
test('after end rej', () => { setTimeout(() => { Promise.reject(new Error('after end rej')); }, 10); });
test('wait', async () => { await new Promise((r) => { setTimeout(r, 50); }); });
test('late subtest', (t) => { setTimeout(() => { t.test('too late', () => {}).then(() => console.log('resolved')); }, 10); });
test('wait', async () => { await new Promise((r) => { setTimeout(r, 50); }); });
test('two at once', { concurrency: 2 }, async (t) => {
  await Promise.all([
    t.test('throws', async () => { setTimeout(() => { throw new Error('mine'); }, 5); await new Promise((r) => { setTimeout(r, 30); }); }),
    t.test('does not', async () => { await new Promise((r) => { setTimeout(r, 30); }); }),
  ]);
});
describe('in a suite', () => { it('nextTick', (t, done) => { process.nextTick(() => { throw new TypeError('tick'); }); }); it('ok', () => {}); });
test('inherits', async () => { await null; await test('a test in a test, by the module', () => {}); it('not awaited', () => {}); });
test('pending forever', () => new Promise(() => {}));
test('never', () => {});
