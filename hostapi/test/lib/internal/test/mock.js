'use strict';
// Mocks: functions that note how they are called, in the place of those of the program.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');
const { MockFunctionContext, makeMock } = require('internal/test/mock_function');

function optionsOf(implementation, options) {
  return implementation !== null && typeof implementation === 'object' ? [undefined, implementation] : [implementation, options];
}

function validateTimes(value, name) {
  if (value === Infinity) return;
  validateInteger(value, name, 1);
}

// A method may be inherited.
function findProperty(object, name) {
  for (let owner = object; owner !== null && owner !== undefined; owner = Object.getPrototypeOf(owner)) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

function validateMethodName(name) {
  if (typeof name === 'string' || typeof name === 'symbol') return;
  throw new ERR_INVALID_ARG_TYPE('methodName', ['string', 'symbol'], name);
}

function validateObjectOrFunction(object) {
  if (object !== null && (typeof object === 'object' || typeof object === 'function')) return;
  throw new ERR_INVALID_ARG_TYPE('object', 'object', object);
}

// The function that fn() mocks when it gets none.
function noOriginal() { return function original() {}; }

class MockTracker {
  #contexts = [];
  #timers;

  get timers() {
    this.#timers ??= new (require('internal/test/mock_timers').MockTimers)();
    return this.#timers;
  }

  fn(original = noOriginal(), implementation = original, options = {}) {
    if (original !== null && typeof original === 'object') {
      options = original;
      original = noOriginal();
      implementation = original;
    } else if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = original;
    }
    validateFunction(original, 'original');
    validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    const { times = Infinity } = options;
    validateTimes(times, 'options.times');
    return this.#add(new MockFunctionContext(implementation, { original }, times), original);
  }

  method(object, methodName, implementation = undefined, options = {}) {
    validateMethodName(methodName);
    validateObjectOrFunction(object);
    [implementation, options] = optionsOf(implementation, options);
    validateFunction(implementation ?? function() {}, 'implementation');
    validateObject(options, 'options');
    const { getter = false, setter = false, times = Infinity } = options;
    validateBoolean(getter, 'options.getter');
    validateBoolean(setter, 'options.setter');
    validateTimes(times, 'options.times');
    if (setter && getter) throw new ERR_INVALID_ARG_VALUE('options.setter', setter, 'cannot be used with \'options.getter\'');
    const descriptor = findProperty(object, methodName);
    const part = getter ? 'get' : setter ? 'set' : 'value';
    const original = descriptor?.[part];
    if (typeof original !== 'function') throw new ERR_INVALID_ARG_VALUE('methodName', original, 'must be a method');
    const context = new MockFunctionContext(implementation ?? original, { object, methodName, descriptor, original }, times);
    const mock = this.#add(context, original);
    Object.defineProperty(object, methodName, { ...descriptor, [part]: mock, configurable: descriptor.configurable });
    return mock;
  }

  getter(object, methodName, implementation, options = {}) {
    [implementation, options] = optionsOf(implementation, options);
    const { getter = true } = options;
    if (getter === false) throw new ERR_INVALID_ARG_VALUE('options.getter', getter, 'cannot be false');
    return this.method(object, methodName, implementation, { ...options, getter });
  }

  setter(object, methodName, implementation, options = {}) {
    [implementation, options] = optionsOf(implementation, options);
    const { setter = true } = options;
    if (setter === false) throw new ERR_INVALID_ARG_VALUE('options.setter', setter, 'cannot be false');
    return this.method(object, methodName, implementation, { ...options, setter });
  }

  #addModule(specifier, options) {
    const { callerLocation } = require('internal/test/location');
    const context = require('internal/test/mock_module').mockModule(specifier, options, callerLocation()?.file);
    this.#contexts.push(context);
    return context;
  }

  // allowModules gives all trackers the method module.
  static allowModules() {
    const { module } = { module(specifier, options = {}) { return this.#addModule(specifier, options); } };
    Object.defineProperty(MockTracker.prototype, 'module', { value: module, writable: true, configurable: true, enumerable: false });
  }

  #add(context, original) {
    this.#contexts.push(context);
    return makeMock(context, original);
  }

  reset() {
    this.restoreAll();
    this.#timers?.reset();
    this.#contexts = [];
  }

  restoreAll() {
    for (const context of this.#contexts) context.restore();
  }
}

if (require('internal/options').option('--experimental-test-module-mocks') === true) MockTracker.allowModules();

module.exports = { MockTracker };
