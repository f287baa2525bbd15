'use strict';
// Node's options as the runtime was given them, from NODE_OPTIONS and then from
// the command line. They come as "--name" or "--name=value".

let given; // name → values in order
require('internal/process/restart').forgets(() => { given = undefined; });

function load() {
  given = new Map();
  for (const option of internalBinding('process').options()) {
    const equals = option.indexOf('=');
    const name = equals < 0 ? option : option.slice(0, equals);
    const value = equals < 0 ? true : option.slice(equals + 1);
    const negative = name.startsWith('--no-');
    add(negative ? `--${name.slice(5)}` : name, negative ? false : value);
  }
}

function add(name, value) {
  if (given.has(name)) given.get(name).push(value);
  else given.set(name, [value]);
}

// list returns all values of an option that can be repeated.
function list(name) {
  if (given === undefined) load();
  return given.get(name) || [];
}

// option returns the value that counts: true or false for switches, a string,
// or undefined when nobody gave the option.
function option(name) {
  const values = list(name);
  return values[values.length - 1];
}

module.exports = { list, option };
