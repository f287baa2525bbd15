'use strict';

// What all web streams share: their hidden state, deferred promises, queues whose chunks have
// sizes, and the checks of strategies and arguments.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS },
} = require('internal/errors');
const { createDeferredPromise, customInspectSymbol } = require('internal/util');
const { validateFunction } = require('internal/validators');

const kState = Symbol('kState');
const kType = Symbol('kType');

// Given to the constructors that programs may not call.
const kCreate = Symbol('kCreate');

function checkConstruct(key) {
  if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
}

function isBrand(value, brand) {
  return typeof value === 'object' && value !== null && value[kState] !== undefined &&
    value[kType] === brand;
}

// The state of a receiver, or the error that it is none.
function stateOf(value, brand) {
  if (!isBrand(value, brand)) throw new ERR_INVALID_THIS(brand);
  return value[kState];
}

function notThis(name) { return new ERR_INVALID_THIS(name); }

function markHandled(promise) {
  promise.then(undefined, () => {});
}

function rejected(reason) {
  const promise = Promise.reject(reason);
  markHandled(promise);
  return promise;
}

// A deferred promise that is already settled, so that nobody settles it again.
function resolvedDeferred(value) {
  return { promise: Promise.resolve(value), resolve: undefined, reject: undefined };
}

function rejectedDeferred(reason) {
  return { promise: rejected(reason), resolve: undefined, reject: undefined };
}

function settle(deferred, how, value) {
  deferred[how]?.(value);
  deferred.resolve = undefined;
  deferred.reject = undefined;
}

function nonOpInspect(object, name, view, depth, options) {
  if (depth < 0) return object;
  const { inspect } = require('internal/util/inspect');
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${inspect(view, inner)}`;
}

// Gives a class its tag, its enumerable names and the way it is shown.
function finishClass(Class, names, view) {
  const { prototype, name } = Class;
  for (const key of names) Object.defineProperty(prototype, key, { enumerable: true });
  if (!Object.hasOwn(prototype, Symbol.toStringTag)) {
    Object.defineProperty(prototype, Symbol.toStringTag, {
      value: name, writable: false, enumerable: false, configurable: true,
    });
  }
  Object.defineProperty(prototype, kType, { value: name });
  Object.defineProperty(prototype, customInspectSymbol, {
    value(depth, options) {
      return nonOpInspect(this, name, this[kState] === undefined ? {} : view(this), depth, options);
    },
    writable: true,
    configurable: true,
  });
}

function extractHighWaterMark(value, otherwise) {
  if (value === undefined) return otherwise;
  const mark = +value;
  if (!(mark >= 0)) throw new ERR_INVALID_ARG_VALUE.RangeError('strategy.highWaterMark', value);
  return mark;
}

function extractSizeAlgorithm(size) {
  if (size === undefined) return () => 1;
  validateFunction(size, 'strategy.size');
  return size;
}

// A callback of an underlying source, sink or transformer, bound to it.
function method(object, key, name, otherwise) {
  const fn = object?.[key];
  if (fn === undefined) return otherwise;
  validateFunction(fn, `${name}.${key}`);
  return (...args) => Reflect.apply(fn, object, args);
}

// Calls a method in the way of the standard: what it throws is a rejection.
function promiseCall(fn, ...args) {
  try {
    return Promise.resolve(fn(...args));
  } catch (error) {
    return Promise.reject(error);
  }
}

// Asks the underlying source of a controller for more as long as shouldPull(state) says so; one
// question at a time.
function pull(controller, shouldPull, onError) {
  const state = controller[kState];
  if (!shouldPull(state)) return;
  if (state.pulling) {
    state.pullAgain = true;
    return;
  }
  state.pulling = true;
  promiseCall(state.algorithms.pull, controller).then(() => {
    state.pulling = false;
    if (state.pullAgain) {
      state.pullAgain = false;
      pull(controller, shouldPull, onError);
    }
  }, (error) => onError(controller, error));
}

// How Node's stream functions (finished, isReadable, addAbortSignal …) ask a web stream.
const kIsClosedPromise = Symbol.for('nodejs.webstream.isClosedPromise');
const kControllerErrorFunction = Symbol.for('nodejs.webstream.controllerErrorFunction');
const kIsDisturbed = Symbol.for('nodejs.stream.disturbed');
const kIsErrored = Symbol.for('nodejs.stream.errored');
const kIsReadable = Symbol.for('nodejs.stream.readable');
const kIsWritable = Symbol.for('nodejs.stream.writable');

// The promise of a stream's end, made when somebody asks for it.
function closedDeferred(state) {
  if (state.closed !== undefined) return state.closed;
  if (state.state === 'closed') state.closed = resolvedDeferred();
  else if (state.state === 'errored') state.closed = rejectedDeferred(state.storedError);
  else state.closed = createDeferredPromise();
  markHandled(state.closed.promise);
  return state.closed;
}

// Tells who asked for the end of a stream; how: resolve or reject.
function announceEnd(state, how, value) {
  if (state.closed !== undefined) settle(state.closed, how, value);
}

function hiddenGetters(prototype, getters) {
  for (const key of Object.getOwnPropertySymbols(getters)) {
    const { get } = Object.getOwnPropertyDescriptor(getters, key);
    Object.defineProperty(prototype, key, { get, configurable: true });
  }
}

// A queue of chunks with their sizes.
class SizedQueue {
  #items = [];
  #first = 0;
  size = 0;

  get length() { return this.#items.length - this.#first; }

  enqueue(value, size) {
    const number = +size;
    if (typeof size !== 'number' || !(number >= 0) || number === Infinity) {
      throw new ERR_INVALID_ARG_VALUE.RangeError('size', size);
    }
    this.push({ value, size: number });
  }

  push(item) {
    this.#items.push(item);
    this.size += item.size;
  }

  peek() { return this.#items[this.#first]; }

  last() { return this.#items[this.#items.length - 1]; }

  shift() {
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    if (this.#first === this.#items.length) this.reset(Math.max(0, this.size - item.size));
    else {
      this.size = Math.max(0, this.size - item.size);
      if (this.#first === 1024) {
        this.#items = this.#items.slice(this.#first);
        this.#first = 0;
      }
    }
    return item;
  }

  reset(size = 0) {
    this.#items = [];
    this.#first = 0;
    this.size = size;
  }
}

module.exports = {
  SizedQueue,
  announceEnd,
  checkConstruct,
  closedDeferred,
  createDeferredPromise,
  extractHighWaterMark,
  extractSizeAlgorithm,
  finishClass,
  hiddenGetters,
  isBrand,
  kControllerErrorFunction,
  kCreate,
  kIsClosedPromise,
  kIsDisturbed,
  kIsErrored,
  kIsReadable,
  kIsWritable,
  kState,
  kType,
  markHandled,
  method,
  notThis,
  promiseCall,
  pull,
  rejected,
  rejectedDeferred,
  resolvedDeferred,
  settle,
  stateOf,
};
