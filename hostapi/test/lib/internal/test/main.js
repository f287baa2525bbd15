'use strict';
// The program of "jsrr test".

const { run } = require('internal/test/run');
const { testConfig } = require('internal/test/options');
const { testFiles } = require('internal/test/files');
const { attach, wanted } = require('internal/test/reporting');

const badArgument = 9; // exit code, as for other bad options

// --test-shard=index/total
function shardOf(text) {
  if (text === undefined) return undefined;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) {
    const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
    throw new ERR_INVALID_ARG_VALUE('--test-shard', text, 'must be in the form of <index>/<total>');
  }
  return { index: +match[1], total: +match[2] };
}

// On two processors both work.
function defaultConcurrency() {
  const count = require('os').availableParallelism();
  return count <= 2 ? count : count - 1;
}

function files(args) {
  try {
    return testFiles(args);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function main() {
  const config = testConfig();
  wanted(); // or an error
  const options = { concurrency: config.concurrency ?? defaultConcurrency(), files: files(process.argv.slice(1)),
    timeout: config.timeout, shard: shardOf(config.shard) };
  const once = (paths) => {
    const stream = run({ ...options, files: paths });
    stream.on('test:fail', (data) => {
      if (data.todo === undefined || data.todo === false) process.exitCode = 1;
    });
    attach(stream);
    return stream;
  };
  const stream = once(options.files);
  if (require('internal/options').option('--watch') === true) require('internal/test/watch').watch(options.files, once, stream);
  else if (config.forceExit) stream.on('end', () => setImmediate(() => process.exit()));
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(badArgument);
}
