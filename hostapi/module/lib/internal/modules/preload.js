'use strict';
// What happens before the main script, or instead of it: modules of --require
// and --import, and --check.

const Module = require('internal/modules/cjs');
const { list, option } = require('internal/options');

// run loads the modules of --require, as if by a module in the working
// directory.
function run() {
  const requests = list('--require');
  process._preload_modules = requests;
  if (requests.length > 0) Module._preloadModules(requests);
}

Module._preloadModules = function _preloadModules(requests) {
  if (!Array.isArray(requests)) return;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  for (const request of requests) parent.require(request);
};

// imports returns a function that imports the modules of --import in order, or
// undefined when there are none.
function imports() {
  const specifiers = list('--import');
  if (specifiers.length === 0) return undefined;
  return async () => {
    const { importModule } = require('internal/modules/esm/loader');
    const parent = require('internal/url').pathToFileURL(`${process.cwd()}/`).href;
    for (const specifier of specifiers) await importModule(specifier, parent);
  };
}

// hooks registers the modules of --experimental-loader.
function hooks() {
  const specifiers = list('--experimental-loader').concat(list('--loader'));
  if (specifiers.length === 0) return;
  const example = specifiers.map((specifier) => `register(${JSON.stringify(specifier)}, pathToFileURL("./"));`).join(' ');
  process.emitWarning('`--experimental-loader` may be removed in the future; instead use `register()`:\n' +
    `--import 'data:text/javascript,import { register } from "node:module"; import { pathToFileURL } from "node:url"; ${example}'`,
  'ExperimentalWarning');
  const parent = require('internal/url').pathToFileURL(`${process.cwd()}/`);
  for (const specifier of specifiers) Module.register(specifier, parent);
}

// checkOnly says that the main script is to be compiled and not run.
function checkOnly() { return option('--check') === true; }

module.exports = { checkOnly, hooks, imports, run };
