'use strict';

// Emission: what EventEmitter.prototype.emit does, and the same for callers inside the core which
// know how many arguments they have. emit() pays for an array of its arguments at every call, which
// is most of its price; emitNone() and emitOne() do not, and step aside when a program has replaced
// emit on the emitter or on a class of it.
//
// A list of listeners is never changed in place except by appending to it, so that a loop up to the
// length it had at first is the snapshot which Node's emit takes.

const kCapture = Symbol('kCapture');
const kRejection = Symbol.for('nodejs.rejection');
const kErrorMonitor = Symbol('events.errorMonitor');

function emitCaptured(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  // Without the capture, or a rejecting 'error' listener would bring itself back for ever.
  const previous = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = previous;
  }
}

// Follows what a listener returned, when the emitter was made with captureRejections.
function captureRejection(emitter, result, type, args) {
  try {
    const { then } = result;
    if (typeof then === 'function') {
      then.call(result, undefined, function(error) {
        process.nextTick(emitCaptured, emitter, error, type, args);
      });
    }
  } catch (error) {
    emitter.emit('error', error);
  }
}

// What emit('error') does when there is no listener for it.
function throwUnhandled(error) {
  if (error instanceof Error) throw error;
  let text;
  try {
    text = require('internal/util/inspect').inspect(error);
  } catch {
    text = error;
  }
  const { ERR_UNHANDLED_ERROR } = require('internal/errors').codes;
  const unhandled = new ERR_UNHANDLED_ERROR(text);
  unhandled.context = error;
  throw unhandled;
}

function call(emitter, listener, args) {
  switch (args.length) {
    case 0: return listener.call(emitter);
    case 1: return listener.call(emitter, args[0]);
    case 2: return listener.call(emitter, args[0], args[1]);
    case 3: return listener.call(emitter, args[0], args[1], args[2]);
    default: return listener.apply(emitter, args);
  }
}

function callAll(emitter, listeners, type, args) {
  const count = listeners.length;
  for (let i = 0; i < count; i++) {
    const result = call(emitter, listeners[i], args);
    if (result !== undefined && result !== null && emitter[kCapture]) {
      captureRejection(emitter, result, type, args);
    }
  }
}

// The emitter's share of emit('error'): the monitors, then the throw when nobody listens.
function beforeError(emitter, events, args) {
  if (events !== undefined) {
    if (events[kErrorMonitor] !== undefined) emitter.emit(kErrorMonitor, ...args);
    if (events.error !== undefined) return;
  }
  throwUnhandled(args[0]);
}

function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') beforeError(this, events, args);
  else if (events === undefined) return false;
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler !== 'function') {
    callAll(this, handler, type, args);
    return true;
  }
  let result;
  switch (args.length) {
    case 0: result = handler.call(this); break;
    case 1: result = handler.call(this, args[0]); break;
    case 2: result = handler.call(this, args[0], args[1]); break;
    default: result = handler.apply(this, args);
  }
  if (result !== undefined && result !== null && this[kCapture]) {
    captureRejection(this, result, type, args);
  }
  return true;
}

// emitter.emit(type) for any type but 'error'.
function emitNone(emitter, type) {
  if (emitter.emit !== emit) return emitter.emit(type);
  const handler = emitter._events?.[type];
  if (handler === undefined) return false;
  if (typeof handler !== 'function') {
    callAll(emitter, handler, type, []);
    return true;
  }
  const result = handler.call(emitter);
  if (result !== undefined && result !== null && emitter[kCapture]) {
    captureRejection(emitter, result, type, []);
  }
  return true;
}

// emitter.emit(type, argument) for any type but 'error'.
function emitOne(emitter, type, argument) {
  if (emitter.emit !== emit) return emitter.emit(type, argument);
  const handler = emitter._events?.[type];
  if (handler === undefined) return false;
  if (typeof handler !== 'function') {
    callAll(emitter, handler, type, [argument]);
    return true;
  }
  const result = handler.call(emitter, argument);
  if (result !== undefined && result !== null && emitter[kCapture]) {
    captureRejection(emitter, result, type, [argument]);
  }
  return true;
}

module.exports = { emit, emitNone, emitOne, kCapture, kErrorMonitor, kRejection };
