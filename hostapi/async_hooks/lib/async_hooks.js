'use strict';

// async_hooks. What needs every resource to have an id switches that on when a
// program takes it out of the module; AsyncLocalStorage and AsyncResource do not.

const { AsyncLocalStorage } = require('internal/async_hooks/local_storage');
const { AsyncResource } = require('internal/async_hooks/resource');
const ids = require('internal/async_hooks/ids');
const { lazy } = require('internal/language/lazy');

module.exports = {
  AsyncLocalStorage,
  createHook: undefined,
  executionAsyncId: undefined,
  triggerAsyncId: undefined,
  executionAsyncResource: undefined,
  asyncWrapProviders: undefined,
  AsyncResource,
};

function numbered(name, load) {
  lazy(module.exports, name, () => {
    ids.number();
    return load();
  }, true);
}

numbered('createHook', () => require('internal/async_hooks/hook').createHook);
numbered('executionAsyncId', () => ids.executionAsyncId);
numbered('triggerAsyncId', () => ids.triggerAsyncId);
numbered('executionAsyncResource', () => ids.executionAsyncResource);
lazy(module.exports, 'asyncWrapProviders', () => require('internal/async_hooks/providers'), true);
