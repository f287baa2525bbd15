'use strict';
// How the constructors of Intl are made, and how they read their arguments.

const { add, addAccessors, builtinClass } = require('internal/language/builtin_class');
const { incompatible } = require('internal/language/receiver');
const { defineProperty } = Object;

const supported = ['en', 'en-US'];
const fallback = 'en-US';
const tagSyntax = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?((-[a-z\d]{5,8}|-\d[a-z\d]{3})*)((-[a-wy-z\d](-[a-z\d]{2,8})+)*)(-x(-[a-z\d]{1,8})+)?$|^[a-z]{5,8}$/i;

// canonical returns a language tag in its usual letters: "zh-Hans-CN".
function canonical(tag) {
  if (!tagSyntax.test(tag)) throw new RangeError(`Incorrect locale information provided`);
  let inExtension = false;
  return tag.toLowerCase().split('-').map((part, i) => {
    inExtension ||= i > 0 && part.length === 1;
    if (i === 0 || inExtension) return part;
    if (part.length === 2) return part.toUpperCase();
    return part.length === 4 && /^[a-z]/.test(part) ? part[0].toUpperCase() + part.slice(1) : part;
  }).join('-');
}

// canonicalLocales returns the list of tags that an argument stands for.
function canonicalLocales(locales) {
  if (locales === undefined) return [];
  if (locales === null) throw new TypeError('Cannot convert undefined or null to object');
  const list = typeof locales === 'string' || locales instanceof Intl.Locale ? [locales] : Array.from(Object(locales));
  const seen = new Set();
  for (const locale of list) {
    if (typeof locale !== 'string' && (typeof locale !== 'object' || locale === null)) {
      throw new TypeError('Incorrect locale information provided');
    }
    seen.add(canonical(String(locale)));
  }
  return [...seen];
}

// resolveLocale returns the first locale that is supported: English as in the
// United States is the only one, whatever a program asks for.
function resolveLocale(locales) {
  const known = canonicalLocales(locales).map((tag) => tag.replace(/-u-.*/, '')).find((tag) => supported.includes(tag));
  return known ?? fallback;
}

// read returns an option: undefined becomes otherwise, what is not among the
// values is a RangeError.
function read(options, name, values, otherwise) {
  let value = options[name];
  if (value === undefined) return otherwise;
  if (values === 'boolean') return Boolean(value);
  value = String(value);
  if (values && !values.includes(value)) throw new RangeError(`Value ${value} out of range for Intl.${options.owner ?? 'NumberFormat'} options property ${name}`);
  return value;
}

function readNumber(options, name, min, max, otherwise) {
  const value = options[name];
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!(number >= min && number <= max)) throw new RangeError(`${name} value is out of range.`);
  return Math.floor(number);
}

// toOptions converts the options argument of the older constructors.
function toOptions(options) {
  if (options === undefined) return Object.create(null);
  if (options === null) throw new TypeError('Cannot convert undefined or null to object');
  return Object(options);
}

// makeConstructor makes Intl[name]. init(locales, options) returns what stands
// behind an object; the methods get that as their first argument. Getters of
// bound give a function that is bound to its object.
function makeConstructor(name, { callable = false, length = 0, init, methods, bound = {} }) {
  const slots = new WeakMap();
  const constructor = { [name]: function () {
    if (new.target === undefined && !callable) throw new TypeError(`Constructor Intl.${name} requires 'new'`);
    const object = Reflect.construct(Object, [], new.target ?? constructor);
    slots.set(object, init(arguments[0], arguments[1]));
    return object;
  } }[name];
  const slotOf = (object, method) => slots.get(Object(object)) ?? incompatible(`Intl.${name}.prototype.${method}`, object);
  defineProperty(constructor, 'length', { value: length });
  defineProperty(constructor, 'prototype', { writable: false });
  defineProperty(constructor.prototype, 'constructor', { enumerable: false });
  for (const [method, f] of Object.entries(methods)) {
    const wrapped = { [method](...args) { return f(slotOf(this, method), ...args); } }[method];
    defineProperty(wrapped, 'length', { value: Math.max(f.length - 1, 0) });
    add(constructor.prototype, { [method]: wrapped });
  }
  for (const [method, f] of Object.entries(bound)) {
    addAccessors(constructor.prototype, {
      get [method]() {
        const slot = slotOf(this, method);
        if (!slot.bound) {
          slot.bound = (a, b) => f(slot, a, b);
          defineProperty(slot.bound, 'length', { value: f.length - 1 });
          defineProperty(slot.bound, 'name', { value: '' });
        }
        return slot.bound;
      },
    });
  }
  add(constructor, { supportedLocalesOf(locales) { return supportedLocalesOf(locales); } });
  return builtinClass(constructor, `Intl.${name}`);
}

function supportedLocalesOf(locales) {
  return canonicalLocales(locales).filter((tag) => supported.includes(tag.replace(/-u-.*/, '')));
}

module.exports = { canonicalLocales, resolveLocale, read, readNumber, toOptions, makeConstructor };
