'use strict';

// EventTarget and NodeEventTarget (an EventTarget which speaks EventEmitter too), with the
// differences from the web standard which Node has: listeners added during a dispatch may still be
// called in it, and what a listener throws is thrown again from a tick of its own.

const {
  codes: {
    ERR_EVENT_RECURSION, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const {
  kValidateObjectAllowObjects, validateAbortSignal, validateObject, validateString,
} = require('internal/validators');
const EventEmitter = require('events');
const {
  CustomEvent, Event, isEvent, kTrustEvent, makeEnumerable, stateOf, tag,
} = require('internal/event');

const { kMaxEventTargetListeners, kMaxEventTargetListenersWarned } = EventEmitter;
const kIsEventTarget = Symbol.for('nodejs.event_target');
const kIsNodeStyleListener = Symbol('kIsNodeStyleListener');
const kResistStopPropagation = Symbol('kResistStopPropagation');
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const kCreateEvent = Symbol('kCreateEvent');

let tableOf;
let isEventTarget;

// A listener in the doubly linked list of its type. A removed one keeps its next, so that a
// dispatch which stands on it goes on.
class Listener {
  constructor(listener, callback, options) {
    this.listener = listener;
    this.callback = callback;
    this.once = options.once;
    this.capture = options.capture;
    this.passive = options.passive;
    this.nodeStyle = options.nodeStyle;
    this.resist = options.resist;
    this.removed = false;
    this.previous = undefined;
    this.next = undefined;
  }
}

class ListenerList {
  size = 0;
  first = undefined;
  last = undefined;

  find(listener, capture) {
    let entry = this.first;
    while (entry !== undefined && (entry.listener !== listener || entry.capture !== capture)) {
      entry = entry.next;
    }
    return entry;
  }

  append(entry) {
    entry.previous = this.last;
    if (this.last === undefined) this.first = entry;
    else this.last.next = entry;
    this.last = entry;
    this.size++;
  }

  remove(entry) {
    if (entry.previous === undefined) this.first = entry.next;
    else entry.previous.next = entry.next;
    if (entry.next === undefined) this.last = entry.previous;
    else entry.next.previous = entry.previous;
    entry.removed = true;
    this.size--;
  }
}

function isListener(listener) {
  if (typeof listener === 'function') return true;
  if (listener === undefined || listener === null) return false;
  if (typeof listener === 'object') return true;
  throw new ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

function readOptions(options) {
  if (typeof options === 'boolean') options = { capture: options };
  else if (options === null) options = kEmptyObject;
  else validateObject(options, 'options', kValidateObjectAllowObjects);
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    nodeStyle: Boolean(options[kIsNodeStyleListener]),
    resist: options[kResistStopPropagation] ?? false,
  };
}

// The web's names of events are strings; a symbol is none.
function toName(value) {
  if (typeof value === 'symbol') {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('value', value);
  }
  return `${value}`;
}

function throwLater(error) {
  process.nextTick(() => { throw error; });
}

function watchResult(result) {
  const { then } = result;
  if (typeof then === 'function') then.call(result, undefined, throwLater);
}

function callbackOf(listener) {
  if (typeof listener === 'function') return listener;
  return async (...args) => {
    if (listener.handleEvent) await Reflect.apply(listener.handleEvent, listener, args);
  };
}

function warnOfUselessListener(target, type, listener) {
  const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
  warning.name = 'AddEventListenerArgumentTypeWarning';
  warning.target = target;
  warning.type = type;
  process.emitWarning(warning);
}

// One dispatch. nodeValue is what the listeners in Node's style get; the others get the event,
// which is made for the first of them when there is none yet.
class Dispatch {
  constructor(target, type, nodeValue, event) {
    this.target = target;
    this.type = type;
    this.nodeValue = nodeValue;
    this.event = event;
    this.state = undefined;
    if (event !== undefined) this.begin(event);
  }

  begin(event) {
    this.event = event;
    this.state = stateOf(event);
    this.state.target = this.target;
    this.state.dispatching = true;
  }

  run(list) {
    let entry = list.first;
    while (entry !== undefined) {
      const { next } = entry;
      if (!entry.removed && (entry.resist || this.state?.stopped !== true)) this.call(list, entry);
      entry = next;
    }
  }

  call(list, entry) {
    if (entry.once) {
      list.remove(entry);
      this.target[kRemoveListener](list.size, this.type, entry.listener, entry.capture);
    }
    try {
      const result = entry.nodeStyle ?
        entry.callback.call(this.target, this.nodeValue) : this.callWithEvent(entry);
      if (result !== undefined && result !== null) watchResult(result);
    } catch (error) {
      throwLater(error);
    }
  }

  callWithEvent(entry) {
    if (this.event === undefined) this.begin(this.target[kCreateEvent](this.nodeValue, this.type));
    const result = entry.callback.call(this.target, this.event);
    this.state.dispatching = false;
    return result;
  }

  end() {
    if (this.state !== undefined) this.state.dispatching = false;
  }
}

// What dispatchEvent does after its checks; also for nodeValue without an event (see Dispatch).
function dispatchTo(target, type, nodeValue, event) {
  const dispatch = new Dispatch(target, type, nodeValue, event);
  const list = tableOf(target).events.get(type);
  if (list !== undefined) dispatch.run(list);
  dispatch.end();
}

function checkTarget(value) {
  if (!isEventTarget(value)) throw new ERR_INVALID_THIS('EventTarget');
}

class EventTarget {
  #table = {
    events: new Map(),
    handlers: undefined,
    maxListeners: EventEmitter.defaultMaxListeners,
    warned: false,
  };

  static {
    tableOf = (target) => target.#table;
    isEventTarget = (value) => typeof value === 'object' && value !== null && #table in value;
  }

  static [kIsEventTarget] = true;

  addEventListener(type, listener, options = kEmptyObject) {
    checkTarget(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    const read = readOptions(options);
    validateAbortSignal(read.signal, 'options.signal');
    if (!isListener(listener)) {
      warnOfUselessListener(this, type, listener);
      return;
    }
    type = toName(type);
    if (read.signal) {
      if (read.signal.aborted) return;
      read.signal.addEventListener('abort', () => {
        this.removeEventListener(type, listener, options);
      }, { once: true, [kResistStopPropagation]: true });
    }
    const { events } = this.#table;
    let list = events.get(type);
    if (list === undefined) events.set(type, list = new ListenerList());
    else if (list.find(listener, read.capture) !== undefined) return;
    list.append(new Listener(listener, callbackOf(listener), read));
    this[kNewListener](list.size, type, listener, read.once, read.capture, read.passive);
  }

  removeEventListener(type, listener, options = kEmptyObject) {
    checkTarget(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    type = toName(type);
    const capture = options?.capture === true;
    const list = this.#table.events.get(type);
    const entry = list?.find(listener, capture);
    if (entry === undefined) return;
    list.remove(entry);
    this[kRemoveListener](list.size, type, listener, capture);
  }

  dispatchEvent(event) {
    checkTarget(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('event');
    if (!isEvent(event)) throw new ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (stateOf(event).dispatching) throw new ERR_EVENT_RECURSION(event.type);
    const { type } = event;
    dispatchTo(this, type, event, event);
    return event.defaultPrevented !== true;
  }

  get [kMaxEventTargetListeners]() { return this.#table.maxListeners; }

  set [kMaxEventTargetListeners](n) { this.#table.maxListeners = n; }

  set [kMaxEventTargetListenersWarned](value) { this.#table.warned = value; }

  // Told of every listener added and removed; size: how many its type has now.
  [kNewListener](size, type) {
    const table = this.#table;
    if (table.maxListeners <= 0 || size <= table.maxListeners || table.warned) return;
    table.warned = true;
    const { inspect } = require('internal/util/inspect');
    const warning = new Error(
      `Possible EventTarget memory leak detected. ${size} ${type} listeners added to ` +
      `${inspect(this, { depth: -1 })}. MaxListeners is ${table.maxListeners}. ` +
      'Use events.setMaxListeners() to increase limit');
    warning.name = 'MaxListenersExceededWarning';
    warning.target = this;
    warning.type = type;
    warning.count = size;
    process.emitWarning(warning);
  }

  [kRemoveListener]() {}

  [customInspectSymbol](depth, options) {
    checkTarget(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const inner = {
      ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth,
    };
    return `${name} ${require('internal/util/inspect').inspect({}, inner)}`;
  }
}

makeEnumerable(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
tag(EventTarget.prototype, 'EventTarget');

// The event which listeners in the web's style get from NodeEventTarget's emit().
class NodeCustomEvent extends Event {
  constructor(type, options) {
    super(type, options);
    this.detail = options?.detail ?? null;
  }
}

function checkNodeTarget(value) {
  if (!(value instanceof NodeEventTarget)) throw new ERR_INVALID_THIS('NodeEventTarget');
}

class NodeEventTarget extends EventTarget {
  [kCreateEvent](nodeValue, type) {
    return new NodeCustomEvent(type, { detail: nodeValue });
  }

  setMaxListeners(n) {
    checkNodeTarget(this);
    EventEmitter.setMaxListeners(n, this);
  }

  getMaxListeners() {
    checkNodeTarget(this);
    return this[kMaxEventTargetListeners];
  }

  eventNames() {
    checkNodeTarget(this);
    return Array.from(tableOf(this).events.keys());
  }

  listenerCount(type) {
    checkNodeTarget(this);
    return tableOf(this).events.get(String(type))?.size ?? 0;
  }

  off(type, listener, options) {
    checkNodeTarget(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    checkNodeTarget(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    checkNodeTarget(this);
    this.addEventListener(type, listener, { [kIsNodeStyleListener]: true });
    return this;
  }

  addListener(type, listener) {
    checkNodeTarget(this);
    this.addEventListener(type, listener, { [kIsNodeStyleListener]: true });
    return this;
  }

  emit(type, arg) {
    checkNodeTarget(this);
    validateString(type, 'type');
    const hadListeners = this.listenerCount(type) > 0;
    dispatchTo(this, type, arg, undefined);
    return hadListeners;
  }

  once(type, listener) {
    checkNodeTarget(this);
    this.addEventListener(type, listener, { once: true, [kIsNodeStyleListener]: true });
    return this;
  }

  removeAllListeners(type) {
    checkNodeTarget(this);
    const { events } = tableOf(this);
    if (type !== undefined) events.delete(String(type));
    else events.clear();
    return this;
  }
}

makeEnumerable(NodeEventTarget.prototype, [
  'setMaxListeners', 'getMaxListeners', 'eventNames', 'listenerCount', 'off', 'removeListener',
  'on', 'addListener', 'emit', 'once', 'removeAllListeners',
]);

function handlersOf(target) {
  return tableOf(target).handlers ??= new Map();
}

// The listener behind an on… property. It stays in its place when the property is set to null, and
// does nothing until a function comes again.
function createHandler() {
  function handler(...args) {
    if (typeof handler.value !== 'function') return undefined;
    return Reflect.apply(handler.value, this, args);
  }
  handler.value = undefined;
  return handler;
}

// Gives a handler another value. One that is no function does not count as a listener.
function exchange(target, event, handler, value) {
  const list = tableOf(target).events.get(event);
  if (typeof handler.value === 'function' && list !== undefined) {
    target[kRemoveListener](--list.size, event, handler.value, false);
  }
  handler.value = value;
  if (typeof value === 'function' && list !== undefined) {
    target[kNewListener](++list.size, event, value, false, false, false);
  }
}

// Defines the property on<name> of a class of event targets.
function defineEventHandler(prototype, name, event = name) {
  const property = `on${name}`;
  Object.defineProperty(prototype, property, {
    get: Object.defineProperty(function() {
      return handlersOf(this).get(name)?.value ?? null;
    }, 'name', { value: `get ${property}` }),
    set: Object.defineProperty(function(value) {
      const handlers = handlersOf(this);
      let handler = handlers.get(name);
      if (handler !== undefined) {
        exchange(this, event, handler, value);
        return;
      }
      handler = createHandler();
      handler.value = value;
      handlers.set(name, handler);
      this.addEventListener(event, handler);
    }, 'name', { value: `set ${property}` }),
    enumerable: true,
    configurable: true,
  });
}

// The listeners of one type, as events.getEventListeners gives them.
function listenersOfTarget(target, type) {
  const listeners = [];
  let entry = tableOf(target).events.get(type)?.first;
  for (; entry !== undefined; entry = entry.next) listeners.push(entry.listener);
  return listeners;
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  NodeEventTarget,
  defineEventHandler,
  dispatchTo,
  isEventTarget,
  kCreateEvent,
  kMaxEventTargetListeners,
  kMaxEventTargetListenersWarned,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrustEvent,
  listenersOfTarget,
};
