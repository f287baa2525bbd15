'use strict';

// createHook: functions that are told when resources begin, run and end.

const { codes: { ERR_ASYNC_CALLBACK } } = require('internal/errors');
const active = require('internal/async_hooks/active');
const { kInit, kBefore, kAfter, kDestroy, kPromiseResolve } = active;

class AsyncHook {
  constructor({ init, before, after, destroy, promiseResolve }) {
    const callbacks = { init, before, after, destroy, promiseResolve };
    for (const name of Object.keys(callbacks)) {
      if (callbacks[name] !== undefined && typeof callbacks[name] !== 'function') {
        throw new ERR_ASYNC_CALLBACK(`hook.${name}`);
      }
    }
    this[kInit] = init;
    this[kBefore] = before;
    this[kAfter] = after;
    this[kDestroy] = destroy;
    this[kPromiseResolve] = promiseResolve;
  }

  enable() {
    if (!active.hooks.includes(this)) active.change([...active.hooks, this]);
    return this;
  }

  disable() {
    if (active.hooks.includes(this)) active.change(active.hooks.filter((hook) => hook !== this));
    return this;
  }
}

function createHook(fns) { return new AsyncHook(fns); }

module.exports = { createHook };
