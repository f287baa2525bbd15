'use strict';

// The heart of inspect: a value of any kind becomes a text.
//
// The natives tell the kind of an object ("Map", "Error", …) whatever its prototype says;
// describe() finds for each kind the base ("[Function: f]"), the braces and what is inside them.

// Other parts of inspect come back to formatValue, so it is exported before they are loaded.
exports.formatValue = formatValue;

const { getOwnNonIndexProperties, getProxyDetails } = internalBinding('util');
const { kindOf, isModuleNamespaceObject } = require('internal/util/types');

const { formatNumber, formatPrimitive } = require('internal/util/inspect/text');
const { stylizeNoColor } = require('internal/util/inspect/style');
const { layOut } = require('internal/util/inspect/layout');
const names = require('internal/util/inspect/names');
const properties = require('internal/util/inspect/property');
const contents = require('internal/util/inspect/contents');
const { formatError } = require('internal/util/inspect/error');

const { prefix } = names;
const { getKeys, kArrayExtrasType, kObjectType } = properties;
const customInspect = Symbol.for('nodejs.util.inspect.custom');
const hasOwn = Object.prototype.hasOwnProperty;
const isEnumerable = Object.prototype.propertyIsEnumerable;
const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayName = Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag).get;
const typedArrayLength = Object.getOwnPropertyDescriptor(TypedArrayPrototype, 'length').get;

function formatValue(ctx, value, recurseTimes, inTypedArray = false) {
  if (typeof value !== 'object' && typeof value !== 'function') {
    return formatPrimitive(ctx.stylize, value, ctx);
  }
  if (value === null) return ctx.stylize('null', 'null');
  let kind = kindOf(value);
  let target = value;
  if (kind === 'Proxy') {
    const proxy = getProxyDetails(value);
    if (isModuleNamespaceObject(value)) {
      if (ctx.seen.includes(value)) return formatCircular(ctx, value);
      return require('internal/util/inspect/namespace').formatNamespace(ctx, value, recurseTimes);
    }
    if (proxy[0] === null) return ctx.stylize('<Revoked Proxy>', 'special');
    if (ctx.showProxy) return formatProxy(ctx, proxy, recurseTimes);
    target = innermostTarget(proxy[0]);
    if (target === null) return ctx.stylize('<Revoked Proxy>', 'special');
    kind = kindOf(target);
  }
  if (ctx.customInspect) {
    const custom = callCustomInspect(ctx, target, value, recurseTimes);
    if (custom !== undefined) return custom;
  }
  if (ctx.seen.includes(target)) return formatCircular(ctx, target);
  return formatObject(ctx, target, kind, recurseTimes, inTypedArray);
}

// A proxy of a proxy is shown as what is behind both.
function innermostTarget(target) {
  while (kindOf(target) === 'Proxy') {
    target = getProxyDetails(target)[0];
    if (target === null) return null;
  }
  return target;
}

function formatProxy(ctx, proxy, recurseTimes) {
  if (recurseTimes > ctx.depth && ctx.depth !== null) return ctx.stylize('Proxy [Array]', 'special');
  recurseTimes += 1;
  ctx.indentationLvl += 2;
  const output = [
    formatValue(ctx, proxy[0], recurseTimes),
    formatValue(ctx, proxy[1], recurseTimes),
  ];
  ctx.indentationLvl -= 2;
  return layOut(ctx, output, '', ['Proxy [', ']'], true, recurseTimes);
}

// Gives undefined when the object has no inspection of its own, or it returned the object itself.
function callCustomInspect(ctx, target, value, recurseTimes) {
  const custom = target[customInspect];
  if (typeof custom !== 'function' || custom === ctx.inspect) return undefined;
  // A prototype is shown as it is; the method is meant for its instances.
  const { constructor } = target;
  if (constructor && constructor.prototype === target) return undefined;
  const depth = ctx.depth === null ? null : ctx.depth - recurseTimes;
  const isProxy = target !== value;
  const result = Reflect.apply(custom, value, [depth, userOptions(ctx, isProxy), ctx.inspect]);
  if (result === value) return undefined;
  const text = typeof result === 'string' ? result : formatValue(ctx, result, recurseTimes);
  return text.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
}

// The options as a custom inspection gets them: complete, so that they can be handed on.
function userOptions(ctx, withoutPrototype) {
  const options = {
    stylize: ctx.stylize,
    showHidden: ctx.showHidden,
    depth: ctx.depth,
    colors: ctx.colors,
    customInspect: ctx.customInspect,
    showProxy: ctx.showProxy,
    maxArrayLength: ctx.maxArrayLength,
    maxStringLength: ctx.maxStringLength,
    breakLength: ctx.breakLength,
    compact: ctx.compact,
    sorted: ctx.sorted,
    getters: ctx.getters,
    numericSeparator: ctx.numericSeparator,
    ...ctx.userOptions,
  };
  return withoutPrototype ? Object.setPrototypeOf(options, null) : options;
}

