'use strict';
// TypeScript and JSX: which files are written in them, what their tsconfig.json
// says, and where imports lead that mean the compiler's output.

const binding = internalBinding('modules');
const path = require('internal/path/own');
const packages = require('internal/modules/package');

const loaders = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.tsx': 'tsx', '.jsx': 'jsx' };
const extensions = Object.keys(loaders);
const outputs = { '.js': ['.ts', '.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'], '.jsx': ['.tsx'] };

function loaderOf(file) { return loaders[path.extname(file)]; }

// find returns the file that is meant by the name of its output, or by a name
// without extension; undefined when there is none.
function find(file) {
  const extension = path.extname(file);
  const stem = file.slice(0, file.length - extension.length);
  for (const other of outputs[extension] || []) if (packages.stat(stem + other) === 0) return stem + other;
  for (const other of [...extensions, '.js']) if (packages.stat(file + other) === 0) return file + other;
  if (packages.stat(file) !== 1) return undefined;
  for (const other of [...extensions, '.js']) {
    const index = path.join(file, `index${other}`);
    if (packages.stat(index) === 0) return index;
  }
  return undefined;
}

// formatOf returns 'module' or 'commonjs'.
function formatOf(file) {
  const extension = path.extname(file);
  if (extension === '.mts') return 'module';
  if (extension === '.cts') return 'commonjs';
  const type = packages.typeOf(file, file);
  if (type === 'module') return type;
  return binding.typescriptFormat(binding.read(file), file, loaderOf(file), configOf(file));
}

const configs = new Map(); // directory → { text, options, directory } or null

// configFor returns the configuration of a file, or null.
function configFor(file) {
  for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
    if (path.basename(directory) === 'node_modules') return null;
    let known = configs.get(directory);
    if (known === undefined) {
      const name = path.join(directory, 'tsconfig.json');
      known = packages.stat(name) === 0 ? readConfig(name) : null;
      configs.set(directory, known);
    }
    if (known !== null) return known;
    if (path.dirname(directory) === directory) return null;
  }
}

// Options that change what lowering makes.
const lowering = ['alwaysStrict', 'experimentalDecorators', 'importsNotUsedAsValues', 'jsx', 'jsxFactory', 'jsxFragmentFactory',
  'jsxImportSource', 'preserveValueImports', 'strict', 'target', 'useDefineForClassFields', 'verbatimModuleSyntax'];

function readConfig(name) {
  const options = optionsOf(name, 0);
  const used = {};
  for (const key of lowering) if (options[key] !== undefined) used[key] = options[key];
  if (used.jsx === 'preserve' || used.jsx === 'react-native') used.jsx = 'react';
  return { options, directory: path.dirname(name), text: JSON.stringify({ compilerOptions: used }) };
}

const extendsMax = 16;

// optionsOf returns the compiler options of a file, with those that it extends.
function optionsOf(name, depth) {
  let own;
  try {
    own = JSON.parse(plainJSON(binding.read(name))) ?? {};
  } catch (error) {
    error.message = `Error parsing ${name}: ${error.message}`;
    throw error;
  }
  let options = {};
  const bases = Array.isArray(own.extends) ? own.extends : own.extends === undefined ? [] : [own.extends];
  if (depth < extendsMax) {
    for (const base of bases) {
      const file = baseFile(String(base), name);
      if (file !== undefined) options = { ...options, ...optionsOf(file, depth + 1) };
    }
  }
  const given = own.compilerOptions ?? {};
  if (given.baseUrl !== undefined) given.baseUrl = path.resolve(path.dirname(name), given.baseUrl);
  if (given.paths !== undefined) given.pathsFrom = given.baseUrl ?? path.dirname(name);
  return { ...options, ...given };
}

function baseFile(base, name) {
  const directory = path.dirname(name);
  const candidates = [];
  if (base.startsWith('.') || path.isAbsolute(base)) {
    candidates.push(path.resolve(directory, base));
  } else {
    for (let at = directory; ; at = path.dirname(at)) {
      candidates.push(path.join(at, 'node_modules', base), path.join(at, 'node_modules', base, 'tsconfig'));
      if (path.dirname(at) === at) break;
    }
  }
  for (const one of candidates) {
    for (const file of [one, `${one}.json`]) if (packages.stat(file) === 0) return file;
  }
  return undefined;
}

// plainJSON removes the comments and the last commas that tsconfig files may have.
function plainJSON(text) {
  return text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*[\]}])/g,
    (part) => (part.startsWith('"') ? part : ''));
}

function configOf(file) {
  const config = configFor(file);
  return config === null ? undefined : config.text;
}

// mapped returns the files that "paths" and "baseUrl" say a specifier may mean.
function mapped(specifier, parent) {
  const config = loaderOf(parent) === undefined ? null : configFor(parent);
  if (config === null) return [];
  const { paths, pathsFrom, baseUrl } = config.options;
  const found = [];
  for (const pattern of Object.keys(paths ?? {})) {
    const star = pattern.indexOf('*');
    const head = star < 0 ? pattern : pattern.slice(0, star);
    const tail = star < 0 ? '' : pattern.slice(star + 1);
    if (star < 0 ? specifier !== pattern : !specifier.startsWith(head) || !specifier.endsWith(tail)) continue;
    const middle = specifier.slice(head.length, specifier.length - tail.length);
    for (const target of paths[pattern]) found.push([head.length, path.resolve(pathsFrom, target.replace('*', () => middle))]);
  }
  found.sort((a, b) => b[0] - a[0]);
  const files = found.map(([, file]) => file);
  if (baseUrl !== undefined) files.push(path.join(baseUrl, specifier));
  return files;
}

// fromPaths returns the file that the configuration makes of a specifier.
function fromPaths(specifier, parent) {
  for (const file of mapped(specifier, parent)) {
    const found = packages.stat(file) === 0 ? file : find(file);
    if (found !== undefined) return found;
  }
  return undefined;
}

module.exports = { configOf, find, formatOf, fromPaths, loaderOf };
