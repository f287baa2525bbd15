'use strict';

// The properties of an object: which are shown, and how.

const { escape, isIdentifier, quote } = internalBinding('util');
const { formatPrimitive, getStringWidth } = require('internal/util/inspect/text');
const { builtInNames } = require('internal/util/inspect/names');
const core = require('internal/util/inspect/value');

const hasOwn = Object.prototype.hasOwnProperty;
const isEnumerable = Object.prototype.propertyIsEnumerable;

// What stands around a property decides how it is written.
const kObjectType = 0; // key: value
const kArrayType = 1; // value
const kArrayExtrasType = 2; // key: value, in an array

// The engine lists the prototype of a function before its length and name.
function ownNames(value) {
  const names = Object.getOwnPropertyNames(value);
  if (typeof value !== 'function' || names[0] !== 'prototype') return names;
  return ['length', 'name', ...names.filter((name) => name !== 'length' && name !== 'name')]
    .filter((name) => hasOwn.call(value, name));
}

function getKeys(value, showHidden) {
  const symbols = Object.getOwnPropertySymbols(value);
  if (showHidden) {
    const names = ownNames(value);
    return symbols.length === 0 ? names : names.concat(symbols);
  }
  const keys = Object.keys(value);
  for (let i = 0; i < symbols.length; i++) {
    if (isEnumerable.call(value, symbols[i])) keys.push(symbols[i]);
  }
  return keys;
}

function formatKey(ctx, key, descriptor) {
  if (typeof key === 'symbol') {
    return `[${ctx.stylize(escape(Symbol.prototype.toString.call(key)), 'symbol')}]`;
  }
  if (key === '__proto__') return "['__proto__']";
  if (descriptor.enumerable === false) return `[${escape(key)}]`;
  if (isIdentifier(key)) return ctx.stylize(key, 'name');
  return ctx.stylize(quote(key), 'string');
}

function callsGetter(ctx, descriptor) {
  return ctx.getters === true || (ctx.getters === 'get' && descriptor.set === undefined) ||
    (ctx.getters === 'set' && descriptor.set !== undefined);
}

function formatGetterValue(ctx, descriptor, label, original, recurseTimes) {
  const { stylize } = ctx;
  const open = stylize(`[${label}:`, 'special');
  const close = stylize(']', 'special');
  try {
    const value = Reflect.apply(descriptor.get, original, []);
    ctx.indentationLvl += 2;
    let text;
    if (value === null) text = `${open} ${stylize('null', 'null')}${close}`;
    else if (typeof value === 'object') {
      text = `${stylize(`[${label}]`, 'special')} ${core.formatValue(ctx, value, recurseTimes)}`;
    } else text = `${open} ${formatPrimitive(stylize, value, ctx)}${close}`;
    ctx.indentationLvl -= 2;
    return text;
  } catch (error) {
    return `${open} <Inspection threw (${error.message})>${close}`;
  }
}

function formatAccessor(ctx, descriptor, original, recurseTimes) {
  if (descriptor.get === undefined) {
    return descriptor.set === undefined ? ctx.stylize('undefined', 'undefined') :
      ctx.stylize('[Setter]', 'special');
  }
  const label = descriptor.set === undefined ? 'Getter' : 'Getter/Setter';
  if (callsGetter(ctx, descriptor)) {
    return formatGetterValue(ctx, descriptor, label, original, recurseTimes);
  }
  return ctx.stylize(`[${label}]`, 'special');
}

function formatProperty(ctx, value, recurseTimes, key, type, descriptor = undefined, original = value) {
  descriptor ??= Object.getOwnPropertyDescriptor(value, key) ??
    { value: value[key], configurable: true, enumerable: true };
  let text;
  let separator = ' ';
  if (descriptor.value !== undefined) {
    const deeper = ctx.compact !== true || type !== kObjectType ? 2 : 3;
    ctx.indentationLvl += deeper;
    text = core.formatValue(ctx, descriptor.value, recurseTimes);
    if (deeper === 3 && ctx.breakLength < getStringWidth(text, ctx.colors)) {
      separator = `\n${' '.repeat(ctx.indentationLvl)}`;
    }
    ctx.indentationLvl -= deeper;
  } else {
    text = formatAccessor(ctx, descriptor, original, recurseTimes);
  }
  return type === kArrayType ? text : `${formatKey(ctx, key, descriptor)}:${separator}${text}`;
}

// Stops where the classes of the language begin.
function isBuiltInPrototype(object) {
  const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
  return descriptor !== undefined && typeof descriptor.value === 'function' &&
    builtInNames.has(descriptor.value.name);
}

function formatInherited(ctx, main, object, recurseTimes, shadowed, keys, output) {
  ctx.seen.push(main);
  for (const key of keys) {
    if (key === 'constructor' || hasOwn.call(main, key) || shadowed.has(key)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(object, key);
    if (typeof descriptor.value === 'function') continue;
    const text = formatProperty(ctx, object, recurseTimes, key, kObjectType, descriptor, main);
    // Inherited properties are dimmed.
    output.push(ctx.colors ? `\u001b[2m${text}\u001b[22m` : text);
  }
  ctx.seen.pop();
}

// showHidden lists properties of the nearest three prototypes which are not of the language.
function addPrototypeProperties(ctx, main, holder, recurseTimes, output) {
  const shadowed = new Set();
  let object = holder;
  for (let depth = 0; depth < 3; depth++) {
    if (depth !== 0 || main === object) {
      object = Object.getPrototypeOf(object);
      if (object === null || isBuiltInPrototype(object)) return;
    }
    const keys = Reflect.ownKeys(object);
    formatInherited(ctx, main, object, recurseTimes, shadowed, keys, output);
    for (const key of keys) shadowed.add(key);
  }
}

module.exports = {
  addPrototypeProperties,
  formatProperty,
  getKeys,
  kArrayExtrasType,
  kArrayType,
  kObjectType,
};