function formatCircular(ctx, value) {
  ctx.circular ??= new Map();
  let index = ctx.circular.get(value);
  if (index === undefined) {
    index = ctx.circular.size + 1;
    ctx.circular.set(value, index);
  }
  return ctx.stylize(`[Circular *${index}]`, 'special');
}

// The name of the class of a value. A prototype which leads to no class is itself described.
function constructorName(ctx, value, recurseTimes, inherited) {
  const found = names.findConstructor(value);
  const first = Object.getPrototypeOf(value);
  if (found !== null) {
    if (inherited !== undefined && (first !== found.holder || !names.builtInNames.has(found.name))) {
      properties.addPrototypeProperties(ctx, value, first ?? value, recurseTimes, inherited);
    }
    return found.name;
  }
  if (first === null) return null;
  const name = className(value);
  if (recurseTimes > ctx.depth && ctx.depth !== null) return `${name} <Complex prototype>`;
  const outer = constructorName(ctx, first, recurseTimes + 1, inherited);
  if (outer !== null) return `${name} <${outer}>`;
  const options = { ...userOptions(ctx, false), customInspect: false, depth: -1 };
  return `${name} <${ctx.inspect(first, options)}>`;
}

// The name of the class which an object had when it was made.
function className(value) {
  if (typeof value === 'function') return 'Function';
  const kind = kindOf(value);
  return kind === 'TypedArray' ? Reflect.apply(typedArrayName, value, []) : kind;
}

// Symbol.toStringTag, unless it will be listed as a property anyway.
function toStringTag(ctx, value) {
  const tag = value[Symbol.toStringTag];
  if (typeof tag !== 'string') return '';
  const listed = ctx.showHidden ? hasOwn : isEnumerable;
  return tag !== '' && listed.call(value, Symbol.toStringTag) ? '' : tag;
}

// What is known about an object before its contents are formatted. contents formats what is
// inside apart from the properties: (ctx, value, recurseTimes, braces) => texts. complete is set
// when the whole text is known already.
function createShape(keys) {
  return { base: '', braces: ['{', '}'], keys, contents: undefined, isList: false, complete: undefined };
}

function describeArray(ctx, value, constructor, tag, inherited) {
  const shape = createShape(nonIndexKeys(ctx, value));
  const head = constructor !== 'Array' || tag !== '' ?
    prefix(constructor, tag, 'Array', `(${value.length})`) : '';
  shape.braces = [`${head}[`, ']'];
  shape.isList = true;
  shape.contents = contents.formatArray;
  if (value.length === 0 && shape.keys.length === 0 && inherited === undefined) shape.complete = `${head}[]`;
  return shape;
}

function nonIndexKeys(ctx, value) {
  const keys = getOwnNonIndexProperties(value, ctx.showHidden);
  const symbols = Object.getOwnPropertySymbols(value);
  for (let i = 0; i < symbols.length; i++) {
    if (ctx.showHidden || isEnumerable.call(value, symbols[i])) keys.push(symbols[i]);
  }
  return keys;
}

function describeTypedArray(ctx, value, constructor, tag) {
  const shape = createShape(nonIndexKeys(ctx, value));
  const fallback = constructor === null ? Reflect.apply(typedArrayName, value, []) : '';
  const bound = constructor === null ? new globalThis[fallback](value) : value;
  const length = Reflect.apply(typedArrayLength, value, []);
  const head = prefix(constructor, tag, fallback, `(${length})`);
  shape.braces = [`${head}[`, ']'];
  shape.isList = true;
  shape.contents = (context, ignored, recurseTimes) =>
    contents.formatTypedArray(context, bound, length, recurseTimes);
  if (length === 0 && shape.keys.length === 0 && !ctx.showHidden) shape.complete = `${head}[]`;
  return shape;
}

function describeCollection(ctx, value, kind, constructor, tag, inherited) {
  const shape = createShape(getKeys(value, ctx.showHidden));
  const size = Reflect.apply(kind === 'Map' ? mapSize : setSize, value, []);
  const head = prefix(constructor, tag, kind, `(${size})`);
  shape.braces = [`${head}{`, '}'];
  shape.contents = kind === 'Map' ? contents.formatMap : contents.formatSet;
  if (size === 0 && shape.keys.length === 0 && inherited === undefined) shape.complete = `${head}{}`;
  return shape;
}

function describeIterator(ctx, value, kind, tag) {
  const shape = createShape(getKeys(value, ctx.showHidden));
  const head = tag === kind ? kind : tag === '' ? kind : `${tag}] [${kind}`;
  shape.braces = [`[${head}] {`, '}'];
  shape.contents = contents.formatIterator;
  return shape;
}

