'use strict';

// BroadcastChannel: what one channel posts, all others of its name receive.

const { DOMException } = require('internal/domexception');
const { codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');
const { makeEnumerable } = require('internal/event');
const { EventTarget, defineEventHandler } = require('internal/event_target');
const { MessageEvent } = require('internal/messaging');
const { cloneMessage } = require('internal/structured_clone');
const { customInspectSymbol } = require('internal/util');

const binding = internalBinding('messaging');

// The open channels by name.
const groups = new Map();

function join(name, channel) {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, new Set([channel]));
  else group.add(channel);
}

function leave(name, channel) {
  const group = groups.get(name);
  group.delete(channel);
  if (group.size === 0) groups.delete(name);
}

// One turn: the next message of a channel.
function deliverNext(channel, inbox) {
  channel.dispatchEvent(new MessageEvent('message', { data: inbox.shift() }));
}

class BroadcastChannel extends EventTarget {
  #name;
  #handle;
  #inbox = [];
  #refed = true;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#name in value)) {
      throw new ERR_INVALID_THIS('BroadcastChannel');
    }
  }

  constructor(name) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    this.#handle = binding.openPort(this, deliverNext, this, this.#inbox);
    binding.acquire();
    join(this.#name, this);
  }

  get name() {
    BroadcastChannel.#check(this);
    return this.#name;
  }

  close() {
    BroadcastChannel.#check(this);
    if (this.#handle === undefined) return;
    this.unref();
    binding.closePort(this.#handle);
    this.#handle = undefined;
    leave(this.#name, this);
  }

  postMessage(message) {
    BroadcastChannel.#check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('message');
    if (this.#handle === undefined) {
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    const others = [...groups.get(this.#name)].filter((channel) => channel !== this);
    if (others.length === 0) cloneMessage(message, [], undefined); // for its errors
    const values = others.map(() => cloneMessage(message, [], undefined).value);
    others.forEach((channel, i) => {
      channel.#inbox.push(values[i]);
      binding.notify(channel.#handle);
    });
  }

  ref() {
    BroadcastChannel.#check(this);
    if (this.#handle !== undefined && !this.#refed) {
      this.#refed = true;
      binding.acquire();
    }
    return this;
  }

  unref() {
    BroadcastChannel.#check(this);
    if (this.#handle !== undefined && this.#refed) {
      this.#refed = false;
      binding.release();
    }
    return this;
  }

  [customInspectSymbol](depth, options) {
    BroadcastChannel.#check(this);
    if (depth < 0) return 'BroadcastChannel';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    const { inspect } = require('internal/util/inspect');
    const view = { name: this.#name, active: this.#handle !== undefined };
    return `BroadcastChannel ${inspect(view, inner)}`;
  }
}

makeEnumerable(BroadcastChannel.prototype, ['name', 'close', 'postMessage']);
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel };
