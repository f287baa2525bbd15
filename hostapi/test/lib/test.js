'use strict';
// node:test.

const { currentTest } = require('internal/test/current');
const { callerLocation } = require('internal/test/location');
const { argumentsOf } = require('internal/test/settings');
const { getRoot } = require('internal/test/root');
const { Suite } = require('internal/test/suite');
const { Test } = require('internal/test/test');

// The test whose function is running, or the root of all.
function parentTest() {
  const test = currentTest();
  if (test === undefined) return getRoot();
  return test.hookType === undefined ? test : test.owner;
}

function add(Factory, args, overrides) {
  const parent = parentTest();
  const added = parent.addSubtest(Factory, argumentsOf(...args), callerLocation(), overrides);
  if (parent.parent === null && added.built !== undefined) parent.suites?.push(added);
  // The tests of a suite start with it.
  if (parent instanceof Suite) return Promise.resolve();
  return added.start();
}

// Both kinds have the same name, as in Node.
function makeRunner(Factory) {
  const runner = { test(name, options, fn) { return add(Factory, [name, options, fn]); } }.test;
  for (const keyword of ['skip', 'todo', 'only']) {
    runner[keyword] = function marked(name, options, fn) {
      return add(Factory, [name, options, fn], { [keyword]: true });
    };
  }
  return runner;
}

function makeHook(name) {
  return { [name](fn, options) { parentTest().createHook(name, fn, options); } }[name];
}

const test = makeRunner(Test);
const suite = makeRunner(Suite);

module.exports = test;
Object.assign(module.exports, {
  after: makeHook('after'),
  afterEach: makeHook('afterEach'),
  before: makeHook('before'),
  beforeEach: makeHook('beforeEach'),
  describe: suite,
  it: test,
  run(options) { return require('internal/test/run').run(options); },
  suite,
  test,
});

Object.defineProperty(module.exports, 'mock', {
  configurable: true,
  enumerable: true,
  get() {
    const mock = new (require('internal/test/mock').MockTracker)();
    Object.defineProperty(module.exports, 'mock', { value: mock, configurable: true, enumerable: true, writable: false });
    return mock;
  },
});