// Kinds which are looked at only when the value can be iterated (or has no class at all).
function describeIterable(ctx, value, kind, constructor, tag, inherited) {
  switch (kind) {
    case 'Array': return describeArray(ctx, value, constructor, tag, inherited);
    case 'TypedArray': return describeTypedArray(ctx, value, constructor, tag);
    case 'Map':
    case 'Set': return describeCollection(ctx, value, kind, constructor, tag, inherited);
    case 'Map Iterator':
    case 'Set Iterator': return describeIterator(ctx, value, kind, tag);
    default: return undefined;
  }
}

function describeFunction(shape, value, kind, constructor, tag, isBare, ctx) {
  shape.base = names.functionBase(value, kind, constructor, tag);
  if (isBare) shape.complete = ctx.stylize(shape.base, 'special');
}

// A regular expression without a prototype cannot be asked for its parts by name.
function orphanRegExpText(value) {
  const part = (name) =>
    Reflect.apply(Object.getOwnPropertyDescriptor(RegExp.prototype, name).get, value, []);
  const flags = { global: 'g', ignoreCase: 'i', multiline: 'm', dotAll: 's', unicode: 'u', sticky: 'y' };
  return `/${part('source')}/${Object.keys(flags).map((name) => (part(name) ? flags[name] : '')).join('')}`;
}

function describeRegExp(shape, value, constructor, tag, isBare, ctx, recurseTimes) {
  const head = prefix(constructor, tag, 'RegExp');
  const text = constructor === null ? orphanRegExpText(value) : RegExp.prototype.toString.call(value);
  shape.base = head === 'RegExp ' ? text : head + text;
  const tooDeep = recurseTimes > ctx.depth && ctx.depth !== null;
  if (isBare || tooDeep) shape.complete = ctx.stylize(shape.base, 'regexp');
}

function describeDate(shape, value, constructor, tag, isBare, ctx) {
  const isInvalid = Number.isNaN(Date.prototype.getTime.call(value));
  const text = isInvalid ? Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
  const head = prefix(constructor, tag, 'Date');
  shape.base = head === 'Date ' ? text : head + text;
  if (isBare) shape.complete = ctx.stylize(shape.base, 'date');
}

function describeArrayBuffer(shape, value, kind, constructor, tag, inherited, ctx, inTypedArray) {
  const head = prefix(constructor, tag, kind);
  if (!inTypedArray) shape.contents = contents.formatArrayBuffer;
  else if (shape.keys.length === 0 && inherited === undefined) {
    shape.complete = `${head}{ byteLength: ${formatNumber(ctx.stylize, value.byteLength, false)} }`;
  }
  shape.braces[0] = `${head}{`;
  shape.keys.unshift('byteLength');
}

const opaqueKinds = new Set(['DataView', 'Promise', 'WeakMap', 'WeakSet']);

const unbox = {
  __proto__: null,
  Number: Number.prototype.valueOf,
  String: String.prototype.valueOf,
  Boolean: Boolean.prototype.valueOf,
  BigInt: BigInt.prototype.valueOf,
  Symbol: Symbol.prototype.valueOf,
};

