'use strict';
// Why a test failed: an error of the code ERR_TEST_FAILURE whose cause is what the test threw, and
// whose failureType tells the kind.

const { inspect } = require('internal/util/inspect');

const failureTypes = {
  kAborted: 'testAborted',
  kCallbackAndPromise: 'callbackAndPromisePresent',
  kCancelledByParent: 'cancelledByParent',
  kHook: 'hookFailed',
  kMultipleCallbacks: 'multipleCallbackInvocations',
  kParentFinished: 'parentAlreadyFinished',
  kSubtestsFailed: 'subtestsFailed',
  kTestCode: 'testCodeFailure',
  kTimeout: 'testTimeoutFailure',
  kUncaughtException: 'uncaughtException',
  kUnhandledRejection: 'unhandledRejection',
};

// Failures whose cause is an error of the program's: reports show that instead.
const unwrapped = new Set([
  failureTypes.kTestCode, failureTypes.kHook,
  failureTypes.kUncaughtException, failureTypes.kUnhandledRejection,
]);

function messageOf(cause) {
  const message = cause?.message ?? cause;
  return typeof message === 'string' ? message : inspect(message);
}

class TestFailure extends Error {
  constructor(cause, failureType) {
    super(messageOf(cause));
    Object.defineProperty(this, 'name', { value: 'Error', writable: true, enumerable: false, configurable: true });
    require('internal/errors/stack').writeStackWithCode(this, 'Error', 'ERR_TEST_FAILURE');
    this.code = 'ERR_TEST_FAILURE';
    this.failureType = failureType;
    this.cause = cause;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}
Object.defineProperty(TestFailure.prototype, 'constructor', { value: Error, writable: true, enumerable: false, configurable: true });

// A failure without frames: what it tells is not where it was made.
function withoutStack(cause, failureType) {
  const failure = new TestFailure(cause, failureType);
  failure.stack = `Error [ERR_TEST_FAILURE]: ${failure.message}`;
  return failure;
}

function isTestFailure(error) {
  return error?.code === 'ERR_TEST_FAILURE' && 'failureType' in error;
}

// What reports for people show of a failure.
function shown(error) { return error.code === 'ERR_TEST_FAILURE' ? error.cause : error; }

module.exports = { TestFailure, failureTypes, isTestFailure, shown, unwrapped, withoutStack };
