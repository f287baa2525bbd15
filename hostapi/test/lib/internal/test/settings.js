'use strict';
// The options of a test, checked: what they leave out comes from its parent and the command line.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateAbortSignal, validateNumber, validateUint32 } = require('internal/validators');
const { testConfig } = require('internal/test/options');

const timeoutMax = 2 ** 31 - 1;

function concurrencyOf(value, parent) {
  switch (typeof value) {
    case 'number':
      validateUint32(value, 'options.concurrency', true);
      return value;
    case 'boolean':
      if (!value) return 1;
      return parent === null ? Math.max(require('os').availableParallelism() - 1, 1) : Infinity;
    default:
      if (value !== null && value !== undefined) {
        throw new ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], value);
      }
      return parent === null ? 1 : parent.concurrency;
  }
}

function timeoutOf(value, parent) {
  if (value === undefined || value === null) return parent === null ? testConfig().timeout ?? Infinity : parent.timeout;
  if (value !== Infinity) validateNumber(value, 'options.timeout', 0, timeoutMax);
  return value;
}

// Why the command line leaves a test out, or what its own option says.
function skipOf(test, skip) {
  const { namePatterns, only } = testConfig();
  if (only && test.parent !== null && !test.only) return '\'only\' option not set';
  if (namePatterns !== null && test.isFiltered && !test.matches(namePatterns)) return 'test name does not match pattern';
  return skip;
}

function signalOf(signal) {
  if (signal) validateAbortSignal(signal, 'options.signal');
  return signal;
}

// test(name, options, fn) may leave out any of its arguments.
function argumentsOf(name, options, fn) {
  if (typeof name === 'function') fn = name;
  else if (name !== null && typeof name === 'object') {
    fn = options;
    options = name;
  } else if (typeof options === 'function') fn = options;
  if (options === null || typeof options !== 'object') options = {};
  if (typeof fn !== 'function') fn = function noop() {};
  if (options.name !== undefined) name = options.name;
  if (typeof name !== 'string' || name === '') name = (fn.name !== 'noop' && fn.name) || '<anonymous>';
  return { name, options, fn };
}

module.exports = { argumentsOf, concurrencyOf, signalOf, skipOf, timeoutMax, timeoutOf };
