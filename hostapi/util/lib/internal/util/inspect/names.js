'use strict';

// What a value is called: "Foo [bar] ", "[Function: f]", "[class A extends B]".

const hasOwn = Object.prototype.hasOwnProperty;
const comments = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

// The classes of the language; their prototypes are not worth showing, and their toString is known.
const builtInNames = new Set(['AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt',
  'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Error', 'EvalError',
  'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Infinity', 'Int16Array',
  'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set',
  'SharedArrayBuffer', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array',
  'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet',
  'WebAssembly']);

function isInstanceOf(value, constructor) {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

const plainObject = { name: 'Object', holder: Object.prototype };
const plainArray = { name: 'Array', holder: Array.prototype };

// The named constructor nearest to a value, as { name, holder }, or null.
function findConstructor(value) {
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype;
  if (isPlain && !hasOwn.call(value, 'constructor')) {
    return prototype === Object.prototype ? plainObject : plainArray;
  }
  for (let object = value; object !== null; object = Object.getPrototypeOf(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' &&
        descriptor.value.name !== '' && isInstanceOf(value, descriptor.value)) {
      return { name: String(descriptor.value.name), holder: object };
    }
  }
  return null;
}

function prefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    const name = `[${fallback}${size}: null prototype] `;
    return tag !== '' && fallback !== tag ? `${name}[${tag}] ` : name;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

// What stands between the first word of a source and the first brace has no bracket in a class;
// a function, even one called "class…", has parameters there.
function isClassSource(source) {
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const head = source.slice(5, source.indexOf('{'));
  if (!head.includes('(')) return true;
  const plain = source.slice(5).replace(comments, '');
  return /^\s/.test(plain) && !plain.slice(0, plain.indexOf('{')).includes('(');
}

function classBase(value, constructor, tag) {
  const name = (hasOwn.call(value, 'name') && value.name) || '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  if (constructor === null) return `[${base} extends [null prototype]]`;
  const superName = Object.getPrototypeOf(value).name;
  return superName ? `[${base} extends ${superName}]` : `[${base}]`;
}

// kind: 'Function', 'AsyncFunction', 'GeneratorFunction' or 'AsyncGeneratorFunction'.
function functionBase(value, kind, constructor, tag) {
  if (isClassSource(Function.prototype.toString.call(value))) return classBase(value, constructor, tag);
  let base = `[${kind}`;
  if (constructor === null) base += ' (null prototype)';
  base += value.name === '' ? ' (anonymous)]' : `: ${value.name}]`;
  if (constructor !== kind && constructor !== 'Function' && constructor !== null) base += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  return base;
}

module.exports = { builtInNames, findConstructor, functionBase, prefix };
