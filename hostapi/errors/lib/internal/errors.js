'use strict';

// Node's errors: `new codes.ERR_X(…)` makes an error with that code and Node's message.
// The constructors are made when they are first asked for, and their messages are loaded with the
// first error: most programs see a handful of errors, or none.

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

// Makes the constructor for one code, of the class Base where the code has several.
function createErrorClass(code, Base) {
  let definition;
  function NodeError(...args) {
    definition ??= define(NodeError, code, Base);
    return definition(args);
  }
  NodeError.HideStackFramesError = NodeError;
  return NodeError;
}

// Finds what a code means, and gives its constructor a prototype. Returns what makes an error of
// the constructor's arguments.
function define(NodeError, code, Base) {
  const messages = require('internal/errors/messages');
  const templates = require('internal/errors/templates');
  if (code in templates.SystemError) return defineSystemError(NodeError, code, templates.SystemError[code]);
  const { writeStackWithCode } = require('internal/errors/stack');
  for (const name in bases) {
    const message = messages[name]?.[code] ?? templates[name]?.[code];
    if (message !== undefined) return defineNodeError(NodeError, code, Base ?? bases[name], message, writeStackWithCode);
  }
  throw new TypeError(`there is no error ${code}`);
}

// message: a template or a function (error, ...args).
function defineNodeError(NodeError, code, Base, message, writeStackWithCode) {
  NodeError.prototype = Object.create(Base.prototype);
  hidden(NodeError.prototype, 'constructor', Base);
  hidden(NodeError.prototype, 'toString', function toString() {
    return `${this.name} [${code}]: ${this.message}`;
  });
  hidden(NodeError.prototype, kIsNodeError, true);
  return (args) => {
    const error = Reflect.construct(Base, [], NodeError);
    error.code = code;
    const text = typeof message === 'string' ? fillTemplate(message, args) : message(error, ...args);
    hidden(error, 'message', text);
    writeStackWithCode(error, Base.name, code);
    return error;
  };
}

function defineSystemError(NodeError, code, prefix) {
  NodeError.prototype = Object.create(SystemError.prototype);
  hidden(NodeError.prototype, 'constructor', SystemError);
  return ([context]) => Reflect.construct(SystemError, [code, prefix, context], NodeError);
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

function createCode(code) {
  if (code === 'ERR_UNHANDLED_REJECTION') {
    return require('internal/errors/unhandled').UnhandledPromiseRejection;
  }
  const NodeError = createErrorClass(code);
  for (const Base of otherClasses[code] ?? []) NodeError[Base.name] = createErrorClass(code, Base);
  return NodeError;
}

const codes = new Proxy(Object.create(null), {
  get(made, code) { return typeof code === 'string' ? made[code] ??= createCode(code) : undefined; },
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

// The frames of this module are never shown, so the functions need no mark.
function hideStackFrames(fn) {
  return fn;
}

function isStackOverflowError(error) {
  return error?.name === 'RangeError' && error.message === 'Maximum call stack size exceeded';
}

module.exports = {
  AbortError,
  SystemError,
  aggregateTwoErrors,
  codes,
  hideStackFrames,
  isStackOverflowError,
};

// forward exports functions of another module, which is loaded when the first of them is read.
function forward(id, names) {
  for (const [name, original] of Object.entries(names)) {
    Object.defineProperty(module.exports, name, { enumerable: true, get() { return require(id)[original]; } });
  }
}

forward('internal/errors/types', { determineSpecificType: 'determineSpecificType', formatList: 'formatList' });
forward('internal/errors/system', {
  ConnResetException: 'connResetException',
  DNSException: 'dnsException',
  ErrnoException: 'errnoException',
  ExceptionWithHostPort: 'exceptionWithHostPort',
  UVException: 'uvException',
  UVExceptionWithHostPort: 'uvExceptionWithHostPort',
  connResetException: 'connResetException',
  dnsException: 'dnsException',
  errnoException: 'errnoException',
  exceptionWithHostPort: 'exceptionWithHostPort',
  uvErrmapGet: 'uvErrmapGet',
  uvErrno: 'uvErrno',
  uvErrorMap: 'uvErrorMap',
  uvErrorName: 'uvErrorName',
  uvException: 'uvException',
  uvExceptionWithHostPort: 'uvExceptionWithHostPort',
});
