'use strict';
// Runs an ES module as the main script.

const binding = internalBinding('modules');

// runIfModule runs the main script when it is an ES module, and says so.
function runIfModule(filename) {
  if (!isModule(filename)) return false;
  const { pathToFileURL } = require('internal/url');
  const url = pathToFileURL(filename).href;
  start(() => require('internal/modules/esm/loader').importModule(url, url));
  return true;
}

let hooked = false; // the main script is imported, as hooks demand

// importMain says that the main script is to be imported, whatever it is.
function importMain() { hooked = true; }

// runHooked imports the main script when that is wanted, and says so.
function runHooked(filename) {
  if (!hooked) return false;
  const { href } = require('internal/url').pathToFileURL(filename);
  require('internal/modules/esm/synthetic').mainURL = href;
  start(() => require('internal/modules/esm/loader').importModule(href, undefined));
  return true;
}

function isModule(filename) {
  if (filename.endsWith('.mjs')) return true;
  if (/\.(?:[cm]?ts|[jt]sx)$/.test(filename)) return require('internal/modules/typescript').formatOf(filename) === 'module';
  if (!filename.endsWith('.js')) return false;
  const { typeOf } = require('internal/modules/package');
  const type = typeOf(filename);
  if (type !== 'none') return type === 'module';
  const source = binding.read(filename);
  return binding.detectCommonModule(source, filename);
}

function runSource(source, url) {
  start(() => require('internal/modules/esm/loader').importSource(source, url));
}

// runAfter runs the main script when the modules of --import are done.
function runAfter(imports, runScript) {
  start(() => imports().then(runScript));
}

// start runs the main module, whose promise the loop's end looks at.
function start(run) {
  const done = run();
  internalBinding('process').awaitMain(done);
  done.catch((error) => require('internal/process/errors').onUncaught(error, 'uncaughtException'));
}

module.exports = { importMain, isModule, runAfter, runHooked, runIfModule, runSource };
