'use strict';
// Modules that are not written as ES modules: core modules, CommonJS and JSON.

const binding = internalBinding('modules');
const { pathOf } = require('internal/modules/esm/file_url');
const { SyntheticModule } = require('internal/modules/esm/record');
const { readSource } = require('internal/modules/esm/format');
const Module = require('internal/modules/cjs');
const compile = require('internal/modules/compile');
const path = require('path');

const builtins = new Map(); // id → record

function namesOf(exports) {
  const names = typeof exports === 'object' || typeof exports === 'function' ? Object.keys(exports ?? {}) : [];
  return ['default', ...names.filter((name) => name !== 'default')];
}

function builtin(url) {
  const exports = Module._load(url, undefined, false);
  const record = new SyntheticModule(url, namesOf(exports), () => update(record, exports));
  builtins.set(url, record);
  return record;
}

function update(record, exports) {
  record.setExport('default', exports);
  for (const name of record.exportedNames()) {
    if (name === 'default') continue;
    let value;
    try { value = exports[name]; } catch { /* a getter of a core module that throws has no value */ }
    record.setExport(name, value);
  }
}

// syncBuiltins gives modules that import core modules what other code changed
// in them.
function syncBuiltins() {
  for (const [url, record] of builtins) if (record.status === 'evaluated') update(record, Module._load(url, undefined, false));
}

function json(url) { return jsonFromSource(url, readSource(url)); }

function jsonFromSource(url, source) {
  let value;
  const file = url.startsWith('file:') ? pathOf(url) : url;
  const known = Module._cache[file];
  if (known && known.loaded) {
    value = known.exports;
  } else {
    try {
      value = JSON.parse(source);
    } catch (error) {
      error.message = `${file}: ${error.message}`;
      throw error;
    }
  }
  return new SyntheticModule(url, ['default'], (record) => record.setExport('default', value));
}

function commonjs(url) {
  const file = pathOf(url);
  return exporting(url, commonNames(file, undefined, new Map()), () => Module._load(file, undefined, url === module.exports.mainURL));
}

// commonjsFromSource is a CommonJS module whose text comes from a hook.
function commonjsFromSource(url, source) {
  const file = url.startsWith('file:') ? pathOf(url) : url;
  return exporting(url, commonNames(file, source, new Map()), () => {
    const known = Module._cache[file];
    if (known !== undefined) return known.exports;
    const m = new Module(file);
    m.filename = file;
    m.paths = Module._nodeModulePaths(m.path);
    if (url === module.exports.mainURL) process.mainModule = m;
    Module._cache[file] = m;
    m._compile(source, file);
    m.loaded = true;
    return m.exports;
  });
}

// exporting makes the record of a CommonJS module, which run runs.
function exporting(url, commonExports, run) {
  const names = new Set(['default', ...commonExports]);
  return new SyntheticModule(url, Array.from(names), (record) => {
    const exports = run();
    for (const name of names) {
      if (name === 'default' || !isObject(exports) || !Object.hasOwn(exports, name)) continue;
      let value;
      try { value = exports[name]; } catch { /* stays undefined */ }
      record.setExport(name, value);
    }
    record.setExport('default', exports);
  });
}

function isObject(value) { return value !== null && (typeof value === 'object' || typeof value === 'function'); }

// commonNames returns the names that a CommonJS module exports, as far as its
// text, and that of the modules whose names it passes on, shows.
function commonNames(file, source, seen) {
  const known = seen.get(file);
  if (known !== undefined) return known;
  const names = new Set();
  seen.set(file, names);
  if (path.extname(file) === '.node' || path.extname(file) === '.json') return names;
  try {
    const { exports, reexports } = binding.commonNames(source ?? binding.read(file), file, ...compile.dialectOf(file));
    for (const name of exports) names.add(name);
    const parent = { filename: file, paths: Module._nodeModulePaths(path.dirname(file)) };
    for (const request of reexports) {
      const other = Module._resolveFilename(request, parent, false);
      if (Module.isBuiltin(other)) for (const name of Object.keys(Module._load(other))) names.add(name);
      else for (const name of commonNames(other, undefined, seen)) names.add(name);
    }
  } catch { /* loading it will show what is wrong */ }
  return names;
}

module.exports = { builtin, json, jsonFromSource, commonjs, commonjsFromSource, syncBuiltins, mainURL: undefined };
