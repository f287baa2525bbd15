'use strict';

// util.format: printf-like texts.

// internal/util/inspect exports these too, and may be loaded by this module.
exports.format = format;
exports.formatArguments = formatArguments;
exports.formatWithOptions = formatWithOptions;

const { formatBigInt, formatNumber } = require('internal/util/inspect/text');
const { stylizeNoColor } = require('internal/util/inspect/style');
const { builtInNames } = require('internal/util/inspect/names');
const { inspect } = require('internal/util/inspect');
const { kindOf } = require('internal/util/types');
const { getProxyDetails } = internalBinding('util');

const hasOwn = Object.prototype.hasOwnProperty;

// Whether String(value) would only give "[object Object]" or the like.
function hasBuiltInToString(value) {
  let target = value;
  while (kindOf(target) === 'Proxy') {
    target = getProxyDetails(target)[0];
    if (target === null) return true;
  }
  if (typeof target[Symbol.toPrimitive] === 'function' && kindOf(target) !== 'Date') return false;
  if (typeof target.toString !== 'function') return true;
  if (hasOwn.call(target, 'toString')) return false;
  let holder = target;
  do {
    holder = Object.getPrototypeOf(holder);
  } while (!hasOwn.call(holder, 'toString'));
  const descriptor = Object.getOwnPropertyDescriptor(holder, 'constructor');
  return descriptor !== undefined && typeof descriptor.value === 'function' &&
    builtInNames.has(descriptor.value.name);
}

function formatAsString(value, options) {
  switch (typeof value) {
    case 'number': return formatNumber(stylizeNoColor, value, options?.numericSeparator);
    case 'bigint': return formatBigInt(stylizeNoColor, value, options?.numericSeparator);
    case 'object':
      if (value !== null && hasBuiltInToString(value)) {
        return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
      }
      return String(value);
    default: return String(value);
  }
}

function formatAsJson(value) {
  try {
    return `${JSON.stringify(value)}`;
  } catch (error) {
    if (isCircularError(error)) return '[Circular]';
    throw error;
  }
}

function isCircularError(error) {
  return error.name === 'TypeError' && /circular/.test(error.message);
}

function toNumber(value, convert) {
  if (typeof value === 'symbol') return NaN;
  try {
    return convert(value);
  } catch (error) {
    // The engine's own message for an object without methods names a place in memory.
    if (Object.getPrototypeOf(value) !== null) throw error;
    throw new TypeError('Cannot convert object to primitive value');
  }
}

// parseInt that keeps the sign of zero, which the engine's does not.
function toInteger(value) {
  const text = String(value);
  const integer = parseInt(text);
  return integer === 0 && text.trimStart().startsWith('-') ? -0 : integer;
}

function formatAsNumber(value, convert, options) {
  const separator = options?.numericSeparator;
  if (typeof value === 'bigint' && convert !== parseFloat) return formatBigInt(stylizeNoColor, value, separator);
  return formatNumber(stylizeNoColor, toNumber(value, convert), separator);
}

// The text for one directive, or undefined when the letter is none.
function formatDirective(letter, value, options) {
  switch (letter) {
    case 's': return formatAsString(value, options);
    case 'j': return formatAsJson(value);
    case 'd': return formatAsNumber(value, Number, options);
    case 'i': return formatAsNumber(value, toInteger, options);
    case 'f': return formatAsNumber(value, parseFloat, options);
    case 'O': return inspect(value, options);
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'c': return '';
    default: return undefined;
  }
}

// Fills the directives of args[0]. Returns the text and how many arguments went into it.
function fillDirectives(args, options) {
  const template = args[0];
  let used = 1;
  let text = '';
  let last = 0;
  for (let i = template.indexOf('%'); i !== -1 && i + 1 < template.length; i = template.indexOf('%', i)) {
    const letter = template[i + 1];
    if (letter === '%') {
      text += `${template.slice(last, i)}%`;
      last = i + 2;
    } else if (used < args.length) {
      const filled = formatDirective(letter, args[used], options);
      if (filled !== undefined) {
        text += template.slice(last, i) + filled;
        last = i + 2;
        used++;
      }
    }
    i = last > i ? last : i + 1;
  }
  return { text: last === 0 ? template : text + template.slice(last), used };
}

function formatArguments(options, args) {
  const first = args[0];
  let used = 0;
  let text = '';
  if (typeof first === 'string') {
    if (args.length === 1) return first;
    used = 1;
    text = first;
    if (first.includes('%')) ({ text, used } = fillDirectives(args, options));
  }
  for (let i = used; i < args.length; i++) {
    const value = args[i];
    const part = typeof value === 'string' ? value : inspect(value, options);
    text = i === 0 ? part : `${text} ${part}`;
  }
  return text;
}

function format(...args) {
  return formatArguments(undefined, args);
}

function formatWithOptions(options, ...args) {
  if (typeof options !== 'object' || options === null) {
    const { codes } = require('internal/errors');
    throw new codes.ERR_INVALID_ARG_TYPE('inspectOptions', 'Object', options);
  }
  return formatArguments(options, args);
}