function describeBoxed(shape, value, kind, constructor, tag, inherited, ctx) {
  const primitive = Reflect.apply(unbox[kind], value, []);
  // The characters of a string are properties too.
  if (kind === 'String') shape.keys.splice(0, primitive.length);
  let base = `[${kind}`;
  if (kind !== constructor) base += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  base += `: ${formatPrimitive(stylizeNoColor, primitive, ctx)}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  const isBare = shape.keys.length === 0;
  shape.base = isBare && ctx.stylize !== stylizeNoColor ? ctx.stylize(base, kind.toLowerCase()) : base;
  if (isBare && inherited === undefined) shape.complete = shape.base;
}

function describePlain(shape, value, kind, constructor, tag, isBare) {
  if (kind === 'Arguments' && constructor === 'Object') shape.braces[0] = '[Arguments] {';
  else if (constructor !== 'Object' || tag !== '') shape.braces[0] = `${prefix(constructor, tag, 'Object')}{`;
  if (isBare) shape.complete = `${shape.braces[0]}}`;
}

function describeError(shape, value, constructor, tag, inherited, ctx) {
  shape.base = formatError(ctx, value, constructor, tag, shape.keys);
  if (shape.keys.length === 0 && inherited === undefined) shape.complete = shape.base;
}

// Kinds of which only the contents are special.
function describeOpaque(ctx, shape, value, kind, constructor, tag) {
  shape.braces[0] = `${prefix(constructor, tag, kind)}{`;
  if (kind === 'DataView') shape.keys.unshift('byteLength', 'byteOffset', 'buffer');
  else if (kind === 'Promise') shape.contents = contents.formatPromise;
  else shape.contents = contents.formatWeakCollection;
}

// Everything which is not described as an iterable.
function describeObject(ctx, value, kind, constructor, tag, inherited, recurseTimes, inTypedArray) {
  const shape = createShape(getKeys(value, ctx.showHidden));
  const isBare = shape.keys.length === 0 && inherited === undefined;
  if (typeof value === 'function') {
    describeFunction(shape, value, kind, constructor, tag, isBare, ctx);
  } else if (constructor === 'Object') {
    // Whatever calls itself Object is shown as one.
    describePlain(shape, value, kind, constructor, tag, isBare);
  } else if (kind === 'RegExp') {
    describeRegExp(shape, value, constructor, tag, isBare, ctx, recurseTimes);
  } else if (kind === 'Date') {
    describeDate(shape, value, constructor, tag, isBare, ctx);
  } else if (kind === 'Error' || value instanceof Error) {
    describeError(shape, value, constructor, tag, inherited, ctx);
  } else if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') {
    describeArrayBuffer(shape, value, kind, constructor, tag, inherited, ctx, inTypedArray);
  } else if (opaqueKinds.has(kind)) {
    describeOpaque(ctx, shape, value, kind, constructor, tag);
  } else if (unbox[kind] !== undefined) {
    describeBoxed(shape, value, kind, constructor, tag, inherited, ctx);
  } else {
    describePlain(shape, value, kind, constructor, tag, isBare);
  }
  return shape;
}

function formatEntries(ctx, value, recurseTimes, shape, inherited) {
  const output = shape.contents === undefined ? [] :
    shape.contents(ctx, value, recurseTimes, shape.braces);
  const { keys } = shape;
  const type = shape.isList ? kArrayExtrasType : kObjectType;
  for (let i = 0; i < keys.length; i++) {
    output.push(properties.formatProperty(ctx, value, recurseTimes, keys[i], type));
  }
  if (inherited !== undefined) output.push(...inherited);
  return output;
}

function sortEntries(ctx, output, shape) {
  const compare = ctx.sorted === true ? undefined : ctx.sorted;
  const { length } = shape.keys;
  // The items of a list stay in their order; its other properties are sorted.
  if (!shape.isList) output.sort(compare);
  else if (length > 1) {
    const start = output.length - length;
    output.splice(start, length, ...output.slice(start).sort(compare));
  }
}

// An object to which something inside refers back carries a number.
function markReference(ctx, value, shape) {
  const index = ctx.circular?.get(value);
  if (index === undefined) return;
  const reference = ctx.stylize(`<ref *${index}>`, 'special');
  if (ctx.compact === true) shape.braces[0] = `${reference} ${shape.braces[0]}`;
  else shape.base = shape.base === '' ? reference : `${reference} ${shape.base}`;
}

// Very large results are cut: from here on nothing deeper is shown.
function spendBudget(ctx, text) {
  const spent = (ctx.budget[ctx.indentationLvl] ?? 0) + text.length;
  ctx.budget[ctx.indentationLvl] = spent;
  if (spent > 2 ** 27) ctx.depth = -1;
}

function formatObject(ctx, value, kind, recurseTimes, inTypedArray) {
  const inherited = ctx.showHidden && (recurseTimes <= ctx.depth || ctx.depth === null) ? [] : undefined;
  const constructor = constructorName(ctx, value, recurseTimes, inherited);
  const hasInherited = inherited !== undefined && inherited.length > 0 ? inherited : undefined;
  const tag = toStringTag(ctx, value);
  let shape;
  if (constructor === null || Symbol.iterator in value) {
    shape = describeIterable(ctx, value, kind, constructor, tag, hasInherited);
  }
  shape ??= describeObject(ctx, value, kind, constructor, tag, hasInherited, recurseTimes, inTypedArray);
  if (shape.complete !== undefined) return shape.complete;
  if (recurseTimes > ctx.depth && ctx.depth !== null) {
    const name = prefix(constructor, tag, className(value)).slice(0, -1);
    return ctx.stylize(constructor === null ? name : `[${name}]`, 'special');
  }
  recurseTimes += 1;
  ctx.seen.push(value);
  ctx.currentDepth = recurseTimes;
  const output = formatEntries(ctx, value, recurseTimes, shape, hasInherited);
  markReference(ctx, value, shape);
  ctx.seen.pop();
  if (ctx.sorted) sortEntries(ctx, output, shape);
  const text = layOut(ctx, output, shape.base, shape.braces, shape.isList, recurseTimes, value);
  spendBudget(ctx, text);
  return text;
}
