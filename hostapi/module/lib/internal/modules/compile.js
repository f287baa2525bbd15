'use strict';
// Compiling sources of every dialect.

const binding = internalBinding('modules');
const { importerOf } = require('internal/modules/importer');

// dialectOf returns [loader, configuration] of a file in TypeScript or with JSX.
function dialectOf(file) {
  if (!/\.(?:[cm]?ts|[jt]sx)$/.test(file)) return [];
  const typescript = require('internal/modules/typescript');
  return [typescript.loaderOf(file), typescript.configOf(file)];
}

let remember; // notes the source map that a source names, when somebody wants it

// rememberWith says what notes source maps; undefined: nobody does.
function rememberWith(f) { remember = f; }

// common returns the function of a CommonJS module; undefined for an ambiguous
// source that is an ES module's.
function common(source, filename, ambiguous) {
  if (remember !== undefined) remember(filename, source);
  return binding.compileCommon(source, filename, importerOf(filename), ambiguous, ...dialectOf(filename));
}

// evaluate runs a script in the global scope.
function evaluate(source, name, filename) {
  return binding.evaluate(source, name, importerOf(filename));
}

// parse returns what the loader needs to know of an ES module.
function parse(source, url) {
  if (remember !== undefined) remember(url, source);
  const file = url.startsWith('file:') ? require('internal/modules/esm/file_url').pathOf(url) : '';
  return binding.parseModule(source, url, ...dialectOf(file));
}

// moduleFunction returns the function of an ES module that was parsed.
function moduleFunction(handle) { return binding.moduleFunction(handle); }

module.exports = { common, dialectOf, evaluate, moduleFunction, parse, rememberWith };
