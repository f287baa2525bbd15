'use strict';

// assert.throws, rejects and their opposites: what was thrown against what is expected.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { inspect } = require('internal/util/inspect');
const { isError } = require('internal/util');
const { isPromise, isRegExp } = require('internal/util/types');
const { isDeepStrictEqual } = require('internal/util/comparisons');
const { AssertionError } = require('internal/assert/assertion_error');

const nothingThrown = Symbol('nothing thrown');
const isPrototypeOf = Object.prototype.isPrototypeOf;
const errorTypes = ['Object', 'Error', 'Function', 'RegExp'];

// What to say, and in whose name; assertion is the function which the program called.
function failWith(assertion, actual, expected, message, generatedMessage) {
  const error = new AssertionError({
    actual, expected, message, operator: assertion.name, stackStartFn: assertion,
  });
  error.generatedMessage = generatedMessage;
  throw error;
}

function fail(assertion, actual, expected, message) {
  if (message instanceof Error) throw message;
  failWith(assertion, actual, expected, message, false);
}

// The properties of an error which are compared; it is shown when they differ.
class Comparison {
  constructor(source, keys, actual) {
    for (const key of keys) {
      if (!(key in source)) continue;
      // A text which matches its expression is shown as it is.
      this[key] = actual !== undefined && matchesKey(actual, source, key) ? actual[key] : source[key];
    }
  }
}

function matchesKey(actual, expected, key) {
  return typeof actual[key] === 'string' && isRegExp(expected[key]) && expected[key].test(actual[key]);
}

function failComparison(assertion, actual, expected, message, keys) {
  if (message) return fail(assertion, actual, expected, message);
  const error = new AssertionError({
    actual: new Comparison(actual, keys),
    expected: new Comparison(expected, keys, actual),
    operator: 'deepStrictEqual',
    stackStartFn: assertion,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = assertion.name;
  throw error;
}

function compareProperties(assertion, actual, expected, message) {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  }
  for (const key of keys) {
    if (matchesKey(actual, expected, key)) continue;
    if (!(key in actual) || !isDeepStrictEqual(actual[key], expected[key])) {
      failComparison(assertion, actual, expected, message, keys);
    }
  }
}

function matchRegExp(assertion, actual, expected, message) {
  const text = String(actual);
  if (RegExp.prototype.exec.call(expected, text) !== null) return;
  failWith(assertion, actual, expected, message ||
    `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`,
  !message);
}

// A primitive was thrown where properties are expected.
function failPrimitive(assertion, actual, expected, message) {
  const error = new AssertionError({
    actual, expected, message, operator: 'deepStrictEqual', stackStartFn: assertion,
  });
  error.operator = assertion.name;
  throw error;
}

function wrongClass(actual, expected) {
  const start = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${start}"${inspect(actual, { depth: -1 })}"`;
  return `${start}"${actual.name}"\n\nError message:\n\n${actual.message}`;
}

function wrongReturn(actual, expected, result) {
  const name = expected.name ? `"${expected.name}" ` : '';
  const caught = isError(actual) ? `\n\nCaught error:\n\n${actual}` : '';
  return `The ${name}validation function is expected to return "true". Received ${inspect(result)}${caught}`;
}

function checkWithFunction(assertion, actual, expected, message) {
  if (expected.prototype !== undefined && actual instanceof expected) return;
  if (isPrototypeOf.call(Error, expected)) {
    failWith(assertion, actual, expected, message || wrongClass(actual, expected), !message);
  }
  const result = Reflect.apply(expected, {}, [actual]);
  if (result === true) return;
  failWith(assertion, actual, expected, message || wrongReturn(actual, expected, result), !message);
}

function checkException(assertion, actual, expected, message) {
  if (typeof expected === 'function') checkWithFunction(assertion, actual, expected, message);
  else if (isRegExp(expected)) matchRegExp(assertion, actual, expected, message);
  else if (typeof actual !== 'object' || actual === null) {
    failPrimitive(assertion, actual, expected, message);
  } else compareProperties(assertion, actual, expected, message);
}

function checkAmbiguity(actual, text) {
  if (typeof actual === 'object' && actual !== null) {
    if (actual.message === text) {
      throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message',
        `The error message "${actual.message}" is identical to the message.`);
    }
  } else if (actual === text) {
    throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message',
      `The error "${actual}" is identical to the message.`);
  }
}

// args: [error, message] or [message].
function expectError(assertion, actual, args, noun) {
  let [expected, message] = args;
  if (typeof expected === 'string') {
    if (args.length > 1) throw new codes.ERR_INVALID_ARG_TYPE('error', errorTypes, expected);
    checkAmbiguity(actual, expected);
    message = expected;
    expected = undefined;
  } else if (expected != null && typeof expected !== 'object' && typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('error', errorTypes, expected);
  }
  if (actual === nothingThrown) {
    const name = expected && expected.name ? ` (${expected.name})` : '';
    fail(assertion, undefined, expected,
      `Missing expected ${noun}${name}${message ? `: ${message}` : '.'}`);
  }
  if (expected) checkException(assertion, actual, expected, message);
}

function matchesUnwanted(actual, expected) {
  if (typeof expected !== 'function') {
    if (isRegExp(expected)) return RegExp.prototype.exec.call(expected, String(actual)) !== null;
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

function expectNoError(assertion, actual, args, noun) {
  if (actual === nothingThrown) return;
  let [expected, message] = args;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (!expected || matchesUnwanted(actual, expected)) {
    fail(assertion, actual, expected, `Got unwanted ${noun}${message ? `: ${message}` : '.'}\n` +
      `Actual message: "${actual && actual.message}"`);
  }
  throw actual;
}

function catchFrom(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return nothingThrown;
}

function isThenable(value) {
  return isPromise(value) || (value !== null && typeof value === 'object' &&
    typeof value.then === 'function' && typeof value.catch === 'function');
}

async function catchFromPromise(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isThenable(promise)) {
      throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
    }
  } else if (!isThenable(promiseFn)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return nothingThrown;
}

function throws(fn, ...args) {
  expectError(throws, catchFrom(fn), args, 'exception');
}

async function rejects(promiseFn, ...args) {
  expectError(rejects, await catchFromPromise(promiseFn), args, 'rejection');
}

function doesNotThrow(fn, ...args) {
  expectNoError(doesNotThrow, catchFrom(fn), args, 'exception');
}

async function doesNotReject(fn, ...args) {
  expectNoError(doesNotReject, await catchFromPromise(fn), args, 'rejection');
}

module.exports = { doesNotReject, doesNotThrow, rejects, throws };
