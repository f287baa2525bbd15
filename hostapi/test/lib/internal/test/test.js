'use strict';
// A test: it runs its function, its hooks and its subtests, and reports them in the order in which
// they were written, whatever the order in which they end.

const { AbortError } = require('internal/errors');
const { TestContext } = require('internal/test/context');
const { runInTest } = require('internal/test/current');
const { failureTypes, isTestFailure, TestFailure, withoutStack } = require('internal/test/failure');
const { callerLocation } = require('internal/test/location');
const { testConfig } = require('internal/test/options');
const { argumentsOf, concurrencyOf, signalOf, skipOf, timeoutOf } = require('internal/test/settings');
const { stopping } = require('internal/test/stop');
const { createDeferredPromise } = require('internal/util');

const { fineClock } = internalBinding('process');

const onlyWarning = '\'only\' and \'runOnly\' require the --test-only command-line option.';

function isThenable(value) {
  return value !== null && (typeof value === 'object' || typeof value === 'function') && typeof value.then === 'function';
}

// once(fn) calls fn once and gives every caller its promise.
function once(fn) {
  let promise;
  return () => promise ??= fn();
}

class Test {
  passed = false;
  error = null;
  cancelled = false;
  finished = false;      // reported
  buildFinished = false; // takes no more subtests
  started = false;       // its start was reported
  startTime = null;
  endTime = null;
  subtests = [];
  plan = null;
  mock = undefined;
  reportedType = 'test';
  isFiltered = true;
  hookType = undefined;

  activeSubtests = 0;
  #pending = [];          // subtests that wait until fewer run
  #ready = new Map();     // finished subtests that wait for their turn to be reported, by number
  #nextToReport = 1;
  #diagnostics = [];
  #abortController = new AbortController();
  #outerSignal;
  #onOuterAbort;

  constructor({ name, parent, fn, loc, options = {}, isFiltered = true }) {
    this.name = name;
    this.parent = parent;
    this.loc = loc;
    this.fn = fn;
    this.isFiltered = isFiltered;
    this.root = parent === null ? this : parent.root;
    this.nesting = parent === null || parent.parent === null ? 0 : parent.nesting + 1;
    this.childNumber = parent === null ? 0 : parent.subtests.length + 1;
    this.reporter = parent === null ? null : parent.reporter;
    this.#inherit(options);
    this.#mark(options);
    if (options.plan !== undefined) this.planned = options.plan;
    this.#follow(signalOf(options.signal));
  }

