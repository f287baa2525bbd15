'use strict';
// What the function of a test, or of a suite, gets as its argument.

const { failureTypes: { kTestCode }, TestFailure } = require('internal/test/failure');

class TestContext {
  #test;
  #assert;

  constructor(test) { this.#test = test; }

  get signal() { return this.#test.signal; }
  get name() { return this.#test.name; }
  get fullName() { return this.#test.fullName; }
  get error() { return this.#test.error; }
  get passed() { return this.#test.passed; }

  diagnostic(message) { this.#test.diagnostic(message); }

  plan(count) {
    if (this.#test.plan !== null) throw new TestFailure('cannot set plan more than once', kTestCode);
    const { TestPlan } = require('internal/test/plan');
    this.#test.plan = new TestPlan(count);
  }

  get assert() {
    this.#assert ??= require('internal/test/plan').countedAssert(this.#test);
    return this.#assert;
  }

  get mock() {
    this.#test.mock ??= new (require('internal/test/mock').MockTracker)();
    return this.#test.mock;
  }

  runOnly(value) { this.#test.runOnlySubtests = !!value; }
  skip(message) { this.#test.skip(message); }
  todo(message) { this.#test.todo(message); }

  test(name, options, fn) {
    if (this.#test.plan !== null) this.#test.plan.actual++;
    const { Test } = require('internal/test/test');
    return this.#test.createSubtest(Test, name, options, fn).start();
  }

  before(fn, options) { this.#test.createHook('before', fn, options); }
  after(fn, options) { this.#test.createHook('after', fn, options); }
  beforeEach(fn, options) { this.#test.createHook('beforeEach', fn, options); }
  afterEach(fn, options) { this.#test.createHook('afterEach', fn, options); }
}

class SuiteContext {
  #suite;
  constructor(suite) { this.#suite = suite; }
  get signal() { return this.#suite.signal; }
  get name() { return this.#suite.name; }
  get fullName() { return this.#suite.fullName; }
}

module.exports = { SuiteContext, TestContext };
