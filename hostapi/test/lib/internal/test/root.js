'use strict';
// The root of all tests of a program. It is made with the first test; it hears of errors that
// nobody caught, and its report ends when the program does.

const { currentTest } = require('internal/test/current');
const { failureTypes, TestFailure, withoutStack } = require('internal/test/failure');
const { testConfig } = require('internal/test/options');
const { TestsStream } = require('internal/test/stream');
const { Test } = require('internal/test/test');

const genericFailure = 1; // exit code

let globalRoot = null;

function makeRoot() {
  const root = new Test({ name: '<root>', parent: null, fn() {} });
  root.reporter = new TestsStream();
  root.counters = { all: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0, topLevel: 0 };
  root.startTime = internalBinding('process').fineClock();
  if (testConfig().coverage) root.coverage = new (require('internal/test/coverage/collect').Collection)();
  let ran = false;
  root.runOnce = () => {
    if (ran) return;
    ran = true;
    root.run().then(() => { root.afterRun?.(); });
  };
  return root;
}

function getRoot() {
  if (globalRoot !== null) return globalRoot;
  globalRoot = makeRoot();
  const root = globalRoot;
  root.building = true;
  root.suites = []; // whose functions may still run
  root.reporter.on('test:fail', (data) => {
    if (data.todo === undefined || data.todo === false) process.exitCode = genericFailure;
  });
  observe(root);
  build(root, require('internal/test/reporting').setUp(root));
  return root;
}

// build lets tests run as soon as reporters and suites are there.
async function build(root, reporters) {
  await reporters;
  for (let i = 0; i < root.suites.length; i++) await root.suites[i].built;
  root.building = false;
  root.startPending();
}

// observe attaches root to the program.
function observe(root) {
  const onException = errorHandler(root, 'uncaughtException');
  const onRejection = errorHandler(root, 'unhandledRejection');
  const finish = async () => {
    if (root.subtests.length === 0 && (root.hooks.before.length > 0 || root.hooks.after.length > 0)) await root.run();
    root.postRun(withoutStack('Promise resolution is still pending but the event loop has already resolved',
      failureTypes.kCancelledByParent));
    process.removeListener('beforeExit', finish);
    process.removeListener('unhandledRejection', onRejection);
    process.removeListener('uncaughtException', onException);
    process.removeListener('SIGINT', terminate);
    process.removeListener('SIGTERM', terminate);
  };
  function terminate() {
    reportUnfinished(root);
    finish();
    process.exit();
  }
  process.on('uncaughtException', onException);
  process.on('unhandledRejection', onRejection);
  process.on('beforeExit', finish);
  if (testConfig().isChild) {
    process.on('SIGINT', terminate);
    process.on('SIGTERM', terminate);
  }
  if (testConfig().forceExit) {
    root.afterRun = () => {
      finish();
      root.reporter.once('close', () => setImmediate(() => process.exit()));
    };
  }
}

// What the program waited for when it was told to end, but for what the runtime waits for itself.
function reportUnfinished(root) {
  const list = internalBinding('test').unfinished();
  for (let i = 0; i < list.length; i += 2) {
    if (list[i + 1] !== '') root.diagnostic(`pending: ${list[i]}, started at ${list[i + 1]}`);
  }
}

// errorHandler returns a listener for errors that nobody caught: they fail the test that they come
// from.
function errorHandler(root, event) {
  return (error) => {
    if (root.building) throw error; // there is no report that could say so
    const test = currentTest();
    if (test !== undefined && !test.finished) {
      test.fail(new TestFailure(error, failureTypes[event === 'uncaughtException' ? 'kUncaughtException' : 'kUnhandledRejection']));
      test.abort();
      return;
    }
    root.diagnostic(`Error: ${lateError(test, error, event)}`);
    process.exitCode = genericFailure;
  };
}

function lateError(test, error, event) {
  if (test === undefined || test === test.root) {
    return 'A resource generated asynchronous activity after the test ended. This activity created the error ' +
      `"${error}" which triggered an ${event} event, caught by the test runner.`;
  }
  const name = test.hookType === undefined ? `Test "${test.name}"` : `Test hook "${test.hookType}"`;
  return `${name}${placeOf(test)} generated asynchronous activity after the test ended. This activity created the error ` +
    `"${error}" and would have caused the test to fail, but instead triggered an ${event} event.`;
}

function placeOf({ loc }) {
  if (loc === undefined) return '';
  return ` at ${require('path').relative(process.cwd(), loc.file)}:${loc.line}:${loc.column}`;
}

// count adds a test that is being reported to the figures at the end.
function count(test) {
  const { counters } = test.root;
  if (test.nesting === 0) counters.topLevel++;
  if (test.reportedType === 'suite') {
    counters.suites++;
    return;
  }
  if (test.skipped) counters.skipped++;
  else if (test.isTodo) counters.todo++;
  else if (test.cancelled) counters.cancelled++;
  else if (!test.passed) counters.failed++;
  else counters.passed++;
  counters.all++;
}

// reportRoot ends the report: how many tests there were, and how they ended.
function reportRoot(root, diagnostics) {
  if (root.reported) return;
  root.reported = true;
  const { counters, nesting, loc, reporter } = root;
  reporter.plan(nesting, loc, counters.topLevel);
  for (const message of diagnostics) reporter.diagnostic(nesting, loc, message);
  const figures = { tests: counters.all, suites: counters.suites, pass: counters.passed, fail: counters.failed,
    cancelled: counters.cancelled, skipped: counters.skipped, todo: counters.todo,
    duration_ms: Number(internalBinding('process').fineClock() - root.startTime) / 1e6 };
  for (const name in figures) reporter.diagnostic(nesting, loc, `${name} ${figures[name]}`);
  if (root.coverage !== undefined) reportCoverage(root);
  reporter.end();
}

// A test file that runs on its own counts for itself; one that was started leaves the
// report to who started it.
function reportCoverage({ coverage, loc, nesting, reporter }) {
  if (testConfig().isChild) return;
  const { counted } = require('internal/test/coverage/collect');
  coverage.add(counted());
  const summary = require('internal/test/coverage/summary').summaryOf(coverage.scripts());
  reporter.send('test:coverage', { __proto__: null, nesting, summary, ...loc });
}

module.exports = { count, getRoot, makeRoot, reportRoot };
