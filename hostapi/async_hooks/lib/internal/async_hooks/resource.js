'use strict';

// AsyncResource: lets a program keep the context for a callback of its own.

const binding = internalBinding('async_hooks');
const { codes: { ERR_ASYNC_TYPE, ERR_INVALID_ASYNC_ID } } = require('internal/errors');
const { deprecate } = require('internal/util');
const { validateFunction, validateString } = require('internal/validators');
const active = require('internal/async_hooks/active');

const { kAsyncId, kTriggerAsyncId } = require('internal/async_hooks/ids');

class AsyncResource {
  #frame = binding.getFrame();

  constructor(type, opts = {}) {
    validateString(type, 'type');
    let triggerAsyncId = opts;
    if (typeof opts !== 'number') {
      triggerAsyncId = opts.triggerAsyncId === undefined ?
        binding.executionAsyncId() : opts.triggerAsyncId;
    }
    if (!Number.isSafeInteger(triggerAsyncId) || triggerAsyncId < -1) {
      throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', triggerAsyncId);
    }
    if (binding.isFollowing() && type.length === 0) throw new ERR_ASYNC_TYPE(type);
    this[kAsyncId] = binding.newAsyncId();
    this[kTriggerAsyncId] = triggerAsyncId;
    if (active.hooks.length > 0) active.emitInit(this[kAsyncId], type, triggerAsyncId, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const asyncId = this[kAsyncId];
    const depth = binding.enterScope(this.#frame, asyncId, this[kTriggerAsyncId], this);
    try {
      if (active.hooks.length > 0) active.emitBefore(asyncId);
      return Reflect.apply(fn, thisArg, args);
    } finally {
      if (active.hooks.length > 0) active.emitAfter(asyncId);
      this.#frame = binding.getFrame();
      binding.exitScope(depth);
    }
  }

  emitDestroy() {
    binding.destroy(this[kAsyncId]);
    return this;
  }

  asyncId() { return this[kAsyncId]; }

  triggerAsyncId() { return this[kTriggerAsyncId]; }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = thisArg === undefined ? function bound(...args) {
      return resource.runInAsyncScope(fn, this, ...args);
    } : resource.runInAsyncScope.bind(resource, fn, thisArg);
    let shown = resource;
    Object.defineProperties(bound, {
      length: { value: fn.length, writable: false, enumerable: false, configurable: true },
      name: { value: bound.name, writable: false, enumerable: false, configurable: true },
      asyncResource: {
        enumerable: true,
        configurable: true,
        get: deprecate(() => shown,
          'The asyncResource property on bound functions is deprecated', 'DEP0172'),
        set: deprecate((value) => { shown = value; },
          'The asyncResource property on bound functions is deprecated', 'DEP0172'),
      },
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    type = type || fn.name;
    return new AsyncResource(type || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

module.exports = { AsyncResource };
