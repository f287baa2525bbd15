'use strict';
// The global object: what is cheap or always used is set at once, the rest when
// it is first read.

const { lazy } = require('internal/language/lazy');
const hidden = { writable: true, configurable: true, enumerable: false };
const shown = { writable: true, configurable: true, enumerable: true };

function set(name, value, how = hidden) { Object.defineProperty(globalThis, name, { value, ...how }); }

function fromModule(id, names, enumerable) {
  for (const name of names) lazy(globalThis, name, () => require(id)[name], enumerable);
}

Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', configurable: true });
set('global', globalThis, shown);
set('process', process);

const timers = require('timers');
for (const name of ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout']) {
  set(name, timers[name], shown);
}
set('queueMicrotask', require('internal/microtask'), shown);

lazy(globalThis, 'console', () => require('console'));
fromModule('buffer', ['Buffer', 'atob', 'btoa', 'Blob', 'File']);
fromModule('url', ['URL', 'URLSearchParams']);
fromModule('internal/encoding', ['TextEncoder', 'TextDecoder']);
fromModule('internal/event_target', ['Event', 'EventTarget', 'CustomEvent']);
fromModule('internal/abort_controller', ['AbortController', 'AbortSignal']);
fromModule('internal/broadcast_channel', ['BroadcastChannel']);
fromModule('internal/messaging', ['MessageChannel', 'MessagePort', 'MessageEvent']);
fromModule('stream/web', [
  'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest',
  'ReadableByteStreamController', 'ReadableStreamDefaultController', 'TransformStream',
  'TransformStreamDefaultController', 'WritableStream', 'WritableStreamDefaultWriter',
  'WritableStreamDefaultController', 'ByteLengthQueuingStrategy', 'CountQueuingStrategy',
  'TextEncoderStream', 'TextDecoderStream', 'CompressionStream', 'DecompressionStream',
]);
lazy(globalThis, 'DOMException', () => require('internal/domexception').DOMException);
lazy(globalThis, 'structuredClone', () => require('internal/structured_clone').structuredClone, true);
lazy(globalThis, 'performance', () => require('internal/perf/performance').performance, true);
fromModule('perf_hooks', [
  'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
  'PerformanceObserverEntryList', 'PerformanceResourceTiming',
]);
fromModule('internal/crypto/webcrypto', ['Crypto', 'CryptoKey', 'SubtleCrypto']);
Object.defineProperty(globalThis, 'crypto', {
  get: function crypto() { return require('internal/crypto/webcrypto').crypto; },
  set: undefined,
  enumerable: true,
  configurable: true,
});
