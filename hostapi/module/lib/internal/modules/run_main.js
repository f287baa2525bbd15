'use strict';
// Runs the main script: a file, or source text from the command line.

const Module = require('internal/modules/cjs');

function runMain(requireCore, main) {
  Module.initialise(requireCore);
  hookDynamicCode(main);
  if (require('internal/options').option('--experimental-test-coverage') === true && main.path) require('internal/test/coverage/start').start();
  if (process.sourceMapsEnabled) require('internal/modules/source_map').enable(true);
  const preload = require('internal/modules/preload');
  preload.run();
  if (preload.checkOnly()) {
    check(main);
    return;
  }
  preload.hooks();
  const imports = preload.imports();
  if (imports === undefined) runScript(main);
  else require('internal/modules/esm/main').runAfter(imports, () => runScript(main));
}

// helpers is what lowered code asks for async generators; they are loaded when it
// does.
const helpers = {
  get Await() { return require('internal/async_generator').Await; },
  get functions() { return require('internal/async_generator').AsyncGeneratorFunction.prototype; },
  get generator() { return require('internal/async_generator').generator; },
  get yieldStar() { return require('internal/async_generator').yieldStar; },
};

// hookDynamicCode gives eval and new Function import() and syntax that goja lacks.
function hookDynamicCode(main) {
  const importer = require('internal/modules/importer').importerOf(main.path || main.name);
  internalBinding('modules').hookDynamicCode(helpers, importer);
}

function runScript(main) {
  if (main.core) {
    require(main.core);
    return;
  }
  if (main.session) {
    require('internal/repl/main').start(main.history);
    return;
  }
  if (main.path) {
    Module.runMain(main.path);
    return;
  }
  const m = new Module(main.name);
  m.filename = require('internal/path/own').join(process.cwd(), main.name);
  m.paths = Module._nodeModulePaths(process.cwd());
  globalThis.require = Module._requireOf(m);
  globalThis.module = m;
  globalThis.exports = m.exports;
  globalThis.__filename = main.name;
  globalThis.__dirname = '.';
  require('internal/modules/builtin_globals').install(globalThis);
  if (wantsModule(main)) {
    require('internal/modules/esm/main').runSource(main.source, evalURL());
    return;
  }
  const value = require('internal/modules/compile').evaluate(main.source, main.name, m.filename);
  if (main.print) console.log(value);
}

// check compiles the main script.
function check(main) {
  if (main.path) Module.checkSyntax(main.path);
  else require('internal/modules/compile').common(main.source, main.name, true);
}

// evalURL is the URL of a module from the command line.
function evalURL() { return `${require('internal/url').pathToFileURL(`${process.cwd()}/`).href}[eval1]`; }

// wantsModule says that the command line's code is an ES module.
function wantsModule({ source, name, print }) {
  const type = require('internal/options').option('--input-type');
  if (type === 'commonjs') return false;
  if (type === undefined && !internalBinding('modules').detectModule(source, name)) return false;
  if (print) throw new (require('internal/errors').codes.ERR_EVAL_ESM_CANNOT_PRINT)();
  return true;
}

module.exports = { runMain };
