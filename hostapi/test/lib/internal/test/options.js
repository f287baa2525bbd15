'use strict';
// What the command line says about tests: Node's --test-… options, as they stand in
// process.execArgv.

const switches = new Set(['test', 'test-only', 'test-force-exit', 'watch', 'experimental-test-module-mocks',
  'experimental-test-coverage']);
const lists = new Set(['test-name-pattern', 'test-reporter', 'test-reporter-destination']);
const single = new Set(['test-concurrency', 'test-timeout', 'test-shard']);

// The values of the options, by name: true, a text, or a list of texts.
function readOptions(args) {
  const options = Object.create(null);
  for (let i = 0; i < args.length; i++) {
    if (!args[i].startsWith('--')) continue;
    const equals = args[i].indexOf('=');
    const name = equals < 0 ? args[i].slice(2) : args[i].slice(2, equals);
    if (switches.has(name)) options[name] = true;
    if (!lists.has(name) && !single.has(name)) continue;
    const value = equals < 0 ? args[++i] : args[i].slice(equals + 1);
    if (lists.has(name)) (options[name] ??= []).push(value);
    else options[name] = value;
  }
  return options;
}

// A pattern is a regular expression as in a program, "/x/i", or its text.
function toPattern(text) {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(text);
  return match === null ? new RegExp(text) : new RegExp(match[1], match[2]);
}

let config;

function testConfig() {
  if (config !== undefined) return config;
  const options = readOptions(process.execArgv);
  const isChild = process.env.NODE_TEST_CONTEXT !== undefined;
  config = {
    isTestRunner: options.test === true,
    isChild,
    only: options['test-only'] === true,
    forceExit: options['test-force-exit'] === true,
    moduleMocks: options['experimental-test-module-mocks'] === true,
    namePatterns: options['test-name-pattern']?.map(toPattern) ?? null,
    reporters: options['test-reporter'] ?? [],
    destinations: options['test-reporter-destination'] ?? [],
    timeout: options['test-timeout'] === undefined ? undefined : +options['test-timeout'],
    concurrency: options['test-concurrency'] === undefined ? undefined : +options['test-concurrency'],
    shard: options['test-shard'],
    watch: options.watch === true,
  };
  return config;
}

module.exports = { testConfig, toPattern };
