'use strict';

// The module 'assert'.

const { codes } = require('internal/errors');
const { inspect } = require('internal/util/inspect');
const { deprecate, isError } = require('internal/util');
const { isRegExp } = require('internal/util/types');
const { AssertionError } = require('internal/assert/assertion_error');
const { CallTracker } = require('internal/assert/call_tracker');
const throwing = require('internal/assert/throws');

function comparisons() {
  return require('internal/util/comparisons');
}

function fail(actual, expected, message, operator, stackStartFn) {
  const text = arguments.length <= 1 ? actual : message;
  if (arguments.length > 1) warnAboutArguments();
  if (text instanceof Error) throw text;
  const isEmpty = arguments.length <= 1 && actual == null;
  const error = new AssertionError({
    actual: arguments.length <= 1 ? undefined : actual,
    expected,
    message: isEmpty ? 'Failed' : text,
    operator: operator ?? (arguments.length === 2 ? '!=' : 'fail'),
    stackStartFn: stackStartFn || fail,
  });
  if (isEmpty) error.generatedMessage = true;
  throw error;
}

let warned = false;

function warnAboutArguments() {
  if (warned) return;
  warned = true;
  process.emitWarning('assert.fail() with more than one argument is deprecated. ' +
    'Please use assert.strictEqual() instead or only pass a message.', 'DeprecationWarning', 'DEP0094');
}

function throwAssertion(actual, expected, message, operator, stackStartFn) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ actual, expected, message, operator, stackStartFn });
}

function requireBoth(count) {
  if (count < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

function checkOk(assertion, args) {
  const [value, message] = args;
  if (value) return;
  let text = message;
  if (args.length === 0) text = 'No value argument passed to `assert.ok()`';
  else if (message == null) {
    text = require('internal/assert/call_source').describeCall(assertion);
  } else if (isError(message)) throw message;
  const error = new AssertionError({
    actual: value, expected: true, message: text, operator: '==', stackStartFn: assertion,
  });
  error.generatedMessage = args.length === 0 || message == null;
  throw error;
}

function ok(...args) {
  checkOk(ok, args);
}

function strict(...args) {
  checkOk(strict, args);
}

function equal(actual, expected, message) {
  requireBoth(arguments.length);
  if (actual == expected || (Number.isNaN(actual) && Number.isNaN(expected))) return;
  throwAssertion(actual, expected, message, '==', equal);
}

function notEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (actual != expected && !(Number.isNaN(actual) && Number.isNaN(expected))) return;
  throwAssertion(actual, expected, message, '!=', notEqual);
}

function deepEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (comparisons().isDeepEqual(actual, expected)) return;
  throwAssertion(actual, expected, message, 'deepEqual', deepEqual);
}

function notDeepEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!comparisons().isDeepEqual(actual, expected)) return;
  throwAssertion(actual, expected, message, 'notDeepEqual', notDeepEqual);
}

function deepStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (comparisons().isDeepStrictEqual(actual, expected)) return;
  throwAssertion(actual, expected, message, 'deepStrictEqual', deepStrictEqual);
}

function notDeepStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!comparisons().isDeepStrictEqual(actual, expected)) return;
  throwAssertion(actual, expected, message, 'notDeepStrictEqual', notDeepStrictEqual);
}

function strictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (Object.is(actual, expected)) return;
  throwAssertion(actual, expected, message, 'strictEqual', strictEqual);
}

function notStrictEqual(actual, expected, message) {
  requireBoth(arguments.length);
  if (!Object.is(actual, expected)) return;
  throwAssertion(actual, expected, message, 'notStrictEqual', notStrictEqual);
}

function describeIfError(error) {
  if (typeof error !== 'object' || typeof error.message !== 'string') return inspect(error);
  return error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
}

// The stack ends with the frames of the error which was passed.
function joinStacks(stack, original) {
  const start = original.indexOf('\n    at');
  if (start === -1) return stack;
  const frames = original.slice(start + 1).split('\n');
  let own = stack.split('\n');
  for (const frame of frames) {
    const position = own.indexOf(frame);
    if (position !== -1) {
      own = own.slice(0, position);
      break;
    }
  }
  return `${own.join('\n')}\n${frames.join('\n')}`;
}

function ifError(err) {
  if (err === null || err === undefined) return;
  const error = new AssertionError({
    actual: err,
    expected: null,
    operator: 'ifError',
    message: `ifError got unwanted exception: ${describeIfError(err)}`,
    stackStartFn: ifError,
  });
  if (typeof err.stack === 'string') error.stack = joinStacks(error.stack, err.stack);
  throw error;
}

function describeMatch(string, regexp, isMatch) {
  if (typeof string !== 'string') {
    return 'The "string" argument must be of type string. ' +
      `Received type ${typeof string} (${inspect(string)})`;
  }
  const start = isMatch ? 'The input did not match the regular expression' :
    'The input was expected to not match the regular expression';
  return `${start} ${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
}

function checkMatch(string, regexp, message, assertion) {
  if (!isRegExp(regexp)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  const isMatch = assertion === match;
  if (typeof string === 'string' &&
      (RegExp.prototype.exec.call(regexp, string) !== null) === isMatch) return;
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual: string,
    expected: regexp,
    message: message || describeMatch(string, regexp, isMatch),
    operator: assertion.name,
    stackStartFn: assertion,
  });
  error.generatedMessage = !message;
  throw error;
}

function match(string, regexp, message) {
  checkMatch(string, regexp, message, match);
}

function doesNotMatch(string, regexp, message) {
  checkMatch(string, regexp, message, doesNotMatch);
}

const assert = ok;

Object.assign(assert, {
  fail,
  AssertionError,
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  deepStrictEqual,
  notDeepStrictEqual,
  strictEqual,
  notStrictEqual,
  throws: throwing.throws,
  rejects: throwing.rejects,
  doesNotThrow: throwing.doesNotThrow,
  doesNotReject: throwing.doesNotReject,
  ifError,
  match,
  doesNotMatch,
  CallTracker: deprecate(CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173'),
});

assert.strict = Object.assign(strict, assert, {
  equal: strictEqual,
  deepEqual: deepStrictEqual,
  notEqual: notStrictEqual,
  notDeepEqual: notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

module.exports = assert;
