'use strict';
// CommonJS modules: loading, caching and the module object. Where a request
// leads is decided in internal/modules/resolve.

const binding = internalBinding('modules');
const resolve = require('internal/modules/resolve');
const { forRequest } = require('internal/modules/substitutes');
const compile = require('internal/modules/compile');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_UNKNOWN_BUILTIN_MODULE } } =
  require('internal/errors');

let requireCore; // loads jsrr's own modules
let publicIds;   // those that programs may ask for

// Modules that exist only under the node: scheme.
const schemeOnly = new Set(['test', 'sqlite', 'sea', 'test/reporters']);

function Module(id = '', parent) {
  this.id = id;
  this.path = require('internal/path/own').dirname(id);
  this.exports = {};
  this.filename = null;
  this.loaded = false;
  this.children = [];
  this.paths = undefined;
  Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true, enumerable: false });
  if (parent && parent.children) parent.children.push(this);
}

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];
Module.Module = Module;
Module.wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
Module.wrap = function wrap(script) { return Module.wrapper[0] + script + Module.wrapper[1]; };
Module._nodeModulePaths = resolve.nodeModulePaths;
Module.syncBuiltinESMExports = function syncBuiltinESMExports() { require('internal/modules/esm/synthetic').syncBuiltins(); };
Module.register = function register(specifier, parentURL = undefined, options) { // one is required
  if (parentURL !== null && typeof parentURL === 'object' && !(parentURL instanceof URL)) {
    options = parentURL;
    parentURL = options.parentURL;
  }
  const { data, transferList } = options ?? {};
  const own = data === undefined ? undefined : structuredClone(data, { transfer: transferList ?? [] });
  require('internal/modules/esm/hooks').register(`${specifier}`, `${parentURL ?? 'data:'}`, own);
};
Module.findSourceMap = function findSourceMap(path) { return require('internal/modules/source_map').findSourceMap(path); };
Object.defineProperty(Module, 'SourceMap', {
  configurable: true,
  enumerable: true,
  get() { return require('internal/modules/source_map').SourceMap; },
  set(value) { Object.defineProperty(this, 'SourceMap', { value, configurable: true, enumerable: true, writable: true }); },
});

Module.initialise = function initialise(core) {
  requireCore = core;
  publicIds = Array.from(core.ids).filter((id) => !id.startsWith('internal/')).sort();
  Module.builtinModules = publicIds.filter((id) => !schemeOnly.has(id));
  delete Module.initialise;
};

Module.isBuiltin = function isBuiltin(id) {
  if (typeof id !== 'string') return false;
  if (id.startsWith('node:')) return publicIds.includes(id.slice(5));
  return publicIds.includes(id) && !schemeOnly.has(id);
};

function loadCore(request) {
  const id = request.startsWith('node:') ? request.slice(5) : request;
  if (!Module.isBuiltin(request)) throw new ERR_UNKNOWN_BUILTIN_MODULE(request);
  return requireCore(id);
}

Module._resolveLookupPaths = function _resolveLookupPaths(request, parent) {
  if (Module.isBuiltin(request)) return null;
  if (resolve.isRelative(request)) return [parent && parent.filename ? require('internal/path/own').dirname(parent.filename) : '.'];
  return ((parent && parent.paths) || []).concat(Module.globalPaths);
};

Module._resolveFilename = function _resolveFilename(request, parent, isMain, options) {
  if (Module.isBuiltin(request)) return request;
  let directory = parent && parent.filename ? require('internal/path/own').dirname(parent.filename) : process.cwd();
  if (options && Array.isArray(options.paths)) {
    for (const path of options.paths) {
      directory = require('internal/path/own').resolve(path);
      const found = resolve.file(request, directory, resolve.nodeModulePaths(directory), Object.keys(Module._extensions));
      if (found) return found;
    }
  } else {
    const paths = Module._resolveLookupPaths(request, parent);
    const found = Module._findPath(request, paths, isMain, directory, (parent && parent.filename) || undefined);
    if (found) return found;
  }
  const other = resolve.typescript(request, directory, parent && parent.filename);
  if (other) return other;
  throw notFound(request, parent);
};

Module._findPath = function _findPath(request, paths, isMain, directory, from) {
  return resolve.file(request, directory || (paths && paths[0]) || process.cwd(), paths || [], Object.keys(Module._extensions), from);
};

function notFound(request, parent) {
  const stack = [];
  for (let m = parent; m; m = m.parent) stack.push(m.filename || m.id);
  let message = `Cannot find module '${request}'`;
  if (stack.length > 0) message += `\nRequire stack:\n- ${stack.join('\n- ')}`;
  const error = new Error(message);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  return error;
}

Module._load = function _load(request, parent, isMain) {
  const isCore = request.startsWith('node:');
  const filename = isCore ? request : Module._resolveFilename(request, parent, isMain);
  const substitute = forRequest(filename);
  if (substitute !== undefined) return substitute.exports();
  if (isCore) return loadCore(request);
  if (Module.isBuiltin(filename) && !(filename in Module._cache)) return loadCore(filename);
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    if (parent && !parent.children.includes(cached)) parent.children.push(cached);
    return cached.exports;
  }
  const m = new Module(filename, parent);
  if (isMain) {
    process.mainModule = m;
    m.id = '.';
  }
  Module._cache[filename] = m;
  let loaded = false;
  try {
    m.load(filename);
    loaded = true;
  } finally {
    if (!loaded) {
      delete Module._cache[filename];
      if (parent) parent.children = parent.children.filter((child) => child !== m);
    }
  }
  return m.exports;
};

