'use strict';
// Which test a piece of code belongs to: the one whose function led to it, however many callbacks
// ago.

const storage = require.ids.has('async_hooks') ? new (require('async_hooks').AsyncLocalStorage)() : guess();

// Without contexts that follow callbacks: the test that was called last and has not ended.
function guess() {
  let running = [];
  let innermost;
  return {
    getStore() {
      return innermost;
    },
    last() {
      running = running.filter((test) => !test.finished && test.endTime === null);
      return running[running.length - 1];
    },
    run(test, fn) {
      const outer = innermost;
      innermost = test;
      running.push(test);
      try {
        return fn();
      } finally {
        innermost = outer;
      }
    },
  };
}

function currentTest() { return storage.getStore(); }

// The test that an error which nobody caught belongs to.
function failingTest() { return storage.getStore() ?? storage.last?.(); }

// Calls fn so that all that it starts belongs to test.
function runInTest(test, fn, self, args) {
  return storage.run(test, () => Reflect.apply(fn, self, args));
}

module.exports = { currentTest, failingTest, runInTest };
