'use strict';

// The module 'util'.

const { codes, errnoException, exceptionWithHostPort } = require('internal/errors');
const { validateNumber, validateString } = require('internal/validators');
const inspection = require('internal/util/inspect');
const { deprecate, getSystemErrorMap, getSystemErrorName: systemErrorName, isError,
  promisify } = require('internal/util');
const types = require('util/types');

// What few programs use is loaded when it is called.

function callbackify(original) {
  return require('internal/util/callbackify').callbackify(original);
}

function debuglog(set, cb) {
  return require('internal/util/debuglog').debuglog(set, cb);
}

function styleText(format, text, options) {
  return require('internal/util/style_text').styleText(format, text, options);
}

function isDeepStrictEqual(left, right) {
  return require('internal/util/comparisons').isDeepStrictEqual(left, right);
}

function parseEnv(content) {
  return require('internal/util/parse_env').parseEnv(content);
}

function parseArgs(...args) {
  return require('internal/util/parse_args').parseArgs(...args);
}

function getSystemErrorName(err) {
  validateNumber(err, 'err');
  if (err >= 0 || !Number.isSafeInteger(err)) {
    throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', err);
  }
  return systemErrorName(err);
}

function inherits(ctor, superCtor) {
  if (ctor == null) throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor == null) throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  Object.defineProperty(ctor, 'super_', {
    value: superCtor, writable: true, configurable: true,
  });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  for (const key of Object.keys(source)) target[key] = source[key];
  return target;
}

const loneSurrogates = /[\ud800-\udfff]/;

function toUSVString(input) {
  const text = `${input}`;
  if (!loneSurrogates.test(text)) return text;
  let result = '';
  for (const character of text) result += isLone(character) ? '\ufffd' : character;
  return result;
}

function isLone(character) {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0xd800 && code <= 0xdfff;
}

function stripVTControlCharacters(str) {
  validateString(str, 'str');
  return inspection.stripVTControlCharacters(str);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function timestamp() {
  const now = new Date();
  const pad = (number) => `${number}`.padStart(2, '0');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(pad).join(':');
  return `${now.getDate()} ${months[now.getMonth()]} ${time}`;
}

function log(...args) {
  console.log('%s - %s', timestamp(), inspection.format(...args));
}

// The promise is fulfilled when the signal is aborted. It does not keep the signal alive.
async function aborted(signal, resource) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  const { validateAbortSignal, validateObject, kValidateObjectAllowObjects } =
    require('internal/validators');
  validateAbortSignal(signal, 'signal');
  validateObject(resource, 'resource', kValidateObjectAllowObjects);
  if (signal.aborted) return Promise.resolve(); // as late as in Node
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function transferableAbortSignal(signal) {
  return require('internal/abort_controller').transferableAbortSignal(signal);
}

function transferableAbortController() {
  return require('internal/abort_controller').transferableAbortController();
}

function isPrimitive(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

module.exports = {
  _errnoException: errnoException,
  _exceptionWithHostPort: exceptionWithHostPort,
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format: inspection.format,
  styleText,
  formatWithOptions: inspection.formatWithOptions,
  getSystemErrorMap,
  getSystemErrorName,
  inherits,
  inspect: inspection.inspect,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => require('buffer').Buffer.isBuffer(value),
  isDeepStrictEqual,
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: types.isRegExp,
  isObject: (value) => value !== null && typeof value === 'object',
  isDate: types.isDate,
  isError,
  isFunction: (value) => typeof value === 'function',
  isPrimitive,
  log,
  promisify,
  stripVTControlCharacters,
  toUSVString,
  transferableAbortSignal,
  transferableAbortController,
  aborted,
  types,
  parseEnv,
  parseArgs,
  get TextDecoder() { return globalThis.TextDecoder; },
  get TextEncoder() { return globalThis.TextEncoder; },
  get MIMEType() { return require('internal/util/mime').MIMEType; },
  get MIMEParams() { return require('internal/util/mime').MIMEParams; },
};
