'use strict';
// A suite: its function only says which tests it has; they run later.

const { SuiteContext } = require('internal/test/context');
const { runInTest } = require('internal/test/current');
const { failureTypes: { kTestCode }, isTestFailure, TestFailure } = require('internal/test/failure');
const { testConfig } = require('internal/test/options');
const { stopping } = require('internal/test/stop');
const { isThenable, Test } = require('internal/test/test');

const { fineClock } = internalBinding('process');

class Suite extends Test {
  reportedType = 'suite';

  constructor(init) {
    super({ ...init, isFiltered: false });
    this.runOnlySubtests = testConfig().only;
    this.built = this.#build();
    this.fn = () => {};
  }

  // build calls the suite's function. It returns a promise of the end, or undefined.
  #build() {
    const { self, args } = this.runArguments();
    const finish = () => { this.buildFinished = true; };
    const fail = (error) => {
      this.fail(new TestFailure(error, kTestCode));
      this.buildFinished = true;
    };
    try {
      const result = runInTest(this, this.fn, self, args);
      if (isThenable(result)) return Promise.resolve(result).then(finish, fail);
      finish();
    } catch (error) {
      fail(error);
    }
    return undefined;
  }

  runArguments() {
    const context = new SuiteContext(this);
    return { self: context, args: [context] };
  }

  async run() {
    const given = this.runArguments();
    let stop;
    try {
      this.parent.activeSubtests++;
      await this.built;
      this.startTime = fineClock();
      if (this.shouldAbort()) {
        this.subtests = [];
        this.postRun();
        return;
      }
      if (this.parent.hooks.before.length > 0) await this.parent.runHooks('before', this.parent.runArguments());
      await this.runHooks('before', given);
      stop = stopping(this.timeout, this.signal);
      const subtests = this.skipped || this.error !== null ? [] : this.subtests;
      await Promise.race([Promise.all(subtests.map((subtest) => subtest.start())), stop.promise]);
      await this.runHooks('after', given);
      this.pass();
    } catch (error) {
      try { await this.runHooks('after', given); } catch { /* The first failure counts. */ }
      this.fail(isTestFailure(error) ? error : new TestFailure(error, kTestCode));
    } finally {
      stop?.dispose();
    }
    this.postRun();
  }
}

module.exports = { Suite };
