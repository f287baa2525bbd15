'use strict';

// The ids and the object of the callback that runs.

const binding = internalBinding('async_hooks');

const topLevelResource = {};

function executionAsyncId() { return binding.executionAsyncId(); }

function triggerAsyncId() { return binding.triggerAsyncId(); }

function executionAsyncResource() { return binding.resource() ?? topLevelResource; }

module.exports = {
  executionAsyncId, triggerAsyncId, executionAsyncResource, number: binding.number,
};
