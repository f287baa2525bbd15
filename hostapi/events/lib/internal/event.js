'use strict';

// Event and CustomEvent.

const { codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');

// In the options of an event which the runtime itself dispatches.
const kTrustEvent = Symbol('kTrustEvent');

let stateOf;
let isEvent;

function stateOfThis(value) {
  if (!isEvent(value)) throw new ERR_INVALID_THIS('Event');
  return stateOf(value);
}

// The clock is read when somebody asks for the time of an event, which few do: every reading is
// something that a recording has to keep.
function timeStampOf(state) {
  state.timeStamp ??= performance.now();
  return state.timeStamp;
}

// What an event knows of itself; most of it is so for most events and stands in the prototype.
class EventState {
  constructor(type, options) {
    this.type = type;
    if (options === undefined || options === null) return;
    if (options.bubbles) this.bubbles = true;
    if (options.cancelable) this.cancelable = true;
    if (options.composed) this.composed = true;
    if (options[kTrustEvent]) this.trusted = true;
  }
}
Object.assign(EventState.prototype, {
  bubbles: false,
  cancelable: false,
  composed: false,
  trusted: false,
  defaultPrevented: false,
  propagationStopped: false,
  // By stopImmediatePropagation().
  stopped: false,
  dispatching: false,
  target: null,
  timeStamp: undefined,
});

class Event {
  #state;

  // Dispatch works on the state itself (see event_target): one look-up for all of it.
  static {
    stateOf = (event) => event.#state;
    isEvent = (value) => typeof value === 'object' && value !== null && #state in value;
  }

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (options != null) validateObject(options, 'options');
    this.#state = new EventState(`${type}`, options);
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    const state = stateOfThis(this);
    if (state.dispatching) return;
    state.type = `${type}`;
    state.bubbles = Boolean(bubbles);
    state.cancelable = Boolean(cancelable);
  }

  stopImmediatePropagation() {
    const state = stateOfThis(this);
    state.propagationStopped = true;
    state.stopped = true;
  }

  preventDefault() {
    stateOfThis(this).defaultPrevented = true;
  }

  get target() { return stateOfThis(this).target; }

  get currentTarget() {
    const state = stateOfThis(this);
    return state.dispatching ? state.target : null;
  }

  get srcElement() { return stateOfThis(this).target; }

  get type() { return stateOfThis(this).type; }

  get cancelable() { return stateOfThis(this).cancelable; }

  get defaultPrevented() {
    const state = stateOfThis(this);
    return state.cancelable && state.defaultPrevented;
  }

  get timeStamp() { return timeStampOf(stateOfThis(this)); }

  composedPath() {
    const state = stateOfThis(this);
    return state.dispatching ? [state.target] : [];
  }

  get returnValue() {
    const state = stateOfThis(this);
    return !state.cancelable || !state.defaultPrevented;
  }

  get bubbles() { return stateOfThis(this).bubbles; }

  get composed() { return stateOfThis(this).composed; }

  get eventPhase() { return stateOfThis(this).dispatching ? Event.AT_TARGET : Event.NONE; }

  get cancelBubble() { return stateOfThis(this).propagationStopped; }

  set cancelBubble(value) {
    const state = stateOfThis(this);
    if (value) state.propagationStopped = true;
  }

  stopPropagation() {
    stateOfThis(this).propagationStopped = true;
  }

  get isTrusted() { return stateOfThis(this).trusted; }

  [customInspectSymbol](depth, options) {
    const state = stateOfThis(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const inner = {
      ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth,
    };
    const { inspect } = require('internal/util/inspect');
    return `${name} ${inspect({
      type: state.type,
      defaultPrevented: this.defaultPrevented,
      cancelable: state.cancelable,
      timeStamp: timeStampOf(state),
    }, inner)}`;
  }

  static NONE = 0;
  static CAPTURING_PHASE = 1;
  static AT_TARGET = 2;
  static BUBBLING_PHASE = 3;
}

function makeEnumerable(prototype, names) {
  for (const name of names) Object.defineProperty(prototype, name, kEnumerableProperty);
}

function tag(prototype, value) {
  Object.defineProperty(prototype, Symbol.toStringTag, { value, configurable: true });
}

makeEnumerable(Event.prototype, [
  'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget',
  'srcElement', 'type', 'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath',
  'returnValue', 'bubbles', 'composed', 'eventPhase', 'cancelBubble', 'stopPropagation',
]);
Object.defineProperty(Event.prototype, 'isTrusted', { enumerable: true, configurable: false });
tag(Event.prototype, 'Event');
for (const name of ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE']) {
  Object.defineProperty(Event, name, { writable: false, configurable: false });
}

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!isEvent(this) || !(#detail in this)) throw new ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}

makeEnumerable(CustomEvent.prototype, ['detail']);
tag(CustomEvent.prototype, 'CustomEvent');

module.exports = { CustomEvent, Event, isEvent, kTrustEvent, makeEnumerable, stateOf, tag };
