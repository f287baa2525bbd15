'use strict';
// V8's interface to stacks: Error.captureStackTrace, Error.stackTraceLimit and
// Error.prepareStackTrace with call sites, made from goja's stack text.

const frameText = /^\s*at (?:(.*) \()?(.*?)(?::(\d+):(\d+))?(?:\(\d+\))?\)?$/;

class CallSite {
  #name;
  #file;
  #line;
  #column;
  constructor(name, file, line, column) {
    this.#name = name;
    this.#file = file;
    this.#line = line;
    this.#column = column;
  }
  getThis() { return undefined; }
  getTypeName() { return null; }
  getFunction() { return undefined; }
  getFunctionName() { return this.#name || null; }
  getMethodName() { return null; }
  getFileName() { return this.#file; }
  getLineNumber() { return this.#line; }
  getColumnNumber() { return this.#column; }
  getEvalOrigin() { return undefined; }
  getScriptNameOrSourceURL() { return this.#file; }
  getScriptHash() { return ''; }
  getPosition() { return 0; }
  getEnclosingLineNumber() { return this.#line; }
  getEnclosingColumnNumber() { return this.#column; }
  getPromiseIndex() { return null; }
  isToplevel() { return true; }
  isEval() { return this.#file === '<eval>'; }
  isNative() { return this.#line === null; }
  isConstructor() { return false; }
  isAsync() { return false; }
  isPromiseAll() { return false; }
  toString() {
    const place = this.#line === null ? 'native' : `${this.#file}:${this.#line}:${this.#column}`;
    return this.#name ? `${this.#name} (${place})` : place;
  }
}

// sites returns the call sites of the current stack, without those of the
// functions up to `above`.
function sites(above) {
  const limit = Error.stackTraceLimit;
  if (typeof limit !== 'number') return [];
  const frames = new Error().stack.split('\n').slice(1).filter(Boolean).map(site);
  let first = 2; // this function and captureStackTrace
  if (typeof above === 'function') {
    const at = frames.findIndex((frame, i) => i >= first && frame.getFunctionName() === above.name);
    first = at < 0 ? frames.length : at + 1;
  }
  return frames.slice(first, first + limit);
}

function site(line) {
  const [, name, file, row, column] = frameText.exec(line) || [];
  if (row === undefined) return new CallSite(name || file, name ? file : null, null, null);
  return new CallSite(name, file, +row, +column);
}

function header(target) {
  const name = target.name === undefined ? 'Error' : String(target.name);
  const message = target.message === undefined ? '' : String(target.message);
  return name && message ? `${name}: ${message}` : name || message;
}

function captureStackTrace(target, above) {
  if (target === null || (typeof target !== 'object' && typeof target !== 'function')) {
    throw new TypeError(`Invalid argument`);
  }
  const stack = sites(above);
  const prepare = Error.prepareStackTrace;
  const value = typeof prepare === 'function' ? prepare(target, stack) :
    [header(target), ...stack.map((frame) => `    at ${frame}`)].join('\n');
  Object.defineProperty(target, 'stack', { value, writable: true, configurable: true, enumerable: false });
}

function install() {
  Object.defineProperty(Error, 'captureStackTrace',
    { value: captureStackTrace, writable: true, configurable: true, enumerable: false });
  Error.stackTraceLimit = 10;
}

module.exports = { install };
