'use strict';
// Runs the main script: a file, or source text from the command line.

const Module = require('internal/modules/cjs');

function runMain(requireCore, main) {
  Module.initialise(requireCore);
  const preload = require('internal/modules/preload');
  preload.run();
  if (preload.checkOnly()) {
    check(main);
    return;
  }
  if (main.path) {
    Module.runMain(main.path);
    return;
  }
  const m = new Module(main.name);
  m.filename = require('path').join(process.cwd(), main.name);
  m.paths = Module._nodeModulePaths(process.cwd());
  globalThis.require = m.require.bind(m);
  globalThis.module = m;
  globalThis.exports = m.exports;
  globalThis.__filename = main.name;
  globalThis.__dirname = '.';
  require('internal/modules/builtin_globals').install(globalThis);
  const value = internalBinding('modules').evaluate(main.source, main.name);
  if (main.print) console.log(value);
}

// check compiles the main script.
function check(main) {
  if (main.path) Module.checkSyntax(main.path);
  else internalBinding('modules').compile(main.source, main.name);
}

module.exports = { runMain };
