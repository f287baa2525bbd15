'use strict';

// perf_hooks.

const { defineLazyProperties } = require('internal/util');

const modules = [
  ['internal/perf/performance', ['Performance']],
  ['internal/perf/entry', ['PerformanceEntry']],
  ['internal/perf/usertiming', ['PerformanceMark', 'PerformanceMeasure']],
  ['internal/perf/observe', ['PerformanceObserver', 'PerformanceObserverEntryList']],
  ['internal/perf/resource_timing', ['PerformanceResourceTiming']],
  ['internal/perf/histogram', ['monitorEventLoopDelay', 'createHistogram']],
  ['internal/perf/performance', ['performance']],
];

for (const [id, names] of modules) defineLazyProperties(module.exports, id, names);

Object.defineProperty(module.exports, 'constants', {
  configurable: false,
  enumerable: true,
  value: {
    NODE_PERFORMANCE_GC_MAJOR: 4,
    NODE_PERFORMANCE_GC_MINOR: 1,
    NODE_PERFORMANCE_GC_INCREMENTAL: 8,
    NODE_PERFORMANCE_GC_WEAKCB: 16,
    NODE_PERFORMANCE_GC_FLAGS_NO: 0,
    NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
    NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
    NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
    NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
    NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
    NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
  },
});
