'use strict';

const { emit, kCapture } = require('internal/events/emit');
const { validateBoolean, validateFunction, validateNumber } = require('internal/validators');

// Set on emitters which came with an _events object of their own making (streams): there a removed
// listener leaves its key, and eventNames() of streams passes over it.
const kShapeMode = Symbol('shapeMode');

let defaultMaxListeners = 10;

function EventEmitter(opts) {
  EventEmitter.init.call(this, opts);
}

const { prototype } = EventEmitter;
prototype._events = undefined;
prototype._eventsCount = 0;
prototype._maxListeners = undefined;
Object.defineProperty(prototype, kCapture, { value: false, writable: true });

function initialize(opts) {
  const events = this._events;
  if (events === undefined || events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
    this[kShapeMode] = false;
  } else {
    this[kShapeMode] = true;
  }
  this._maxListeners ||= undefined;
  if (opts?.captureRejections) {
    validateBoolean(opts.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else {
    this[kCapture] = prototype[kCapture];
  }
}

function checkListener(listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
}

function maxListenersOf(emitter) {
  const own = emitter._maxListeners;
  return own === undefined ? defaultMaxListeners : own;
}

function warnOfLeak(emitter, type, list) {
  const limit = maxListenersOf(emitter);
  if (limit <= 0 || list.length <= limit || list.warned) return;
  list.warned = true;
  const { inspect } = require('internal/util/inspect');
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners ` +
    `added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${limit}. ` +
    'Use emitter.setMaxListeners() to increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

// A changed list is a new one (internal/events/emit says why), with the mark of the old.
function replaceList(emitter, type, old, list) {
  if (old.warned) list.warned = true;
  emitter._events[type] = list;
  return list;
}

function addToExisting(emitter, type, existing, listener, prepend) {
  let list;
  if (typeof existing === 'function') {
    list = prepend ? [listener, existing] : [existing, listener];
    emitter._events[type] = list;
  } else if (prepend) {
    list = replaceList(emitter, type, existing, [listener].concat(existing));
  } else {
    list = existing;
    list.push(listener);
  }
  warnOfLeak(emitter, type, list);
}

function add(emitter, type, listener, prepend) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
  } else {
    addToExisting(emitter, type, existing, listener, prepend);
  }
  return emitter;
}

// Called with the record of one once() as its this.
function onceWrapper(...args) {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapper);
  this.fired = true;
  switch (args.length) {
    case 0: return this.listener.call(this.target);
    case 1: return this.listener.call(this.target, args[0]);
    default: return this.listener.apply(this.target, args);
  }
}

function wrapOnce(target, type, listener) {
  checkListener(listener);
  const record = { fired: false, wrapper: undefined, target, type, listener };
  const wrapper = onceWrapper.bind(record);
  wrapper.listener = listener;
  record.wrapper = wrapper;
  return wrapper;
}

function forgetType(emitter, events, type) {
  emitter._eventsCount--;
  if (emitter[kShapeMode]) events[type] = undefined;
  else if (emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete events[type];
}

function lastIndexOfListener(list, listener) {
  for (let i = list.length - 1; i >= 0; i--) {
    if (list[i] === listener || list[i].listener === listener) return i;
  }
  return -1;
}

function removeFromList(emitter, type, list, listener) {
  const index = lastIndexOfListener(list, listener);
  if (index < 0) return;
  const events = emitter._events;
  if (list.length === 2) {
    events[type] = list[1 - index];
  } else {
    const rest = list.slice(0, index).concat(list.slice(index + 1));
    replaceList(emitter, type, list, rest);
  }
  if (events.removeListener !== undefined) emitter.emit('removeListener', type, listener);
}

function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (list !== listener && list.listener !== listener) {
    if (typeof list !== 'function') removeFromList(this, type, list, listener);
    return this;
  }
  forgetType(this, events, type);
  // An emptied or kept table has nothing to tell: only a deleted key is announced.
  if (!this[kShapeMode] && this._eventsCount !== 0 && events.removeListener !== undefined) {
    this.emit('removeListener', type, list.listener ?? listener);
  }
  return this;
}

function clearQuietly(emitter, events, all, type) {
  if (all || (events[type] !== undefined && --emitter._eventsCount === 0)) {
    emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (events[type] !== undefined) {
    delete events[type];
  }
  emitter[kShapeMode] = false;
}

function clearAloud(emitter, events) {
  for (const type of Reflect.ownKeys(events)) {
    if (type !== 'removeListener') emitter.removeAllListeners(type);
  }
  emitter.removeAllListeners('removeListener');
  emitter._events = { __proto__: null };
  emitter._eventsCount = 0;
  emitter[kShapeMode] = false;
}

function listenersOf(emitter, type, unwrap) {
  const handler = emitter._events?.[type];
  if (handler === undefined) return [];
  const list = typeof handler === 'function' ? [handler] : handler.slice();
  if (unwrap) {
    for (let i = 0; i < list.length; i++) list[i] = list[i].listener || list[i];
  }
  return list;
}

function listenerCount(type, listener) {
  const handler = this._events?.[type];
  if (handler === undefined) return 0;
  const counted = listener !== undefined && listener !== null;
  if (typeof handler === 'function') {
    return !counted || handler === listener || handler.listener === listener ? 1 : 0;
  }
  if (!counted) return handler.length;
  let matching = 0;
  for (let i = 0; i < handler.length; i++) {
    if (handler[i] === listener || handler[i].listener === listener) matching++;
  }
  return matching;
}

Object.assign(prototype, {
  setMaxListeners: function setMaxListeners(n) {
    validateNumber(n, 'setMaxListeners', 0);
    this._maxListeners = n;
    return this;
  },
  getMaxListeners: function getMaxListeners() {
    return maxListenersOf(this);
  },
  emit,
  addListener: function addListener(type, listener) {
    return add(this, type, listener, false);
  },
  on: undefined, // Stands here for the order of the keys.
  prependListener: function prependListener(type, listener) {
    return add(this, type, listener, true);
  },
  once: function once(type, listener) {
    return this.on(type, wrapOnce(this, type, listener));
  },
  prependOnceListener: function prependOnceListener(type, listener) {
    return this.prependListener(type, wrapOnce(this, type, listener));
  },
  removeListener,
  off: removeListener,
  removeAllListeners: function removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    const all = arguments.length === 0;
    if (events.removeListener === undefined) {
      clearQuietly(this, events, all, type);
    } else if (all) {
      clearAloud(this, events);
    } else {
      const list = listenersOf(this, type, false);
      for (let i = list.length - 1; i >= 0; i--) this.removeListener(type, list[i]);
    }
    return this;
  },
  listeners: function listeners(type) {
    return listenersOf(this, type, true);
  },
  rawListeners: function rawListeners(type) {
    return listenersOf(this, type, false);
  },
  listenerCount,
  eventNames: function eventNames() {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  },
});
prototype.on = prototype.addListener;

module.exports = EventEmitter;
require('internal/events/statics').install(EventEmitter, initialize, {
  get: () => defaultMaxListeners,
  set: (n) => {
    validateNumber(n, 'defaultMaxListeners', 0);
    defaultMaxListeners = n;
  },
});
