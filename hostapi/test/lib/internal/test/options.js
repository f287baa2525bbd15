'use strict';
// What the command line says about tests: Node's --test-… options.

const { list, option } = require('internal/options');

// A pattern is a regular expression as in a program, "/x/i", or its text.
function toPattern(text) {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(text);
  return match === null ? new RegExp(text) : new RegExp(match[1], match[2]);
}

function number(name) {
  const value = option(name);
  return value === undefined ? undefined : +value;
}

let config;

function testConfig() {
  if (config !== undefined) return config;
  const patterns = list('--test-name-pattern');
  config = {
    // Set in the process of a test file: its events go to the process that started it.
    isChild: process.env.NODE_TEST_CONTEXT !== undefined,
    coverage: option('--experimental-test-coverage') === true,
    only: option('--test-only') === true,
    forceExit: option('--test-force-exit') === true,
    namePatterns: patterns.length === 0 ? null : patterns.map(toPattern),
    reporters: list('--test-reporter'),
    destinations: list('--test-reporter-destination'),
    timeout: number('--test-timeout'),
    concurrency: number('--test-concurrency'),
    shard: option('--test-shard'),
  };
  return config;
}

module.exports = { testConfig, toPattern };
