'use strict';
// Which test a piece of code belongs to: the one whose function led to it, however many callbacks
// ago.

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();

function currentTest() { return storage.getStore(); }

// Calls fn so that all that it starts belongs to test.
function runInTest(test, fn, self, args) {
  return storage.run(test, () => Reflect.apply(fn, self, args));
}

module.exports = { currentTest, runInTest };
