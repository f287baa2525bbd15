'use strict';
// A hook: like a test, but its failure is that of the test that it was to prepare.

const { failureTypes: { kHook }, isTestFailure } = require('internal/test/failure');
const { callerLocation } = require('internal/test/location');
const { argumentsOf } = require('internal/test/settings');
const { Test } = require('internal/test/test');


class TestHook extends Test {
  #given;
  #once;

  constructor(hookType, fn = () => {}, options = {}, owner) {
    super({ name: argumentsOf(fn).name, parent: null, fn: argumentsOf(fn).fn, loc: callerLocation(), isFiltered: false,
      options: { ...options, timeout: options?.timeout ?? Infinity } });
    this.hookType = hookType;
    this.owner = owner;
    this.reporter = owner.reporter;
    // before and after run once, whoever asks for them.
    if (hookType === 'before' || hookType === 'after') this.#once = null;
  }

  run(given) {
    if (this.#once) return this.#once;
    this.#given = given;
    this.renew();
    const promise = super.run();
    if (this.#once === null) this.#once = promise;
    return promise;
  }

  runArguments() { return this.#given; }

  postRun() {
    const { error, owner } = this;
    this.finished = true;
    if (error === null || owner.parent !== null || this.hookType !== 'after') return;
    // Nobody else reports what happens after all tests.
    if (isTestFailure(error)) error.failureType = kHook;
    const details = { __proto__: null, duration_ms: Number(this.endTime - this.startTime) / 1e6, error };
    this.reporter.fail({ nesting: 0, loc: this.loc, testNumber: owner.subtests.length + 1, name: this.loc?.file, details });
  }
}

module.exports = { TestHook };