Module.prototype.load = function load(filename) {
  const { dirname } = require('internal/path/own');
  this.filename = filename;
  this.path = dirname(filename);
  this.paths = Module._nodeModulePaths(this.path);
  Module._extensions[extensionOf(filename)](this, filename);
  this.loaded = true;
};

// extensionOf returns the longest registered extension of a file name.
function extensionOf(filename) {
  const name = require('internal/path/own').basename(filename);
  for (let i = name.indexOf('.', 1); i >= 0; i = name.indexOf('.', i + 1)) {
    const extension = name.slice(i);
    if (Module._extensions[extension]) return extension;
  }
  return '.js';
}

Module.prototype.require = function require(id) {
  if (typeof id !== 'string') throw new ERR_INVALID_ARG_TYPE('id', 'string', id);
  if (id === '') throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  return Module._load(id, this, false);
};

Module.prototype._compile = function _compile(content, filename) {
  return run(this, content, filename, false);
};

// run runs the source of a module. One that is ambiguous may turn out to be an
// ES module.
function run(m, content, filename, ambiguous) {
  const compiled = compile.common(content, filename, ambiguous);
  if (compiled === undefined) {
    require('internal/modules/esm/format').warnOfDetection(filename);
    loadModule(m, filename);
    return undefined;
  }
  return compiled.call(m.exports, m.exports, makeRequire(m), m, filename, m.path);
}

// loadModule makes m's exports those of the ES module of a file.
function loadModule(m, filename) {
  m.exports = require('internal/modules/esm/require').exportsOf(filename, m.parent && m.parent.filename);
}

function makeRequire(m) {
  function require(id) { return m.require(id); }
  require.resolve = function resolveRequest(request, options) {
    if (typeof request !== 'string') throw new ERR_INVALID_ARG_TYPE('request', 'string', request);
    return Module._resolveFilename(request, m, false, options);
  };
  require.resolve.paths = function paths(request) {
    if (typeof request !== 'string') throw new ERR_INVALID_ARG_TYPE('request', 'string', request);
    return Module._resolveLookupPaths(request, m);
  };
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

// _requireOf returns the function that a module calls require.
Module._requireOf = makeRequire;

Module._extensions['.js'] = function js(m, filename) {
  let type = 'commonjs';
  if (filename.endsWith('.js')) type = resolve.packageType(filename);
  else if (filename.endsWith('.mjs')) type = 'module';
  if (type === 'module') loadModule(m, filename);
  else run(m, binding.read(filename), filename, type === 'none');
};

// The extensions of TypeScript are there for programs that know them; they do not
// show, as they do not in Node.
for (const extension of ['.ts', '.mts', '.cts', '.tsx', '.jsx']) {
  const value = (m, filename) => {
    if (require('internal/modules/typescript').formatOf(filename) === 'module') loadModule(m, filename);
    else run(m, binding.read(filename), filename, false);
  };
  Object.defineProperty(Module._extensions, extension, { value, writable: true, configurable: true, enumerable: false });
}

Module._extensions['.json'] = function json(m, filename) {
  try {
    m.exports = JSON.parse(binding.read(filename));
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function node(m, filename) {
  const error = new Error(`Module did not self-register: '${filename}'. jsrr cannot load native addons.`);
  error.code = 'ERR_DLOPEN_FAILED';
  throw error;
};

Module.createRequire = function createRequire(filename) {
  const path = require('internal/path/own');
  if (filename instanceof URL || (typeof filename === 'string' && filename.startsWith('file:'))) {
    filename = require('url').fileURLToPath(filename);
  } else if (typeof filename !== 'string' || !path.isAbsolute(filename)) {
    throw new ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
  }
  const m = new Module(filename);
  m.filename = filename;
  m.paths = Module._nodeModulePaths(path.dirname(filename));
  return makeRequire(m);
};

function findMain(path) {
  const filename = resolve.file(path, process.cwd(), [], Object.keys(Module._extensions));
  if (!filename) throw notFound(path);
  return filename;
}

// checkSyntax compiles a script without running it (--check).
Module.checkSyntax = function checkSyntax(path) {
  const filename = findMain(path);
  const source = binding.read(filename);
  if (require('internal/modules/esm/main').isModule(filename)) {
    compile.moduleFunction(compile.parse(source, require('internal/url').pathToFileURL(filename).href).handle);
  } else {
    compile.common(source, filename, false);
  }
};

Module.runMain = function runMain(path) {
  const filename = findMain(path);
  if (process.argv.length > 1) process.argv[1] = filename;
  const main = require('internal/modules/esm/main');
  if (main.runHooked(filename) || main.runIfModule(filename)) return;
  Module._load(filename, null, true);
};

module.exports = Module;
