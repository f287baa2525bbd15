// options: --experimental-test-coverage
'use strict';
// Code that counts what runs, between its tests.
const { test } = require('node:test');
const counter = require('./lib/counter.js');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function never() { return 1; }
test('counts', async () => {
  for (let i = 0; i < 3; i++) { await sleep(1); counter.next(); }
});
test('and more', async () => {
  await sleep(1);
  const { add } = await import('./lib/live.mjs');
  await sleep(1);
  if (add(1) > 100) never();
});
