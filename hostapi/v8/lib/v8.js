'use strict';
// v8: what of V8 there is without V8.

const { Serializer, DefaultSerializer } = require('internal/v8/serializer');
const { Deserializer, DefaultDeserializer } = require('internal/v8/deserializer');
const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');
const { validateString, validateUint32, validateFunction } = require('internal/validators');

const heapLimit = 4345298944; // what node 20 has where memory is ample
const cacheTag = 0x6a737272;

function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(buffer) {
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

function getHeapStatistics() {
  const [rss, total, used] = internalBinding('process').usage();
  return {
    total_heap_size: total, total_heap_size_executable: 0, total_physical_size: Math.min(rss, total),
    total_available_size: Math.max(0, heapLimit - used), used_heap_size: used, heap_size_limit: heapLimit,
    malloced_memory: 0, peak_malloced_memory: 0, does_zap_garbage: 0, number_of_native_contexts: 1,
    number_of_detached_contexts: 0, total_global_handles_size: 0, used_global_handles_size: 0, external_memory: 0,
  };
}

const spaces = ['read_only_space', 'new_space', 'old_space', 'code_space', 'shared_space', 'new_large_object_space',
  'large_object_space', 'code_large_object_space', 'shared_large_object_space'];

// getHeapSpaceStatistics shows the one heap that there is as the old space.
function getHeapSpaceStatistics() {
  const heap = getHeapStatistics();
  return spaces.map((name) => {
    const own = name === 'old_space';
    return {
      space_name: name,
      space_size: own ? heap.total_heap_size : 0,
      space_used_size: own ? heap.used_heap_size : 0,
      space_available_size: own ? Math.max(0, heap.total_heap_size - heap.used_heap_size) : 0,
      physical_space_size: own ? heap.total_physical_size : 0,
    };
  });
}

function getHeapCodeStatistics() {
  return { code_and_metadata_size: 0, bytecode_and_metadata_size: 0, external_script_source_size: 0, cpu_profiler_metadata_size: 0 };
}

function unavailable(name) {
  return { [name]() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`v8.${name}()`); } }[name];
}

const promiseHooks = {};
for (const name of ['createHook', 'onInit', 'onBefore', 'onAfter', 'onSettled']) promiseHooks[name] = unavailable(name);

class GCProfiler {
  start() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('v8.GCProfiler'); }
  stop() {}
}

module.exports = {
  cachedDataVersionTag() { return cacheTag; },
  getHeapSnapshot: unavailable('getHeapSnapshot'),
  getHeapStatistics,
  getHeapSpaceStatistics,
  getHeapCodeStatistics,
  setFlagsFromString(flags) { validateString(flags, 'flags'); },
  Serializer,
  Deserializer,
  DefaultSerializer,
  DefaultDeserializer,
  deserialize,
  takeCoverage() {},
  stopCoverage() {},
  serialize,
  writeHeapSnapshot: unavailable('writeHeapSnapshot'),
  promiseHooks,
  queryObjects(constructor) {
    validateFunction(constructor, 'constructor');
    throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('v8.queryObjects()');
  },
  startupSnapshot: require('internal/v8/startup_snapshot'),
  setHeapSnapshotNearHeapLimit(limit) { validateUint32(limit, 'limit', true); },
  GCProfiler,
};
