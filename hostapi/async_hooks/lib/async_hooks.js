'use strict';

// async_hooks. What needs every resource to have an id switches that on when a
// program takes it out of the module; AsyncLocalStorage and AsyncResource do not.

const { AsyncLocalStorage } = require('internal/async_hooks/local_storage');
const { AsyncResource } = require('internal/async_hooks/resource');
const ids = require('internal/async_hooks/ids');

module.exports = {
  AsyncLocalStorage,
  createHook: undefined,
  executionAsyncId: undefined,
  triggerAsyncId: undefined,
  executionAsyncResource: undefined,
  asyncWrapProviders: undefined,
  AsyncResource,
};

// Defines a property whose value is made when it is first read.
function lazy(name, load) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = load();
      Object.defineProperty(module.exports, name,
        { value, configurable: true, enumerable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(module.exports, name,
        { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

function numbered(name, load) {
  lazy(name, () => {
    ids.number();
    return load();
  });
}

numbered('createHook', () => require('internal/async_hooks/hook').createHook);
numbered('executionAsyncId', () => ids.executionAsyncId);
numbered('triggerAsyncId', () => ids.triggerAsyncId);
numbered('executionAsyncResource', () => ids.executionAsyncResource);
lazy('asyncWrapProviders', () => require('internal/async_hooks/providers'));