  #inherit(options) {
    const { parent } = this;
    this.concurrency = concurrencyOf(options.concurrency, parent);
    this.timeout = timeoutOf(options.timeout, parent);
    this.only = options.only ?? (parent === null ? testConfig().only : !parent.runOnlySubtests);
    this.runOnlySubtests = parent === null ? testConfig().only : !this.only;
    this.hooks = {
      before: [], after: [], ownAfterEach: 0,
      beforeEach: parent === null ? [] : parent.hooks.beforeEach.slice(),
      afterEach: parent === null ? [] : parent.hooks.afterEach.slice(),
    };
    if (parent !== null && !testConfig().only && (options.only || parent.runOnlySubtests)) this.diagnostic(onlyWarning);
  }

  // Sets what skip and todo say.
  #mark(options) {
    const skip = skipOf(this, options.skip);
    if (skip) this.fn = () => {};
    this.skipped = skip !== undefined && skip !== false;
    this.isTodo = options.todo !== undefined && options.todo !== false;
    this.message = typeof skip === 'string' ? skip : typeof options.todo === 'string' ? options.todo : undefined;
  }

  #follow(signal) {
    this.signal = this.#abortController.signal;
    if (!signal) return;
    this.#outerSignal = signal;
    this.#onOuterAbort = () => this.#abort();
    signal.addEventListener('abort', this.#onOuterAbort, { once: true });
  }

  #abort() {
    const error = this.#outerSignal?.reason ?? new AbortError('The test was aborted');
    try {
      error.failureType = failureTypes.kAborted;
    } catch {
      // A reason that is no object.
    }
    this.cancel(error);
  }

  get fullName() {
    return this.parent === null || this.parent.parent === null ? this.name : `${this.parent.fullName} > ${this.name}`;
  }

  matches(patterns) {
    return patterns.some((pattern) => pattern.exec(this.name) !== null) ||
      (this.parent !== null && this.parent.parent !== null && this.parent.matches(patterns));
  }

  diagnostic(message) { this.#diagnostics.push(message); }

  skip(message) {
    this.skipped = true;
    this.message = message;
  }

  todo(message) {
    this.isTodo = true;
    this.message = message;
  }

  // --- Subtests.

  createSubtest(Factory, ...given) { return this.addSubtest(Factory, argumentsOf(...given), callerLocation()); }

  addSubtest(Factory, { name, options, fn }, loc, overrides) {
    const isLate = this.finished || this.buildFinished;
    const parent = isLate ? this.root : this;
    const test = new Factory({ name, parent, fn, loc, options: { ...options, ...overrides } });
    parent.subtests.push(test);
    if (isLate) {
      test.fail(new TestFailure('test could not be started because its parent finished', failureTypes.kParentFinished));
    }
    return test;
  }

  hasConcurrency() { return this.concurrency > this.activeSubtests; }

  // start runs the test, now or when its parent has room for it.
  start() {
    this.reporter.enqueue(this.nesting, this.loc, this.name);
    if (this.root.building || !this.parent.hasConcurrency()) {
      return new Promise((resolve) => { this.parent.#pending.push({ test: this, resolve }); });
    }
    this.reporter.dequeue(this.nesting, this.loc, this.name);
    return this.run();
  }

  async startPending() {
    while (this.#pending.length > 0 && this.hasConcurrency()) {
      const { test, resolve } = this.#pending.shift();
      this.reporter.dequeue(test.nesting, test.loc, test.name);
      await test.run();
      resolve();
    }
  }

  // --- Hooks.

  createHook(name, fn, options) {
    const { TestHook } = require('internal/test/hook');
    const hook = new TestHook(name, fn, options, this);
    if (name === 'before' && this.startTime !== null) {
      // The test has begun already.
      hook.run(this.runArguments()).then(() => { if (hook.error !== null) this.fail(hook.error); });
    }
    if (name === 'afterEach') this.hooks.afterEach.splice(this.hooks.ownAfterEach++, 0, hook);
    else this.hooks[name].push(hook);
    return hook;
  }

  async runHooks(name, args) {
    try {
      for (const hook of this.hooks[name]) {
        await hook.run(args);
        if (hook.error !== null) throw hook.error;
      }
    } catch (error) {
      const failure = withoutStack(`failed running ${name} hook`, failureTypes.kHook);
      failure.cause = isTestFailure(error) ? error.cause : error;
      throw failure;
    }
  }

  // --- Running.

  runArguments() {
    const context = new TestContext(this);
    return { self: context, args: [context] };
  }

  shouldAbort() {
    if (this.signal.aborted) return true;
    if (!this.#outerSignal?.aborted) return false;
    this.#abort();
    return true;
  }

  async run() {
    if (this.parent !== null) this.parent.activeSubtests++;
    if (this !== this.root || this.startTime === null) this.startTime = fineClock();
    if (this.shouldAbort()) {
      this.postRun();
      return;
    }
    const given = this.runArguments();
    const { parent } = this;
    const after = once(() => this.runHooks('after', given));
    const afterEach = once(async () => {
      if (parent !== null && !this.skipped && parent.hooks.afterEach.length > 0) await parent.runHooks('afterEach', given);
    });
    let stop;
    try {
      if (parent !== null && parent.hooks.before.length > 0) await parent.runHooks('before', parent.runArguments());
      if (parent !== null && !this.skipped && parent.hooks.beforeEach.length > 0) await parent.runHooks('beforeEach', given);
      stop = stopping(this.timeout, this.signal);
      await this.#call(given, stop.promise);
      if (this.shouldAbort()) {
        this.postRun();
        return;
      }
      this.plan?.check();
      this.pass();
      await afterEach();
      if (this.hooks.after.length > 0) await after();
    } catch (error) {
      this.#failed(error);
      try { await afterEach(); } catch { /* The first failure counts. */ }
      try { await after(); } catch { /* The same. */ }
    } finally {
      stop?.dispose();
    }
    if (parent !== null || this.hookType !== undefined) this.postRun();
  }

  #failed(error) {
    if (!isTestFailure(error)) this.fail(new TestFailure(error, failureTypes.kTestCode));
    else if (error.failureType === failureTypes.kTimeout) this.cancel(error);
    else this.fail(error);
  }

  // Calls the test's function and waits for what it promises, or for a callback.
  async #call({ self, args }, stopped) {
    if (this.planned !== undefined && this.plan === null) {
      this.plan = new (require('internal/test/plan').TestPlan)(this.planned);
    }
    if (this.fn.length !== args.length + 1) {
      const result = runInTest(this, this.fn, self, args);
      if (isThenable(result)) await Promise.race([Promise.resolve(result), stopped]);
      return;
    }
    const { promise, callback } = deferredCallback();
    const result = runInTest(this, this.fn, self, [...args, callback]);
    if (isThenable(result)) {
      this.fail(withoutStack('passed a callback but also returned a Promise', failureTypes.kCallbackAndPromise));
      await Promise.race([result, stopped]);
    } else {
      await Promise.race([promise, stopped]);
    }
  }

  pass() {
    if (this.endTime !== null) return;
    this.endTime = fineClock();
    this.passed = true;
  }

  fail(error) {
    if (this.error !== null) return;
    this.endTime = fineClock();
    this.passed = false;
    this.error = error;
  }

  cancel(error) {
    if (this.endTime !== null || this.error !== null) return;
    this.fail(error ?? withoutStack('test did not finish before its parent and was cancelled', failureTypes.kCancelledByParent));
    this.startTime ??= this.endTime;
    this.cancelled = true;
    this.#abortController.abort();
  }

  abort() { this.#abortController.abort(); }

  // renew makes a test that ended ready to run again.
  renew() {
    this.passed = false;
    this.error = null;
    this.endTime = null;
    if (!this.signal.aborted) return;
    this.#abortController = new AbortController();
    this.signal = this.#abortController.signal;
  }

  // postRun ends the test: what has not finished is cancelled, and its parent goes on.
  postRun(pendingError) {
    if (this.endTime === null || this.endTime < this.startTime) this.endTime = fineClock();
    this.startTime ??= this.endTime;
    this.#pending = [];
    const failed = this.#endSubtests(pendingError);
    if ((this.passed || this.parent === null) && failed > 0) {
      this.fail(withoutStack(`${failed} subtest${failed > 1 ? 's' : ''} failed`, failureTypes.kSubtestsFailed));
    }
    this.#outerSignal?.removeEventListener('abort', this.#onOuterAbort);
    this.mock?.reset();
    if (this.parent === null) {
      require('internal/test/root').reportRoot(this, this.#diagnostics);
      return;
    }
    const { parent } = this;
    parent.activeSubtests--;
    parent.#reportLater(this);
    parent.reportReady(false);
    parent.startPending();
    if (parent === this.root && parent.isIdle()) parent.runOnce();
  }

  isIdle() { return this.activeSubtests === 0 && this.#pending.length === 0 && this.#ready.size === 0; }

  // endSubtests returns how many subtests failed.
  #endSubtests(pendingError) {
    let failed = 0;
    for (const subtest of this.subtests) {
      if (!subtest.finished) {
        subtest.cancel(pendingError);
        subtest.postRun(pendingError);
      }
      if (!subtest.passed && !subtest.isTodo) failed++;
    }
    return failed;
  }

  // --- Reporting.

  #reportLater(subtest) {
    if (subtest.finished) return;
    this.#ready.set(subtest.childNumber, subtest);
    if (subtest.reportedComplete) return;
    subtest.reportedComplete = true;
    const result = subtest.#result();
    result.details.passed = subtest.passed;
    this.reporter.complete(result);
  }

  isClearToSend() {
    return this.parent === null || (this.parent.#nextToReport === this.childNumber && this.parent.isClearToSend());
  }

  // reportReady reports the subtests whose turn it is.
  reportReady(isClear) {
    for (;;) {
      const subtest = this.#ready.get(this.#nextToReport);
      if (subtest === undefined) return;
      isClear ||= this.isClearToSend();
      if (!isClear) return;
      if (this.#nextToReport === 1 && this.parent !== null) this.#reportStarted();
      this.#ready.delete(this.#nextToReport);
      subtest.#finalize();
    }
  }

  #finalize() {
    this.reportReady(true);
    this.beforeReport();
    if (!this.isSilent) this.#report();
    for (const message of this.#diagnostics) this.reporter.diagnostic(this.nesting, this.loc, message);
    this.parent.#nextToReport++;
    this.finished = true;
  }

  // For tests whose parts come from elsewhere.
  beforeReport() {}
  get isSilent() { return false; }

  #reportStarted() {
    if (this.started || this.parent === null) return;
    this.started = true;
    this.parent.#reportStarted();
    this.reporter.start(this.nesting, this.loc, this.name);
  }

  #result() {
    const details = { __proto__: null, duration_ms: Number(this.endTime - this.startTime) / 1e6 };
    if (this.reportedType === 'suite') details.type = 'suite';
    if (!this.passed) details.error = this.error;
    let directive;
    if (this.skipped) directive = { __proto__: null, skip: this.message ?? true };
    else if (this.isTodo) directive = { __proto__: null, todo: this.message ?? true };
    return { nesting: this.nesting, loc: this.loc, testNumber: this.childNumber, name: this.name, details, directive };
  }

  #report() {
    require('internal/test/root').count(this);
    if (this.subtests.length > 0) this.reporter.plan(this.subtests[0].nesting, this.loc, this.subtests.length);
    else this.#reportStarted();
    if (this.passed) this.reporter.pass(this.#result());
    else this.reporter.fail(this.#result());
  }
}

// A callback that settles a promise, once.
function deferredCallback() {
  let calls = 0;
  const { promise, resolve, reject } = createDeferredPromise();
  const callback = (error) => {
    calls++;
    if (calls > 2) return;
    if (calls === 2) throw new TestFailure('callback invoked multiple times', failureTypes.kMultipleCallbacks);
    if (error) reject(error);
    else resolve();
  };
  return { promise, callback };
}

module.exports = { isThenable, Test };
