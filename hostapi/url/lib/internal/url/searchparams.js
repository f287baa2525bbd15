'use strict';

// URLSearchParams: names and values in turn, in one array.

const {
  codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_THIS, ERR_INVALID_TUPLE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateFunction } = require('internal/validators');
const { parseForm, serializeForm, wellFormed } = internalBinding('url');

// Lone surrogates become U+FFFD.
function toText(value) {
  return wellFormed(`${value}`);
}

function listFromIterable(pairs, iterator) {
  if (typeof iterator !== 'function') throw new ERR_ARG_NOT_ITERABLE('Query pairs');
  const list = [];
  for (const pair of pairs) {
    if (pair == null) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    const isIterable = (typeof pair === 'object' || typeof pair === 'function') &&
      typeof pair[Symbol.iterator] === 'function';
    if (!isIterable) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    const items = Array.isArray(pair) ? pair : [...pair];
    if (items.length !== 2) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    list.push(toText(items[0]), toText(items[1]));
  }
  return list;
}

function listFromRecord(record) {
  const values = new Map();
  for (const key of Reflect.ownKeys(record)) {
    const property = Reflect.getOwnPropertyDescriptor(record, key);
    if (property === undefined || !property.enumerable) continue;
    values.set(toText(key), toText(record[key]));
  }
  const list = [];
  for (const [name, value] of values) list.push(name, value);
  return list;
}

function listFrom(init) {
  if (init === undefined || init === null) return [];
  if (typeof init !== 'object' && typeof init !== 'function') {
    const text = `${init}`;
    return parseForm(text[0] === '?' ? text.slice(1) : text);
  }
  const iterator = init[Symbol.iterator];
  if (iterator === URLSearchParams.prototype[Symbol.iterator] && isParams(init)) return listOf(init).slice();
  return iterator === null || iterator === undefined ? listFromRecord(init) : listFromIterable(init, iterator);
}

let isParams;
let listOf;
let makeFor;
let replaceList;

class URLSearchParams {
  #list;
  // Told about each change: the URL that these parameters belong to.
  #changed = undefined;

  static {
    isParams = (value) => value !== null && typeof value === 'object' && #list in value;
    listOf = (params) => params.#list;
    makeFor = (search, changed) => {
      const params = new URLSearchParams(search);
      params.#changed = changed;
      return params;
    };
    replaceList = (params, search) => { params.#list = listFrom(search); };
  }

  constructor(init = undefined) {
    this.#list = listFrom(init);
  }

  static #check(value) {
    if (!isParams(value)) throw new ERR_INVALID_THIS('URLSearchParams');
  }

  get size() {
    URLSearchParams.#check(this);
    return this.#list.length / 2;
  }

