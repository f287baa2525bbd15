'use strict';
// Runs the main script: a file, or source text from the command line.

const Module = require('internal/modules/cjs');

function runMain(requireCore, main) {
  Module.initialise(requireCore);
  if (main.path) {
    Module.runMain(main.path);
    return;
  }
  const m = new Module('[eval]');
  m.filename = require('path').join(process.cwd(), '[eval]');
  m.paths = Module._nodeModulePaths(process.cwd());
  globalThis.require = m.require.bind(m);
  globalThis.module = m;
  globalThis.exports = m.exports;
  globalThis.__filename = '[eval]';
  globalThis.__dirname = '.';
  const value = internalBinding('modules').evaluate(main.source, '[eval]');
  if (main.print) console.log(value);
}

module.exports = { runMain };
