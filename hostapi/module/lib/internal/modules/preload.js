'use strict';
// What happens before the main script, or instead of it: modules of --require,
// and --check.

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

// checkOnly says that the main script is to be compiled and not run.
function checkOnly() { return option('--check') === true; }

module.exports = { checkOnly, run };
