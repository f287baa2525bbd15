'use strict';

// The module 'console', which is the global console; its property Console makes others.

const { ConsoleState, maxGroupIndentation } = require('internal/console/state');
const { createMethods, methodNames } = require('internal/console/methods');
const { allowsColors, terminalStream } = require('internal/util/terminal');
const { emit } = internalBinding('console');

const kState = Symbol('kState');

function hide(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}

// Gives a console its methods, as properties of its own: they work when they are taken off it.
function addMethods(self, state) {
  const methods = createMethods(self, state);
  for (const name of methodNames) {
    // A subclass may have methods of its own.
    const inherited = self[name];
    self[name] = inherited === undefined || inherited === Console.prototype[name] ? methods[name] :
      inherited.bind(self);
  }
}

function addHiddenProperties(self, state) {
  hide(self, kState, state);
  hide(self, '_stdoutErrorHandler', () => {});
  hide(self, '_stderrErrorHandler', () => {});
  hide(self, '_ignoreErrors', state.ignoreErrors);
  hide(self, '_times', state.times);
  hide(self, Symbol.toStringTag, 'console');
}

function requireStream(stream, name) {
  if (!stream || typeof stream.write !== 'function') {
    const { codes } = require('internal/errors');
    throw new codes.ERR_CONSOLE_WRITABLE_STREAM(name);
  }
}

function readOptions(state, options) {
  const validators = require('internal/validators');
  const { colorMode = 'auto', groupIndentation, ignoreErrors = true, inspectOptions } = options;
  validators.validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) {
    validators.validateInteger(groupIndentation, 'groupIndentation', 0, maxGroupIndentation);
    state.groupIndentation = groupIndentation;
  }
  if (inspectOptions !== undefined) {
    validators.validateObject(inspectOptions, 'options.inspectOptions');
    if (inspectOptions.colors !== undefined && colorMode !== 'auto') {
      const { codes } = require('internal/errors');
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
    }
  }
  Object.assign(state, { colorMode, ignoreErrors, inspectOptions });
}

// new Console({ stdout, stderr, … }) or new Console(stdout, stderr, ignoreErrors)
function Console(options) {
  if (new.target === undefined) return Reflect.construct(Console, arguments);
  const isStream = !options || typeof options.write === 'function';
  const settings = isStream ?
    { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] } : options;
  const { stdout, stderr = stdout } = settings;
  requireStream(stdout, 'stdout');
  requireStream(stderr, 'stderr');
  const streams = { stdout, stderr };
  const state = new ConsoleState((fd) => (fd === 1 ? streams.stdout : streams.stderr));
  readOptions(state, settings);
  hide(this, '_stdout', stdout);
  hide(this, '_stderr', stderr);
  addHiddenProperties(this, state);
  addMethods(this, state);
}

for (const name of methodNames) {
  const method = function(...args) {
    return createMethods(this, this[kState])[name](...args);
  };
  Console.prototype[name] = Object.defineProperty(method, 'name', { value: name });
}

Object.defineProperty(Console, Symbol.hasInstance, {
  value(instance) {
    return typeof instance === 'object' && instance !== null && instance[kState] !== undefined;
  },
});

// The global console looks its streams up when it writes. As long as the program has not come
// near process.stdout, what is written there goes out without that stream being made.
class GlobalState extends ConsoleState {
  streams = [undefined, undefined, undefined];
  stdio = undefined;
  colors = [undefined, undefined, undefined];

  constructor() {
    super((fd) => this.streams[fd] ?? (fd === 1 ? process.stdout : process.stderr));
  }

  isDirect(fd) {
    this.stdio ??= require('internal/process/stdio');
    return this.streams[fd] === undefined && this.stdio.direct(fd);
  }

  hasColors(fd) {
    if (!this.isDirect(fd)) return super.hasColors(fd);
    // Asked once: neither the environment nor the kind of the stream changes behind our back.
    this.colors[fd] ??= allowsColors(terminalStream(fd));
    return this.colors[fd];
  }

  emit(fd, text) {
    if (this.isDirect(fd)) emit(fd, text);
    else super.emit(fd, text);
  }
}

function defineStream(console, state, name, fd) {
  Object.defineProperty(console, name, {
    get() { return state.streamOf(fd); },
    set(stream) { state.streams[fd] = stream; },
    configurable: true,
    enumerable: false,
  });
}

// What only a debugger would answer.
function addDebuggerMethods(console) {
  Object.assign(console, {
    profile() {},
    profileEnd() {},
    timeStamp() {},
    context() { throw missing('console.context'); },
    createTask() { throw missing('console.createTask'); },
  });
}

function missing(name) {
  const { codes } = require('internal/errors');
  return new codes.ERR_METHOD_NOT_IMPLEMENTED(name);
}

function createGlobalConsole() {
  const console = Object.create({});
  const state = new GlobalState();
  addMethods(console, state);
  addHiddenProperties(console, state);
  console.Console = Console;
  addDebuggerMethods(console);
  defineStream(console, state, '_stdout', 1);
  defineStream(console, state, '_stderr', 2);
  return console;
}

module.exports = createGlobalConsole();
