'use strict';
// Core modules under their names, as the command line's code and the REPL find
// them. Each is loaded when it is first used.

function names() {
  const { builtinModules } = require('internal/modules/cjs');
  return builtinModules.filter((id) => !id.startsWith('_') && !id.includes('/'));
}

function install(target) {
  for (const name of names()) if (!(name in target)) define(target, name);
}

function define(target, name) {
  function set(value) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
  function get() {
    const value = require('internal/modules/cjs')._load(name);
    set(value);
    return value;
  }
  Object.defineProperty(target, name, { configurable: true, enumerable: false, get, set });
}

module.exports = { install, names };
