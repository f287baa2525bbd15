'use strict';
// vm: code from text.

const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const {
  validateArray, validateBoolean, validateBuffer, validateInt32, validateObject, validateOneOf, validateString, validateStringArray, validateUint32,
} = require('internal/validators');
const context = require('internal/vm/context');
const modules = internalBinding('modules');

let names = 1; // of contexts without a name

function readOptions(options, name = 'options') {
  if (typeof options === 'string') return { filename: options };
  validateObject(options, name);
  return options;
}

// Script is code that is compiled once and run as often as one likes.
class Script {
  #source;
  #name;
  #importer;

  constructor(code, options = {}) {
    const source = `${code}`;
    options = readOptions(options);
    const { filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false, importModuleDynamically } = options;
    validateString(filename, 'options.filename');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined && !ArrayBuffer.isView(cachedData)) {
      throw new ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], cachedData);
    }
    validateBoolean(produceCachedData, 'options.produceCachedData');
    this.#source = moved(source, lineOffset, columnOffset);
    this.#name = filename;
    this.#importer = importModuleDynamically === undefined ? undefined : (specifier, attributes) => Promise.resolve(importModuleDynamically(specifier, this, attributes ?? {}));
    modules.checkScript(this.#source, filename);
    if (cachedData !== undefined) this.cachedDataRejected = !Buffer.from(cachedData).equals(this.createCachedData());
    if (produceCachedData) {
      this.cachedDataProduced = true;
      this.cachedData = this.createCachedData();
    }
    const map = /[#@] sourceMappingURL=([^\s'"]*)\s*$/.exec(source);
    this.sourceMapURL = map === null ? undefined : map[1];
  }

  // createCachedData returns what recognizes the same source: goja keeps no
  // compiled code.
  createCachedData() {
    return Buffer.from(require('crypto').createHash('sha256').update(this.#source).digest());
  }

  runInThisContext(options) {
    return limited(options, () => modules.evaluate(this.#source, this.#name, this.#importer));
  }

  runInContext(object, options) {
    checkContext(object);
    return limited(options, () => context.run(this.#source, this.#name, object, this.#importer));
  }

  runInNewContext(object, options) { return this.runInContext(createContext(object, contextOptions(options)), options); }
}

// moved puts code where the offsets say.
function moved(source, lines, columns) {
  if (lines <= 0 && columns <= 0) return source;
  return '\n'.repeat(Math.max(lines, 0)) + ' '.repeat(Math.max(columns, 0)) + source;
}

function checkContext(object) {
  if (!isContext(object)) throw new ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', object);
}

// limited runs with the options that say how. The time limit counts in the script's
// own loops and functions, and in those of scripts that it runs.
function limited(options = {}, run) {
  validateObject(options, 'options');
  const { breakOnSigint = false, displayErrors = true, timeout } = options;
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  const { interruptible, withTimeout } = require('internal/vm/limit');
  const limitedRun = timeout === undefined ? run : () => withTimeout(timeout, run);
  return breakOnSigint ? interruptible(limitedRun) : limitedRun();
}

function contextOptions(options) {
  if (!options) return {};
  validateObject(options, 'options');
  if (options.contextName !== undefined) validateString(options.contextName, 'options.contextName');
  if (options.contextOrigin !== undefined) validateString(options.contextOrigin, 'options.contextOrigin');
  if (options.contextCodeGeneration !== undefined) validateObject(options.contextCodeGeneration, 'options.contextCodeGeneration');
  const { contextName, contextOrigin, contextCodeGeneration, microtaskMode } = options;
  return { name: contextName, origin: contextOrigin, codeGeneration: contextCodeGeneration, microtaskMode };
}

function isContext(object) {
  validateObject(object, 'object', { allowArray: true, allowFunction: true });
  return context.contextOf(object) !== undefined;
}

function createContext(object = {}, options = {}) {
  if (isContext(object)) return object;
  validateObject(options, 'options');
  const { name = `VM Context ${names++}`, origin, codeGeneration, microtaskMode } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.codeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  context.make(object);
  return object;
}

function createScript(code, options) { return new Script(code, options); }
function runInContext(code, object, options) {
  checkContext(object);
  options = typeof options === 'string' ? { filename: options } : options;
  return new Script(code, options).runInContext(object, options);
}
function runInNewContext(code, object, options) {
  options = typeof options === 'string' ? { filename: options } : options;
  return runInContext(code, createContext(object, contextOptions(options)), options);
}
function runInThisContext(code, options) {
  options = typeof options === 'string' ? { filename: options } : options;
  return new Script(code, options).runInThisContext(options);
}

// compileFunction makes a function of its body and the names of its
// parameters.
function compileFunction(code, params, options = {}) {
  validateString(code, 'code');
  validateObject(options, 'options');
  if (params !== undefined) validateStringArray(params, 'params');
  const { filename = '', columnOffset = 0, lineOffset = 0, cachedData, produceCachedData = false, parsingContext, contextExtensions = [] } = options;
  validateString(filename, 'options.filename');
  validateInt32(columnOffset, 'options.columnOffset');
  validateInt32(lineOffset, 'options.lineOffset');
  if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
  validateBoolean(produceCachedData, 'options.produceCachedData');
  if (parsingContext !== undefined && (typeof parsingContext !== 'object' || !isContext(parsingContext))) {
    throw new ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  validateArray(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((extension, i) => validateObject(extension, `options.contextExtensions[${i}]`, { nullable: true }));
  const scopes = contextExtensions.slice();
  if (parsingContext) scopes.unshift(context.contextOf(parsingContext).scope);
  const f = modules.compileFunction(moved(code, lineOffset, columnOffset), filename, (params || []).join(', '), scopes.length);
  const result = scopes.length > 0 ? f(...scopes) : f;
  Object.defineProperty(result, 'name', { value: '', configurable: true });
  return result;
}

function measureMemory() { return Promise.reject(new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('vm.measureMemory()')); }

const constants = Object.freeze(Object.assign(Object.create(null), { USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default') }));

module.exports = {
  Script, createContext, createScript, runInContext, runInNewContext, runInThisContext, isContext, compileFunction, measureMemory, constants,
};