  append(name, value) {
    URLSearchParams.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    this.#list.push(toText(name), toText(value));
    this.#changed?.(this);
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    const wanted = toText(name);
    const wantedValue = value === undefined ? undefined : toText(value);
    const list = this.#list;
    let kept = 0;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === wanted && (wantedValue === undefined || list[i + 1] === wantedValue)) continue;
      list[kept++] = list[i];
      list[kept++] = list[i + 1];
    }
    list.length = kept;
    this.#changed?.(this);
  }

  get(name) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    const wanted = toText(name);
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === wanted) return list[i + 1];
    }
    return null;
  }

  getAll(name) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    const wanted = toText(name);
    const list = this.#list;
    const values = [];
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === wanted) values.push(list[i + 1]);
    }
    return values;
  }

  has(name, value = undefined) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    const wanted = toText(name);
    const wantedValue = value === undefined ? undefined : toText(value);
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === wanted && (wantedValue === undefined || list[i + 1] === wantedValue)) return true;
    }
    return false;
  }

  // The first pair of that name gets the value; others of the name go.
  set(name, value) {
    URLSearchParams.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    const wanted = toText(name);
    const text = toText(value);
    const list = this.#list;
    let kept = 0;
    let found = false;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === wanted && found) continue;
      list[kept++] = list[i];
      list[kept++] = list[i] === wanted ? text : list[i + 1];
      found ||= list[i] === wanted;
    }
    list.length = kept;
    if (!found) list.push(wanted, text);
    this.#changed?.(this);
  }

  sort() {
    URLSearchParams.#check(this);
    const pairs = [];
    for (let i = 0; i < this.#list.length; i += 2) pairs.push([this.#list[i], this.#list[i + 1]]);
    pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#list = pairs.flat();
    this.#changed?.(this);
  }

  entries() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'entries');
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i += 2) {
      Reflect.apply(callback, thisArg, [this.#list[i + 1], this.#list[i], this]);
    }
  }

  keys() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'values');
  }

  toString() {
    URLSearchParams.#check(this);
    return serializeForm(...this.#list);
  }

  [customInspectSymbol](recurseTimes, context) {
    URLSearchParams.#check(this);
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return context.stylize('[Object]', 'special');
    const { inspect } = require('internal/util/inspect');
    const nested = { ...context, depth: recurseTimes === undefined ? context.depth : recurseTimes - 1 };
    const output = [];
    const list = this.#list;
    for (let i = 0; i < list.length; i += 2) {
      output.push(`${inspect(list[i], nested)} => ${inspect(list[i + 1], nested)}`);
    }
    return framed('URLSearchParams', output, context);
  }
}

// Items in braces, on one line when they fit.
function framed(name, items, context) {
  if (items.length === 0) return `${name} {}`;
  const { removeColors } = require('internal/util');
  let length = -2;
  for (const item of items) length += removeColors(item).length + 2;
  if (length > context.breakLength) return `${name} {\n  ${items.join(',\n  ')} }`;
  return `${name} { ${items.join(', ')} }`;
}

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

class URLSearchParamsIterator {
  #params;
  #kind;
  #index = 0;

  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }

  #item(list, i) {
    if (this.#kind === 'keys') return list[i];
    return this.#kind === 'values' ? list[i + 1] : [list[i], list[i + 1]];
  }

  next() {
    if (this === null || typeof this !== 'object' || !(#params in this)) {
      throw new ERR_INVALID_THIS('URLSearchParamsIterator');
    }
    const list = listOf(this.#params);
    if (this.#index >= list.length) return { value: undefined, done: true };
    this.#index += 2;
    return { value: this.#item(list, this.#index - 2), done: false };
  }

  [customInspectSymbol](recurseTimes, context) {
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return context.stylize('[Object]', 'special');
    const { inspect } = require('internal/util/inspect');
    const nested = { ...context, depth: recurseTimes === undefined ? context.depth : recurseTimes - 1 };
    const list = listOf(this.#params);
    const output = [];
    for (let i = this.#index; i < list.length; i += 2) output.push(inspect(this.#item(list, i), nested));
    if (output.length === 0) return 'URLSearchParams Iterator {  }';
    return framed('URLSearchParams Iterator', output, context);
  }
}

Object.setPrototypeOf(URLSearchParamsIterator.prototype, iteratorPrototype);
delete URLSearchParamsIterator.prototype.constructor;
Object.defineProperty(URLSearchParamsIterator.prototype, 'next', { enumerable: true });
Object.defineProperty(URLSearchParamsIterator.prototype, Symbol.toStringTag, {
  configurable: true, value: 'URLSearchParams Iterator',
});

for (const name of Object.getOwnPropertyNames(URLSearchParams.prototype)) {
  if (name !== 'constructor') Object.defineProperty(URLSearchParams.prototype, name, { enumerable: true });
}
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { configurable: true, value: 'URLSearchParams' },
  [Symbol.iterator]: { configurable: true, writable: true, value: URLSearchParams.prototype.entries },
});

module.exports = { URLSearchParams, makeFor, replaceList };
