'use strict';
// run(): runs test files and returns the stream of their events.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateArray, validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');
const { failureTypes, withoutStack } = require('internal/test/failure');
const { FileTest, forwarded } = require('internal/test/file_test');
const { makeRoot } = require('internal/test/root');
const { concurrencyOf, signalOf, timeoutOf } = require('internal/test/settings');

function namePatterns(value) {
  if (value === undefined || value === null) return [];
  const patterns = Array.isArray(value) ? value : [value];
  return patterns.map((pattern, i) => {
    if (require('util').types.isRegExp(pattern)) return String(pattern);
    if (typeof pattern === 'string') return pattern;
    throw new ERR_INVALID_ARG_TYPE(`options.testNamePatterns[${i}]`, ['string', 'RegExp'], pattern);
  });
}

function checkShard(shard, watch) {
  if (shard === undefined || shard === null) return;
  validateObject(shard, 'options.shard');
  validateInteger(shard.total, 'options.shard.total', 1);
  validateInteger(shard.index, 'options.shard.index', 1, shard.total);
  if (watch) throw new ERR_INVALID_ARG_VALUE('options.shard', watch, 'shards not supported with watch mode');
}

function checked(options) {
  const { files, forceExit, only, setup, shard, watch } = options;
  if (files !== undefined && files !== null) validateArray(files, 'options.files');
  if (watch !== undefined && watch !== null) validateBoolean(watch, 'options.watch');
  if (forceExit !== undefined && forceExit !== null) {
    validateBoolean(forceExit, 'options.forceExit');
    if (forceExit && watch) {
      throw new ERR_INVALID_ARG_VALUE('options.forceExit', watch, 'is not supported with watch mode');
    }
  }
  if (only !== undefined && only !== null) validateBoolean(only, 'options.only');
  checkShard(shard, watch);
  if (setup !== undefined && setup !== null) validateFunction(setup, 'options.setup');
  signalOf(options.signal);
  timeoutOf(options.timeout, null);
  if (watch) throw require('internal/errors/absent').absentError('node:test run({ watch: true })');
  return options;
}

// shardOf returns every n-th file.
function shardOf(files, shard) {
  return shard ? files.filter((_, i) => i % shard.total === shard.index - 1) : files;
}

function run(options) {
  if (options === null || typeof options !== 'object') options = {};
  const { concurrency, files, only, setup, shard, signal, testNamePatterns, timeout } = checked(options);
  const root = makeRoot();
  root.concurrency = concurrency === undefined || concurrency === null ? 1 : concurrencyOf(concurrency, null);
  if (process.env.NODE_TEST_CONTEXT !== undefined) {
    process.emitWarning('node:test run() is being called recursively within a test file. skipping running files.');
    root.postRun();
    return root.reporter;
  }
  const paths = shardOf(files ? files.map((file) => require('path').resolve(file)) : require('internal/test/files').testFiles([]), shard);
  const patterns = namePatterns(testNamePatterns).map((pattern) => `--test-name-pattern=${pattern}`);
  const execArgv = [...forwarded(), ...patterns, ...(only ? ['--test-only'] : [])];
  start(root, setup, paths.map((path) => ({ path, options: { execArgv, signal, timeout } })));
  return root.reporter;
}

async function start(root, setup, tests) {
  if (setup) await setup(root.reporter);
  else await undefined;
  const finish = () => root.postRun(withoutStack('Promise resolution is still pending but the event loop has already resolved',
    failureTypes.kCancelledByParent));
  if (tests.length === 0) {
    finish();
    return;
  }
  await Promise.all(tests.map(({ path, options }) => {
    const test = new FileTest(path, root, options);
    root.subtests.push(test);
    return test.start();
  }));
  finish();
}

module.exports = { run };
