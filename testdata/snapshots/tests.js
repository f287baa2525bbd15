'use strict';
// A test run between its tests.
const { test, describe, it, before, mock } = require('node:test');
const assert = require('assert');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
test('first', async (t) => {
  await sleep(1);
  await t.test('inner', async () => { await sleep(1); assert.strictEqual(1, 1); });
  const f = t.mock.fn((x) => x + 1);
  await sleep(1);
  assert.strictEqual(f(1), 2);
  assert.strictEqual(f.mock.calls.length, 1);
});
describe('suite', () => {
  let ready;
  before(async () => { await sleep(1); ready = true; });
  it('is ready', () => assert.ok(ready));
  it('waits', async () => { await sleep(1); });
  it('skips', { skip: true }, () => {});
});
