'use strict';

// assert.CallTracker: counts the calls of functions.

const { codes } = require('internal/errors');
const { validateUint32 } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');

// What is called when no function is given.
const noop = Function.prototype;

// One tracked function.
class TrackedCalls {
  calls = [];

  constructor(expected, name, stack) {
    this.expected = expected;
    this.name = name;
    this.stack = stack;
  }

  track(thisArg, args) {
    this.calls.push(Object.freeze({ thisArg, arguments: Object.freeze([...args]) }));
  }

  // What is wrong, or undefined.
  report() {
    const actual = this.calls.length;
    if (actual === this.expected) return undefined;
    return {
      message: `Expected the ${this.name} function to be executed ${this.expected} time(s) ` +
        `but was executed ${actual} time(s).`,
      actual,
      expected: this.expected,
      operator: this.name,
      stack: this.stack,
    };
  }
}

class CallTracker {
  #all = new Set();
  #byFunction = new WeakMap();

  #find(tracked) {
    const known = this.#byFunction.get(tracked);
    if (known === undefined) {
      throw new codes.ERR_INVALID_ARG_VALUE('tracked', tracked, 'is not a tracked function');
    }
    return known;
  }

  // calls(fn, expected), calls(expected), calls(): gives a function which is counted.
  calls(fn, expected = 1) {
    let wrapped = fn;
    let count = expected;
    if (typeof fn === 'number') {
      count = fn;
      wrapped = noop;
    } else if (fn === undefined) wrapped = noop;
    validateUint32(count, 'expected', true);
    const tracked = new TrackedCalls(count, wrapped.name || 'calls', new Error());
    const callable = new Proxy(wrapped, {
      __proto__: null,
      apply(target, thisArg, args) {
        tracked.track(thisArg, args);
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#all.add(tracked);
    this.#byFunction.set(callable, tracked);
    return callable;
  }

  getCalls(tracked) {
    return Object.freeze([...this.#find(tracked).calls]);
  }

  reset(tracked) {
    if (tracked === undefined) {
      for (const each of this.#all) each.calls = [];
    } else {
      this.#find(tracked).calls = [];
    }
  }

  report() {
    return [...this.#all].map((tracked) => tracked.report()).filter((entry) => entry !== undefined);
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    const message = errors.length === 1 ? errors[0].message :
      'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: errors });
  }
}

module.exports = { CallTracker };
