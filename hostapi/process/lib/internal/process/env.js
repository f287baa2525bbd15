'use strict';
// process.env. A variable is asked for when the program first reads it, so a
// recording holds only what the program has seen; afterwards it is kept here,
// since nobody but the program changes it.

const binding = internalBinding('process');
const { setZone } = internalBinding('language');
let values = Object.create(null); // read or set; undefined when deleted or absent
let names; // of the whole environment, once somebody lists it

// A restored program has the environment of its new process.
require('internal/process/restart').forgets(() => {
  values = Object.create(null);
  names = undefined;
});

function read(name) {
  if (!(name in values)) values[name] = binding.envGet(name);
  return values[name];
}

function list() {
  if (!names) {
    names = new Set(binding.envNames());
    for (const name in values) if (values[name] !== undefined) names.add(name); else names.delete(name);
  }
  return names;
}

function write(name, value) {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  values[name] = `${value}`;
  if (names) names.add(name);
  if (name === 'TZ') setZone(values.TZ);
  return true;
}

// load sets the variables of a file that the program does not have.
function load(path) {
  for (const name of binding.loadEnvFile(path)) {
    if (read(name) === undefined) write(name, binding.envGet(name, true));
  }
}

const env = new Proxy({}, {
  get(target, name) {
    if (typeof name === 'symbol') return target[name];
    const value = read(name);
    return value === undefined ? Object.prototype[name] : value;
  },
  set(_, name, value) {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    return write(name, value);
  },
  has(target, name) { return typeof name === 'string' && (read(name) !== undefined || name in target); },
  deleteProperty(_, name) {
    if (typeof name === 'symbol') return true;
    values[name] = undefined;
    if (names) names.delete(name);
    if (name === 'TZ') setZone(undefined);
    return true;
  },
  ownKeys() { return Array.from(list()); },
  getOwnPropertyDescriptor(_, name) {
    const value = typeof name === 'string' ? read(name) : undefined;
    if (value === undefined) return undefined;
    return { value, writable: true, enumerable: true, configurable: true };
  },
  defineProperty(_, name, descriptor) { return write(String(name), descriptor.value); },
});

module.exports = { env, load };
