'use strict';

// AbortController and AbortSignal.

const { DOMException } = require('internal/domexception');
const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS },
} = require('internal/errors');
const { Event, makeEnumerable, tag, kTrustEvent } = require('internal/event');
const { EventTarget, defineEventHandler } = require('internal/event_target');
const { customInspectSymbol } = require('internal/util');
const {
  validateAbortSignal, validateAbortSignalArray, validateUint32,
} = require('internal/validators');

// Only code which has this key can make signals.
const kCreate = Symbol('kCreate');

let stateOf;

function inspectWith(object, view, depth, options) {
  if (depth < 0) return object;
  const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
  const { inspect } = require('internal/util/inspect');
  return `${object.constructor.name} ${inspect(view, inner)}`;
}

function createSignal(aborted = false, reason = undefined) {
  return new AbortSignal(kCreate, { aborted, reason, sources: undefined, dependants: undefined });
}

function abort(signal, reason) {
  const state = stateOf(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.reason = reason;
  signal.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
  for (const dependant of state.dependants ?? []) abort(dependant, reason);
}

function defaultReason() {
  return new DOMException('This operation was aborted', 'AbortError');
}

// The signals which can abort by themselves: a signal of any() stands for its own sources.
function ultimateSources(signals) {
  const sources = new Set();
  for (const signal of signals) {
    const state = stateOf(signal);
    if (state.sources === undefined) sources.add(signal);
    else for (const source of state.sources) sources.add(source);
  }
  return sources;
}

class AbortSignal extends EventTarget {
  #state;

  static {
    stateOf = (signal) => {
      if (typeof signal !== 'object' || signal === null || !(#state in signal)) {
        throw new ERR_INVALID_THIS('AbortSignal');
      }
      return signal.#state;
    };
  }

  constructor(key, state) {
    if (key !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this.#state = state;
  }

  get aborted() {
    return Boolean(stateOf(this).aborted);
  }

  get reason() {
    return stateOf(this).reason;
  }

  throwIfAborted() {
    const { aborted, reason } = stateOf(this);
    if (aborted) throw reason;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return `[${this.constructor.name}]`;
    return inspectWith(this, { aborted: this.aborted }, depth, options);
  }

  static abort(reason = defaultReason()) {
    return createSignal(true, reason);
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = createSignal();
    setTimeout(() => {
      abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay).unref();
    return signal;
  }

  static any(signals) {
    validateAbortSignalArray(signals, 'signals');
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted !== undefined) return createSignal(true, aborted.reason);
    const signal = createSignal();
    const sources = ultimateSources(signals);
    stateOf(signal).sources = sources;
    for (const source of sources) {
      const state = stateOf(source);
      state.dependants ??= new Set();
      state.dependants.add(signal);
    }
    return signal;
  }
}

makeEnumerable(AbortSignal.prototype, ['aborted']);
tag(AbortSignal.prototype, 'AbortSignal');
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal;

  get signal() {
    this.#signal ??= createSignal();
    return this.#signal;
  }

  abort(reason = defaultReason()) {
    abort(this.#signal ??= createSignal(), reason);
  }

  [customInspectSymbol](depth, options) {
    return inspectWith(this, { signal: this.signal }, depth, options);
  }
}

makeEnumerable(AbortController.prototype, ['signal', 'abort']);
tag(AbortController.prototype, 'AbortController');

// How a signal of transferableAbortSignal moves: the copy is told through a channel. The signal
// itself stays what it is.
function transferSignal() {
  const { aborted, reason } = stateOf(this);
  const copy = createSignal(aborted, reason);
  if (!aborted) {
    const { MessageChannel } = require('internal/messaging');
    const { port1, port2 } = new MessageChannel();
    this.addEventListener('abort', () => {
      port2.postMessage(this.reason);
      port2.close();
    }, { once: true });
    port1.onmessage = ({ data }) => {
      abort(copy, data);
      port1.close();
    };
    port1.unref();
  }
  return { copy, commit() {} };
}

function transferableAbortSignal(signal) {
  validateAbortSignal(signal, 'signal');
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  const { kTransfer } = require('internal/structured_clone');
  Object.defineProperty(signal, kTransfer, { value: transferSignal, configurable: true });
  return signal;
}

function transferableAbortController() {
  const controller = new AbortController();
  transferableAbortSignal(controller.signal);
  return controller;
}

module.exports = {
  AbortController, AbortSignal, transferableAbortController, transferableAbortSignal,
};
