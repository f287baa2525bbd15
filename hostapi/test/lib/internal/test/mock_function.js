'use strict';
// A function that notes how it is called.

const { validateFunction, validateInteger } = require('internal/validators');

class MockFunctionContext {
  #calls = [];
  #once = new Map(); // implementations of single calls, by their number
  #implementation;
  #restore;
  #times;

  // restore: { original } of a function, or { object, methodName, descriptor, original } of a method.
  constructor(implementation, restore, times) {
    this.#implementation = implementation;
    this.#restore = restore;
    this.#times = times;
  }

  get calls() { return this.#calls.slice(); }

  callCount() { return this.#calls.length; }

  mockImplementation(implementation) {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }

  mockImplementationOnce(implementation, onCall) {
    validateFunction(implementation, 'implementation');
    const nextCall = this.#calls.length;
    const call = onCall ?? nextCall;
    validateInteger(call, 'onCall', nextCall);
    this.#once.set(call, implementation);
  }

  restore() {
    const { original, object, methodName, descriptor } = this.#restore;
    if (typeof methodName === 'string') Object.defineProperty(object, methodName, descriptor);
    else this.#implementation = original;
  }

  resetCalls() { this.#calls = []; }

  static track(context, call) { context.#calls.push(call); }

  // next returns what the next call has to do.
  static next(context) {
    const number = context.#calls.length;
    const once = context.#once.get(number);
    const implementation = once ?? context.#implementation;
    if (number + 1 === context.#times) context.restore();
    context.#once.delete(number);
    return implementation;
  }
}

const { next, track } = MockFunctionContext;
delete MockFunctionContext.next;
delete MockFunctionContext.track;

function makeMock(context, original) {
  return new Proxy(original, {
    __proto__: null,
    apply(target, self, args) {
      args = args.slice(); // the engine uses its memory again
      return record(context, args, () => self, () => Reflect.apply(next(context), self, args));
    },
    construct(target, args, newTarget) {
      args = args.slice();
      return record(context, args, (result) => result, () => {
        const implementation = next(context);
        return Reflect.construct(implementation, args, newTarget.prototype === target.prototype ? target : newTarget);
      }, target);
    },
    get(target, property, receiver) {
      if (property === 'mock') return context;
      // The engine takes no proxy for a function here.
      if (property === Symbol.hasInstance) return (value) => value instanceof target;
      return Reflect.get(target, property, receiver);
    },
  });
}

// record runs a call and notes it, whether it returns or throws.
function record(context, args, selfOf, run, constructed) {
  let result;
  let error;
  try {
    result = run();
    return result;
  } catch (thrown) {
    error = thrown;
    throw thrown;
  } finally {
    track(context, { arguments: args, error, result, stack: new Error(), target: constructed, this: selfOf(result) });
  }
}

module.exports = { MockFunctionContext, makeMock };
