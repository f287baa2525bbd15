'use strict';

// The words for what was expected and what came instead, as in ERR_INVALID_ARG_TYPE.

const primitiveTypes = new Set(['string', 'function', 'number', 'object', 'Function', 'Object',
  'boolean', 'bigint', 'symbol']);
const className = /^[A-Z][A-Za-z0-9]*$/;

let inspectModule;
function inspect(value, options) {
  inspectModule ??= require('internal/util/inspect');
  return inspectModule.inspect(value, options);
}

// formatList(['a', 'b', 'c'], 'or') is 'a, b, or c'.
function formatList(items, word = 'and') {
  if (items.length === 0) return '';
  if (items.length === 1) return `${items[0]}`;
  if (items.length === 2) return `${items[0]} ${word} ${items[1]}`;
  const last = items.length - 1;
  return `${items.slice(0, last).join(', ')}, ${word} ${items[last]}`;
}

function describeObject(value) {
  const constructor = value.constructor;
  if (constructor && 'name' in constructor) return `an instance of ${constructor.name}`;
  return inspect(value, { depth: -1 });
}

function quote(text) {
  const shown = text.length > 28 ? `${text.slice(0, 25)}...` : text;
  return shown.includes("'") ? JSON.stringify(shown) : `'${shown}'`;
}

// The end of "Received …": the type of a value in words.
function determineSpecificType(value) {
  if (value === null || value === undefined) return `${value}`;
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') return describeObject(value);
  if (typeof value === 'string') return `type string (${quote(value)})`;
  if (typeof value === 'symbol') return `type symbol (${String(value)})`;
  const text = inspect(value, { colors: false });
  return `type ${typeof value} (${text.length > 28 ? `${text.slice(0, 25)}...` : text})`;
}

// Sorts the expected names: primitive types, classes, and everything else as it is written.
function sortExpected(expected) {
  const types = [];
  const classes = [];
  const others = [];
  for (const name of expected) {
    if (primitiveTypes.has(name)) types.push(name.toLowerCase());
    else if (className.test(name)) classes.push(name);
    else others.push(name);
  }
  // "object" beside classes reads better as the class Object.
  const object = types.indexOf('object');
  if (classes.length > 0 && object !== -1) {
    types.splice(object, 1);
    classes.push('Object');
  }
  return { types, classes, others };
}

function describeOthers(others) {
  if (others.length > 1) return `one of ${formatList(others, 'or')}`;
  return others[0].toLowerCase() === others[0] ? others[0] : `an ${others[0]}`;
}

function describeExpected(expected) {
  const { types, classes, others } = sortExpected(Array.isArray(expected) ? expected : [expected]);
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`);
  if (classes.length > 0) parts.push(`an instance of ${formatList(classes, 'or')}`);
  if (others.length > 0) parts.push(describeOthers(others));
  return parts.join(' or ');
}

function describeName(name) {
  if (name.endsWith(' argument')) return name;
  return `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
}

function argumentTypeMessage(name, expected, actual) {
  return `The ${describeName(name)} must be ${describeExpected(expected)}. ` +
    `Received ${determineSpecificType(actual)}`;
}

module.exports = { argumentTypeMessage, determineSpecificType, formatList };
