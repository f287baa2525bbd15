'use strict';

// The ids and the object of the callback that runs.

const binding = internalBinding('async_hooks');

const kAsyncId = Symbol('async_id_symbol');
const kTriggerAsyncId = Symbol('trigger_async_id_symbol');

const topLevelResource = {};

function executionAsyncId() { return binding.executionAsyncId(); }

function triggerAsyncId() { return binding.triggerAsyncId(); }

function executionAsyncResource() { return binding.resource() ?? topLevelResource; }

// Gives everything an id that is started from now on.
function number() { binding.number(kAsyncId, kTriggerAsyncId); }

module.exports = {
  executionAsyncId, triggerAsyncId, executionAsyncResource, number, kAsyncId, kTriggerAsyncId,
};
