'use strict';

// Node's errors: `new codes.ERR_X(…)` makes an error with that code and Node's message.
// The constructors are made when they are first asked for; most programs see a handful of them.

const { writeStackWithCode } = require('internal/errors/stack');
const { determineSpecificType, formatList } = require('internal/errors/types');
const system = require('internal/errors/system');

const kIsNodeError = Symbol('kIsNodeError');
const bases = { Error, TypeError, RangeError, SyntaxError, URIError };

// Codes which can be made as an error of another class too: new codes.ERR_X.RangeError(…).
const otherClasses = {
  ERR_HTTP2_INVALID_SETTING_VALUE: [RangeError],
  ERR_INVALID_ARG_VALUE: [RangeError],
  ERR_INVALID_RETURN_VALUE: [RangeError],
  ERR_INVALID_STATE: [TypeError, RangeError],
  ERR_OPERATION_FAILED: [TypeError],
};

let inspectModule;

function fillTemplate(template, args) {
  if (args.length === 0) return template;
  if (args.length === 1 && typeof args[0] === 'string') {
    return template.replace('%s', () => args[0]);
  }
  inspectModule ??= require('internal/util/inspect');
  return inspectModule.format(template, ...args);
}

function hidden(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}

// Makes the constructor for one code. message: a template or a function (error, ...args).
function createErrorClass(Base, code, message) {
  function NodeError(...args) {
    const error = Reflect.construct(Base, [], NodeError);
    error.code = code;
    const text = typeof message === 'string' ? fillTemplate(message, args) : message(error, ...args);
    hidden(error, 'message', text);
    writeStackWithCode(error, Base.name, code);
    return error;
  }
  NodeError.prototype = Object.create(Base.prototype);
  hidden(NodeError.prototype, 'constructor', Base);
  hidden(NodeError.prototype, 'toString', function toString() {
    return `${this.name} [${code}]: ${this.message}`;
  });
  hidden(NodeError.prototype, kIsNodeError, true);
  NodeError.HideStackFramesError = NodeError;
  return NodeError;
}

// A failure of the operating system as some modules report it: { errno, code, message, syscall, path, dest }.
class SystemError extends Error {
  constructor(code, prefix, context) {
    let message = `${prefix}: ${context.syscall} returned ${context.code} (${context.message})`;
    if (context.path !== undefined) message += ` ${context.path}`;
    if (context.dest !== undefined) message += ` => ${context.dest}`;
    super();
    this.code = code;
    hidden(this, 'name', `SystemError [${code}]`);
    hidden(this, 'message', message);
    void this.stack; // written when it is first read: now, with the code
    this.name = 'SystemError';
    Object.defineProperty(this, 'info', {
      value: context, writable: false, enumerable: true, configurable: true,
    });
    hidden(this, kIsNodeError, true);
    this.#mirror('errno');
    this.#mirror('syscall');
    if (context.path !== undefined) this.#mirror('path');
    if (context.dest !== undefined) this.#mirror('dest');
  }

  // These properties show, and write, what stands in info.
  #mirror(key) {
    Object.defineProperty(this, key, {
      get() { return this.info[key]; },
      set(value) { this.info[key] = value; },
      enumerable: true,
      configurable: true,
    });
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

function createSystemErrorClass(code, prefix) {
  function NodeSystemError(context) {
    return Reflect.construct(SystemError, [code, prefix, context], NodeSystemError);
  }
  NodeSystemError.prototype = Object.create(SystemError.prototype);
  hidden(NodeSystemError.prototype, 'constructor', SystemError);
  NodeSystemError.HideStackFramesError = NodeSystemError;
  return NodeSystemError;
}

function addOtherClasses(NodeError, code, message) {
  for (const Base of otherClasses[code] ?? []) {
    NodeError[Base.name] = createErrorClass(Base, code, message);
  }
  return NodeError;
}

function createCode(code) {
  if (code === 'ERR_UNHANDLED_REJECTION') {
    return require('internal/errors/unhandled').UnhandledPromiseRejection;
  }
  const messages = require('internal/errors/messages');
  const templates = require('internal/errors/templates');
  if (code in templates.SystemError) return createSystemErrorClass(code, templates.SystemError[code]);
  for (const name in bases) {
    const message = messages[name]?.[code] ?? templates[name]?.[code];
    if (message !== undefined) {
      return addOtherClasses(createErrorClass(bases[name], code, message), code, message);
    }
  }
  return undefined;
}

const codes = new Proxy(Object.create(null), {
  get(made, code) {
    const known = made[code];
    if (known !== undefined || typeof code !== 'string') return known;
    const NodeError = createCode(code);
    if (NodeError !== undefined) made[code] = NodeError;
    return NodeError;
  },
});

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

// Joins an error which happened while another was being handled.
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const error = new AggregateError([outer, inner], outer.message);
  error.code = outer.code;
  return error;
}

// An error in any realm, or something which looks enough like one to be shown as one.
function isErrorLike(value) {
  return typeof value === 'object' && value !== null &&
    Object.prototype.hasOwnProperty.call(value, 'stack');
}

// The frames of this module are never shown, so the functions need no mark.
function hideStackFrames(fn) {
  return fn;
}

function isStackOverflowError(error) {
  return error?.name === 'RangeError' && error.message === 'Maximum call stack size exceeded';
}

// A plain error with a code and more properties.
function genericNodeError(message, properties) {
  return Object.assign(new Error(message), properties);
}

module.exports = {
  AbortError,
  ConnResetException: system.connResetException,
  DNSException: system.dnsException,
  ErrnoException: system.errnoException,
  ExceptionWithHostPort: system.exceptionWithHostPort,
  SystemError,
  UVException: system.uvException,
  UVExceptionWithHostPort: system.uvExceptionWithHostPort,
  aggregateTwoErrors,
  codes,
  connResetException: system.connResetException,
  determineSpecificType,
  dnsException: system.dnsException,
  errnoException: system.errnoException,
  exceptionWithHostPort: system.exceptionWithHostPort,
  formatList,
  genericNodeError,
  hideStackFrames,
  isErrorLike,
  isStackOverflowError,
  kIsNodeError,
  uvErrmapGet: system.uvErrmapGet,
  uvErrno: system.uvErrno,
  uvErrorMap: system.uvErrorMap,
  uvErrorName: system.uvErrorName,
  uvException: system.uvException,
  uvExceptionWithHostPort: system.uvExceptionWithHostPort,
};
