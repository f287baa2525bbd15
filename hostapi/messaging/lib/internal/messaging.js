'use strict';

// MessageChannel, MessagePort and MessageEvent between ports of one loop. A message is cloned when
// it is posted and delivered in a turn of its own.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { Event, makeEnumerable } = require('internal/event');
const {
  NodeEventTarget, defineEventHandler, dispatchTo, kCreateEvent, kNewListener,
  kRemoveListener,
} = require('internal/event_target');
const {
  cloneMessage, codedTypeError, kDetached, kTransfer, toTransferList,
} = require('internal/structured_clone');
const { customInspectSymbol } = require('internal/util');

const binding = internalBinding('messaging');

// One end of a channel. It outlives its port when that is transferred.
class End {
  constructor() {
    this.port = undefined;
    this.sibling = undefined;
    this.inbox = [];
  }
}

// In the inbox of an end whose sibling has closed, behind the messages sent before.
const closeNotice = { value: undefined, ports: undefined };

// One turn: the next message of an end.
function deliverNext(end) {
  if (end.port === undefined || !isReceivable(end)) return;
  const message = end.inbox.shift();
  if (message === closeNotice) close(end.port);
  else receive(end.port, message);
}

// A port which was not started receives nothing but the end of its sibling.
function isReceivable(end) {
  return end.inbox.length > 0 &&
    (stateOfPort(end.port).started || end.inbox[0] === closeNotice);
}

function postTo(end, message) {
  end.inbox.push(message);
  if (end.port !== undefined && isReceivable(end)) binding.notify(stateOfPort(end.port).handle);
}

// Takes the next message of a port at once: worker_threads.receiveMessageOnPort.
function receiveNow(port) {
  const { end, handle } = stateOfPort(port);
  if (end === undefined || end.inbox.length === 0) return undefined;
  const message = end.inbox.shift();
  binding.consume(handle);
  if (message === closeNotice) {
    close(port);
    return undefined;
  }
  return { message: message.value };
}

// The ports of the message being delivered, for the event that is made of it.
let receivedPorts = [];

function receive(port, message) {
  receivedPorts = message.ports;
  dispatchTo(port, 'message', message.value, undefined);
}

function emitClose(port) {
  dispatchTo(port, 'close', undefined, undefined);
}

function close(port) {
  const state = stateOfPort(port);
  const { end } = state;
  if (end === undefined) return;
  state.end = undefined;
  binding.closePort(state.handle, afterClose, port, end);
}

function afterClose(port, end) {
  end.port = undefined;
  port.unref();
  emitClose(port);
  const { sibling } = end;
  if (sibling === undefined) return;
  end.sibling = undefined;
  sibling.sibling = undefined;
  postTo(sibling, closeNotice);
}

let stateOfPort;
let isMessagePort;
const kConstruct = Symbol('kConstruct');

class MessagePort extends NodeEventTarget {
  #state;

  static {
    stateOfPort = (port) => port.#state;
    isMessagePort = (value) => typeof value === 'object' && value !== null && #state in value;
  }

  constructor(key, end) {
    if (key !== kConstruct) {
      throw codedTypeError('ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
    }
    super();
    this.#state = { end, handle: 0, started: false, refed: false };
    attach(this, end);
  }

  postMessage(message, transferOrOptions) {
    if (arguments.length === 0) {
      throw codedTypeError('ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
    }
    const list = readTransferList(transferOrOptions);
    const cloned = cloneMessage(message, list, this);
    const sibling = this.#state.end?.sibling;
    if (sibling !== undefined) postTo(sibling, cloned);
    return sibling === undefined ? undefined : true;
  }

  start() {
    const { end, started } = this.#state;
    if (end === undefined || started) return;
    this.#state.started = true;
    for (let i = 0; i < end.inbox.length; i++) binding.notify(this.#state.handle);
  }

  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    close(this);
  }

  ref() {
    if (this.#state.end === undefined || this.#state.refed) return;
    this.#state.refed = true;
    binding.acquire();
  }

  unref() {
    if (!this.#state.refed) return;
    this.#state.refed = false;
    binding.release();
  }

  hasRef() {
    return this.#state.refed;
  }

  // A port keeps the loop running as long as somebody listens for its messages.
  [kNewListener](size, type, ...details) {
    if (type === 'message' && size === 1) {
      this.ref();
      this.start();
    }
    return super[kNewListener](size, type, ...details);
  }

  [kRemoveListener](size, type) {
    if (type === 'message' && size === 0) this.unref();
  }

  [kCreateEvent](data, type) {
    if (type !== 'message' && type !== 'messageerror') return super[kCreateEvent](data, type);
    return new MessageEvent(type, { data, ports: receivedPorts });
  }

  get [kDetached]() {
    return this.#state.end === undefined;
  }

  [kTransfer]() {
    const moved = new MessagePort(kConstruct, undefined);
    const commit = () => {
      const { end, handle } = this.#state;
      this.unref();
      this.#state.end = undefined;
      binding.closePort(handle);
      stateOfPort(moved).end = end;
      attach(moved, end);
    };
    return { copy: moved, commit, isPort: true };
  }

  [customInspectSymbol](depth, options) {
    const { inspect } = require('internal/util/inspect');
    const view = { active: this.#state.end !== undefined, refed: this.hasRef() };
    return `MessagePort [EventTarget] ${inspect(view, { ...options, depth })}`;
  }
}

makeEnumerable(MessagePort.prototype, [
  'postMessage', 'start', 'close', 'ref', 'unref', 'hasRef',
]);
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');

function attach(port, end) {
  if (end === undefined) return;
  end.port = port;
  const state = stateOfPort(port);
  state.handle = binding.openPort(port, deliverNext, end);
  if (end.inbox[0] === closeNotice) binding.notify(state.handle);
}

function readTransferList(value) {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && typeof value[Symbol.iterator] === 'function') return [...value];
  if (typeof value !== 'object') {
    throw codedTypeError('ERR_INVALID_ARG_TYPE',
      'Optional transferList argument must be an iterable');
  }
  return toTransferList(value.transfer, 'Optional options.transfer argument must be an iterable');
}

function MessageChannel() {
  if (new.target === undefined) {
    throw codedTypeError('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  }
  const first = new End();
  const second = new End();
  first.sibling = second;
  second.sibling = first;
  this.port1 = new MessagePort(kConstruct, first);
  this.port2 = new MessagePort(kConstruct, second);
}

function checkPort(value, name) {
  if (!(value instanceof MessagePort)) throw new ERR_INVALID_ARG_TYPE(name, 'MessagePort', value);
}

class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, init = {}) {
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init;
    super(`${type}`);
    if (source !== null) checkPort(source, 'init.source');
    this.#ports = [...ports];
    this.#ports.forEach((port, i) => checkPort(port, `init.ports[${i}]`));
    this.#data = data;
    this.#origin = `${origin}`;
    this.#lastEventId = `${lastEventId}`;
    this.#source = source;
  }

  get data() { return this.#data; }

  get origin() { return this.#origin; }

  get lastEventId() { return this.#lastEventId; }

  get source() { return this.#source; }

  get ports() { return this.#ports; }
}

module.exports = { MessageChannel, MessageEvent, MessagePort, isMessagePort, receiveNow };
