'use strict';

// What hangs on the EventEmitter function itself.

const { kCapture, kErrorMonitor, kRejection } = require('internal/events/emit');
const { validateAbortSignal, validateBoolean, validateNumber } = require('internal/validators');

const kMaxEventTargetListeners = Symbol('events.maxEventTargetListeners');
const kMaxEventTargetListenersWarned = Symbol('events.maxEventTargetListenersWarned');

function addAbortListener(signal, listener) {
  return require('internal/events/abort_listener').addAbortListener(signal, listener);
}

function untilEmitted(emitter, name, signal, resolve, reject) {
  const { addListener, removeListener } = require('internal/events/either');
  const { kResistStopPropagation } = require('internal/event_target');
  const once = { __proto__: null, once: true, [kResistStopPropagation]: true };
  const settle = () => {
    if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
    if (signal != null) removeListener(signal, 'abort', onAbort);
  };
  const onEvent = (...args) => {
    settle();
    resolve(args);
  };
  const onError = (error) => {
    emitter.removeListener(name, onEvent);
    if (signal != null) removeListener(signal, 'abort', onAbort);
    reject(error);
  };
  const onAbort = () => {
    removeListener(emitter, name, onEvent);
    removeListener(emitter, 'error', onError);
    const { AbortError } = require('internal/errors');
    reject(new AbortError(undefined, { cause: signal?.reason }));
  };
  addListener(emitter, name, onEvent, once);
  if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
  if (signal != null) addListener(signal, 'abort', onAbort, once);
}

// An async function, so that its promise settles as many microtasks after the event as Node's.
async function once(emitter, name, options = {}) {
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) {
    const { AbortError } = require('internal/errors');
    throw new AbortError(undefined, { cause: signal?.reason });
  }
  return new Promise((resolve, reject) => untilEmitted(emitter, name, signal, resolve, reject));
}

function on(emitter, event, options = {}) {
  return require('internal/events/on').on(emitter, event, options);
}

function isEventTarget(value) {
  return require('internal/event_target').isEventTarget(value);
}

function invalidEmitter(name, value) {
  const { ERR_INVALID_ARG_TYPE } = require('internal/errors').codes;
  return new ERR_INVALID_ARG_TYPE(name, ['EventEmitter', 'EventTarget'], value);
}

function getEventListeners(emitterOrTarget, type) {
  if (typeof emitterOrTarget.listeners === 'function') return emitterOrTarget.listeners(type);
  if (!isEventTarget(emitterOrTarget)) throw invalidEmitter('emitter', emitterOrTarget);
  return require('internal/event_target').listenersOfTarget(emitterOrTarget, type);
}

function getMaxListeners(emitterOrTarget) {
  if (typeof emitterOrTarget?.getMaxListeners === 'function') {
    return emitterOrTarget.getMaxListeners();
  }
  if (emitterOrTarget?.[kMaxEventTargetListeners]) {
    return emitterOrTarget[kMaxEventTargetListeners];
  }
  throw invalidEmitter('emitter', emitterOrTarget);
}

function setMaxListenersOf(target, n) {
  if (isEventTarget(target)) {
    target[kMaxEventTargetListeners] = n;
    target[kMaxEventTargetListenersWarned] = false;
  } else if (typeof target.setMaxListeners === 'function') {
    target.setMaxListeners(n);
  } else {
    throw invalidEmitter('eventTargets', target);
  }
}

function defineAccessors(EventEmitter, defaultMaxListeners) {
  Object.defineProperty(EventEmitter, 'captureRejections', {
    get() { return EventEmitter.prototype[kCapture]; },
    set(value) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
    enumerable: true,
  });
  Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', {
    get: function lazyEventEmitterAsyncResource() {
      return require('internal/events/async_resource').EventEmitterAsyncResource;
    },
    enumerable: true,
    configurable: true,
  });
  EventEmitter.errorMonitor = kErrorMonitor;
  Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
    get: defaultMaxListeners.get,
    set: defaultMaxListeners.set,
    enumerable: true,
  });
}

// Adds them to EventEmitter. initialize is EventEmitter.init; defaultMaxListeners: { get, set }.
function install(EventEmitter, initialize, defaultMaxListeners) {
  Object.assign(EventEmitter, {
    addAbortListener, once, on, getEventListeners, getMaxListeners, EventEmitter,
    usingDomains: false,
    captureRejectionSymbol: kRejection,
  });
  defineAccessors(EventEmitter, defaultMaxListeners);
  Object.defineProperties(EventEmitter, {
    kMaxEventTargetListeners: { value: kMaxEventTargetListeners },
    kMaxEventTargetListenersWarned: { value: kMaxEventTargetListenersWarned },
  });
  EventEmitter.setMaxListeners = function(n = defaultMaxListeners.get(), ...eventTargets) {
    validateNumber(n, 'setMaxListeners', 0);
    if (eventTargets.length === 0) defaultMaxListeners.set(n);
    else for (const target of eventTargets) setMaxListenersOf(target, n);
  };
  EventEmitter.init = initialize;
  EventEmitter.listenerCount = function(emitter, type) {
    if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
    return EventEmitter.prototype.listenerCount.call(emitter, type);
  };
}

module.exports = { install, kMaxEventTargetListeners, kMaxEventTargetListenersWarned };
