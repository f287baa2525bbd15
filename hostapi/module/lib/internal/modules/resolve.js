'use strict';
// Where a request leads: Node's resolution algorithm for require.

const binding = internalBinding('modules');
const path = require('internal/path/own');
const packages = require('internal/modules/package');
const { forRequire } = require('internal/modules/conditions');
const { codes: { ERR_INVALID_MODULE_SPECIFIER, ERR_PACKAGE_PATH_NOT_EXPORTED, ERR_PACKAGE_IMPORT_NOT_DEFINED } } = require('internal/errors');

const { stat } = packages;
const preserveSymlinks = require('internal/options').option('--preserve-symlinks') === true;

function isRelative(request) {
  return request === '.' || request === '..' || request.startsWith('./') || request.startsWith('../') ||
    (process.platform === 'win32' && (request.startsWith('.\\') || request.startsWith('..\\')));
}

function nodeModulePaths(from) {
  const paths = [];
  let directory = path.resolve(from);
  for (;;) {
    if (path.basename(directory) !== 'node_modules') paths.push(path.join(directory, 'node_modules'));
    const parent = path.dirname(directory);
    if (parent === directory) return paths;
    directory = parent;
  }
}

// real returns the path of an existing file without symbolic links.
function real(file) { return preserveSymlinks ? path.resolve(file) : binding.realpath(file); }

function asFile(candidate, extensions) {
  if (stat(candidate) === 0) return real(candidate);
  for (const extension of extensions) {
    if (stat(candidate + extension) === 0) return real(candidate + extension);
  }
  return false;
}

function asDirectory(directory, extensions) {
  const known = packages.read(directory);
  if (known && typeof known.main === 'string') {
    const main = path.resolve(directory, known.main);
    const found = asFile(main, extensions) || (stat(main) === 1 && asFile(path.join(main, 'index'), extensions));
    if (found) return found;
    const index = asFile(path.join(directory, 'index'), extensions);
    if (!index) throw noMain(directory, known, main);
    return index;
  }
  return asFile(path.join(directory, 'index'), extensions);
}

function noMain(directory, known, main) {
  const error = new Error(`Cannot find module '${main}'. Please verify that the package.json has a valid "main" entry`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = known.file;
  error.requestPath = directory;
  return error;
}

// file returns the file that request leads to from directory, or false. from is
// the file that asks, when one does.
function file(request, directory, paths, extensions, from) {
  const asked = path.isAbsolute(request) ? request : isRelative(request) ? path.resolve(directory, request) : undefined;
  if (asked !== undefined) {
    const mustBeDirectory = /(?:^|\/)\.{0,2}$|\/$/.test(request) && stat(asked) === 1;
    return (!mustBeDirectory && !request.endsWith('/') && asFile(asked, extensions)) ||
      (stat(asked) === 1 && asDirectory(asked, extensions));
  }
  if (request.startsWith('#')) return fromImports(request, directory, from);
  return fromSelf(request, directory, from) || fromPaths(request, paths, extensions);
}

function lookup(scope, base) {
  return {
    scope, conditions: forRequire, base,
    resolvePackage(target) {
      if (require('internal/modules/cjs').isBuiltin(target)) return target;
      return fromPaths(target, nodeModulePaths(scope.directory), []) || null;
    },
  };
}

function fromPaths(request, paths, extensions) {
  const parts = packages.split(request);
  for (const base of paths) {
    if (stat(base) !== 1) continue;
    if (parts) {
      const known = packages.read(path.join(base, parts.name));
      if (known && known.exports !== undefined) return fromExports(known, parts.subpath);
    }
    const candidate = path.join(base, request);
    const found = (!request.endsWith('/') && asFile(candidate, extensions)) ||
      (stat(candidate) === 1 && asDirectory(candidate, extensions));
    if (found) return found;
  }
  return false;
}

// fromSelf lets a package ask for itself by its name.
function fromSelf(request, directory, from) {
  const scope = packages.scopeOf(path.join(directory, 'x'));
  if (!scope || scope.exports === undefined || typeof scope.name !== 'string') return false;
  if (request !== scope.name && !request.startsWith(`${scope.name}/`)) return false;
  return fromExports(scope, `.${request.slice(scope.name.length)}`, from);
}

function fromExports(scope, subpath, from) {
  const found = packages.matchExports(lookup(scope, from), subpath);
  if (found === undefined || found === null) throw new ERR_PACKAGE_PATH_NOT_EXPORTED(`${scope.directory}/`, subpath, from);
  return existing(found, scope);
}

function fromImports(request, directory, from) {
  const scope = packages.scopeOf(path.join(directory, 'x'));
  if (!scope || !scope.imports) return false;
  if (request === '#' || request.startsWith('#/')) {
    throw new ERR_INVALID_MODULE_SPECIFIER(request, 'is not a valid internal imports specifier name', from);
  }
  const found = packages.matchImports(lookup(scope, from), request);
  if (found === undefined || found === null) {
    throw new ERR_PACKAGE_IMPORT_NOT_DEFINED(request, `${scope.directory}/`, from ?? `${directory}/`);
  }
  return require('internal/modules/cjs').isBuiltin(found) ? found : existing(found, scope);
}

// existing returns what a map led to; it must be a file.
function existing(found, scope) {
  if (stat(found) === 0) return real(found);
  const error = new Error(`Cannot find module '${found}'`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = scope.file;
  throw error;
}

// typescript returns the file in TypeScript that a request of another such file
// means, or undefined.
function typescript(request, directory, from) {
  if (from === undefined || from === null || !/\.(?:[cm]?ts|[jt]sx)$/.test(from)) return undefined;
  const { find, fromPaths } = require('internal/modules/typescript');
  const found = path.isAbsolute(request) || isRelative(request) ? find(path.resolve(directory, request)) : fromPaths(request, from);
  return found === undefined ? undefined : real(found);
}

module.exports = { typescript, file, isRelative, nodeModulePaths, packageType: packages.typeOf };
