'use strict';
require('./fixtures/normal');
const { test } = require('node:test');
console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection'), process.listenerCount('beforeExit'));
test('a', () => { console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection'), process.listenerCount('beforeExit'), process.listenerCount('SIGTERM')); });
test('own listener too', async () => {
  process.once('uncaughtException', (error) => console.log('heard', error.message));
  setTimeout(() => { throw new Error('both hear it'); }, 1);
  await new Promise((r) => { setTimeout(r, 20); });
});
process.on('exit', () => console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection'), process.listenerCount('beforeExit')));
