'use strict';
// How a program ends, and what happens to errors that nobody caught.

const binding = internalBinding('process');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET } } = require('internal/errors');
const { validateInteger } = require('internal/validators');

let exiting = false;
let capture = null;

function setCaptureCallback(fn) {
  if (fn === null) { capture = null; return; }
  if (typeof fn !== 'function') throw new ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], fn);
  if (capture !== null) throw new ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  capture = fn;
}
function hasCaptureCallback() { return capture !== null; }

// toCode turns process.exitCode or an argument of process.exit into a number.
function toCode(code, otherwise) {
  if (code === undefined || code === null) return otherwise;
  const number = +code;
  return Number.isInteger(number) ? number & 0xff : otherwise;
}

// exitCode is the accessor of process.exitCode.
let chosen;
const exitCode = {
  get() { return chosen; },
  set(code) {
    if (code !== null && code !== undefined) {
      let number = code;
      if (typeof code === 'string' && code !== '' && Number.isInteger(+code)) number = +code;
      validateInteger(number, 'code');
    }
    chosen = code;
  },
};

function exit(code) {
  if (arguments.length > 0 && code !== undefined) process.exitCode = code;
  emitExit();
  binding.exit(toCode(process.exitCode, 0));
}

function emitExit() {
  if (exiting) return;
  exiting = true;
  process._exiting = true;
  process.emit('exit', toCode(process.exitCode, 0));
}

// onUncaught is called by the loop with an error that left a callback. It
// returns when the program handled it.
function onUncaught(error, origin) {
  try {
    handleUncaught(error, origin);
  } catch (second) {
    // A handler failed: no further handler is asked.
    binding.emit(2, require('internal/process/report').uncaught(second, origin));
    binding.exit(handlerFailed);
  }
}

// handlerFailed is Node's exit code for an error in a handler of errors.
const handlerFailed = 7;

function handleUncaught(error, origin) {
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (capture !== null) {
    capture(error);
    return;
  }
  if (process.listenerCount('uncaughtException') > 0) {
    process.emit('uncaughtException', error, origin);
    return;
  }
  die(error, origin);
}

function describe(error) {
  try {
    return String((error && error.stack) || error);
  } catch {
    return 'error that cannot be printed';
  }
}

// die prints an error that nobody handled and ends the program with code 1.
function die(error, origin) {
  try {
    binding.emit(2, require('internal/process/report').uncaught(error, origin));
  } catch (second) {
    binding.emit(2, `Uncaught ${describe(error)}\n(and printing it failed: ${describe(second)})\n`);
  }
  try {
    if (!exiting) {
      exiting = true;
      process._exiting = true;
      process.exitCode = 1; // a handler of exit may choose another
      process.emit('exit', 1);
    }
  } finally {
    binding.exit(toCode(process.exitCode, 1));
  }
}

function mode() {
  return require('internal/options').option('--unhandled-rejections') || 'throw';
}

// emitRejection tells the program of a rejection; domains have their own way.
let emitRejection = (reason, promise) => process.emit('unhandledRejection', reason, promise);
function setRejectionEmitter(emit) { emitRejection = emit; }

let nextRejection = 1;
const numbers = new WeakMap(); // of rejections that the program was told of

// onRejection is called by the loop when a rejection stayed unhandled, and
// when one that was reported got a handler after all.
function onRejection(kind, promise, reason) {
  if (kind === 'rejectionHandled') {
    if (!process.emit('rejectionHandled', promise)) warnOfHandler(numbers.get(promise));
    return;
  }
  numbers.set(promise, nextRejection++);
  const handlers = {
    strict() {
      onUncaught(wrap(reason), 'unhandledRejection');
      if (!emitRejection(reason, promise)) warn(promise, reason);
    },
    throw() {
      if (!emitRejection(reason, promise)) onUncaught(wrap(reason), 'unhandledRejection');
    },
    warn() {
      emitRejection(reason, promise);
      warn(promise, reason);
    },
    none() { emitRejection(reason, promise); },
    'warn-with-error-code'() {
      if (emitRejection(reason, promise)) return;
      warn(promise, reason);
      process.exitCode = 1;
    },
  };
  (handlers[mode()] || handlers.throw)();
}

// wrap gives a rejection that is no Error the error that Node throws for it.
function wrap(reason) {
  if (reason instanceof Error) return reason;
  const { codes: { ERR_UNHANDLED_REJECTION } } = require('internal/errors');
  return new ERR_UNHANDLED_REJECTION(reason);
}

function warnOfHandler(id) {
  const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${id})`);
  warning.name = 'PromiseRejectionHandledWarning';
  warning.id = id;
  process.emitWarning(warning);
}

function warn(promise, reason) {
  const id = numbers.get(promise);
  const text = reason instanceof Error ? reason.stack : require('util').inspect(reason);
  process.emitWarning(text, 'UnhandledPromiseRejectionWarning');
  process.emitWarning('Unhandled promise rejection. This error originated either by throwing inside of an async function ' +
    'without a catch block, or by rejecting a promise which was not handled with .catch(). To terminate the node process ' +
    'on unhandled promise rejection, use the CLI flag `--unhandled-rejections=strict` (see ' +
    `https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${id})`, 'UnhandledPromiseRejectionWarning');
}

function onBeforeExit() { process.emit('beforeExit', toCode(process.exitCode, 0)); }

// unsettledMain is Node's exit code for a main module that waits for ever.
const unsettledMain = 13;

function onExit() {
  if (process.exitCode === undefined && binding.mainPending()) {
    process.exitCode = unsettledMain;
    binding.emit(2, 'Warning: Detected unsettled top-level await\n');
  }
  emitExit();
  binding.setExitCode(toCode(process.exitCode, 0));
}

module.exports = {
  exit, exitCode, onUncaught, onRejection, setCaptureCallback, hasCaptureCallback, setRejectionEmitter,
  install() {
    const { restart } = require('internal/process/restart');
    binding.setHooks(onUncaught, onRejection, onBeforeExit, onExit, restart);
  },
};
