'use strict';
// Where a specifier leads: Node's resolution algorithm for import.

const binding = internalBinding('modules');
const path = require('internal/path/own');
const { URL, fileURLToPath, pathToFileURL } = require('internal/url');
const { pathOf, urlOf } = require('internal/modules/esm/file_url');
const packages = require('internal/modules/package');
const { forImport } = require('internal/modules/conditions');
const { codes } = require('internal/errors');

const preserveSymlinks = require('internal/options').option('--preserve-symlinks') === true;

// shown returns how errors call the module at a URL.
function shown(url) { return url.startsWith('file:') ? fileURLToPath(url) : url; }

function isBuiltin(specifier) { return require('internal/modules/cjs').isBuiltin(specifier); }

function resolveWithoutHint(specifier, parentURL) {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  const url = resolveURL(specifier, parentURL);
  if (url.protocol === 'node:') {
    if (isBuiltin(url.href)) return url.href;
    throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(specifier);
  }
  if (url.protocol !== 'file:') return url.href; // what cannot be loaded shows then
  return finish(url, parentURL);
}

function resolveURL(specifier, parentURL) {
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') return relative(specifier, parentURL);
  if (specifier.startsWith('#')) return fromImports(specifier, parentURL);
  const absolute = URL.canParse(specifier) ? new URL(specifier) : undefined;
  if (absolute) return absolute;
  if (!parentURL.startsWith('file:')) throw unsupported(specifier, parentURL);
  if (isTypescript(parentURL)) {
    const mapped = require('internal/modules/typescript').fromPaths(specifier, fileURLToPath(parentURL));
    if (mapped !== undefined) return pathToFileURL(mapped);
  }
  return fromPackage(specifier, parentURL);
}

function relative(specifier, parentURL) {
  try {
    return new URL(specifier, parentURL);
  } catch (error) {
    if (error.code !== 'ERR_INVALID_URL') throw error;
    throw unsupported(specifier, parentURL);
  }
}

function unsupported(specifier, parentURL) { return new codes.ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, parentURL); }

// finish checks that a file is there, and follows symbolic links.
function finish(url, parentURL) {
  const base = shown(parentURL);
  if (/%2f|%5c/i.test(url.pathname)) {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(url.pathname, 'must not include encoded "/" or "\\" characters', base);
  }
  let file = fileURLToPath(url);
  const kind = packages.stat(file.endsWith('/') ? file.slice(0, -1) || '/' : file);
  if (kind === 1 && !isTypescript(parentURL)) throw new codes.ERR_UNSUPPORTED_DIR_IMPORT(file, base, String(url));
  if (kind !== 0 || file.endsWith('/')) {
    const guess = typescriptFile(file, parentURL);
    if (guess === undefined) throw new codes.ERR_MODULE_NOT_FOUND(file, base, url);
    file = guess;
  }
  if (!preserveSymlinks) file = binding.realpath(file);
  const found = pathToFileURL(file);
  found.search = url.search;
  found.hash = url.hash;
  return found.href;
}

// resolve returns the URL that a specifier leads to from the module at
// parentURL. It throws when there is nothing.
function resolve(specifier, parentURL) {
  const known = resolvePlain(specifier, parentURL);
  if (known !== undefined) return known;
  try {
    return resolveWithoutHint(specifier, parentURL);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ERR_UNSUPPORTED_DIR_IMPORT') {
      addHint(error, specifier, parentURL);
    }
    throw error;
  }
}

const plainRelative = /^\.\.?\/(?:[\w@-]|[./](?![./]))*[\w@-]$/;
const resolved = new Map(); // path → URL of the file there

// resolvePlain is resolve for what most imports are: the path of a file that is
// there, without anything that a URL parser would look at. undefined: not so.
function resolvePlain(specifier, parentURL) {
  if (!plainRelative.test(specifier) || !parentURL.startsWith('file:')) return undefined;
  const parent = pathOf(parentURL);
  const slash = parent.lastIndexOf('/');
  const file = specifier.startsWith('./') ? parent.slice(0, slash + 1) + specifier.slice(2) :
    path.resolve(parent.slice(0, slash), specifier);
  const known = resolved.get(file);
  if (known !== undefined) return known;
  if (packages.stat(file) !== 0) return undefined;
  const url = urlOf(preserveSymlinks ? file : binding.realpath(file));
  resolved.set(file, url);
  return url;
}

// addHint tells of the file that require would have found.
function addHint(error, specifier, parentURL) {
  const hint = hintOf(specifier, parentURL);
  if (hint === undefined) return;
  const { message, stack } = error;
  error.message += `\nDid you mean to import ${JSON.stringify(hint)}?`;
  error.stack = stack.replace(message, () => error.message);
}

function hintOf(specifier, parentURL) {
  if (!parentURL.startsWith('file:')) return undefined;
  const parent = path.dirname(fileURLToPath(parentURL));
  const { _resolveFilename, _nodeModulePaths } = require('internal/modules/cjs');
  let found;
  try {
    found = _resolveFilename(specifier, { filename: null, paths: _nodeModulePaths(parent) }, false);
  } catch {
    return undefined;
  }
  if (/^\.{0,2}\//.test(specifier)) {
    const relativePath = path.relative(parent, found);
    return relativePath.startsWith('.') ? relativePath : `./${relativePath}`;
  }
  const at = found.lastIndexOf(specifier.split('/')[0]);
  return at < 0 ? found : found.slice(at);
}

function isTypescript(url) { return /\.(?:[mc]?ts|[jt]sx)(?:[?#]|$)/.test(url); }

// typescriptFile returns the TypeScript file that is meant by the name of its
// output, or by no extension, from another TypeScript file.
function typescriptFile(file, parentURL) {
  return isTypescript(parentURL) ? require('internal/modules/typescript').find(file) : undefined;
}

function lookup(scope, parentURL) {
  return {
    scope, conditions: forImport, base: shown(parentURL), url: parentURL,
    resolvePackage(target) {
      if (isBuiltin(target)) return target;
      return fileURLToPath(fromPackage(target, String(pathToFileURL(scope.file))));
    },
  };
}

function toURL(found) {
  return isBuiltin(found) && !path.isAbsolute(found) ?
    new URL(found.startsWith('node:') ? found : `node:${found}`) : pathToFileURL(found);
}

function fromImports(specifier, parentURL) {
  const base = shown(parentURL);
  if (specifier === '#' || specifier.startsWith('#/') || specifier.endsWith('/')) {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid internal imports specifier name', base);
  }
  const scope = parentURL.startsWith('file:') ? packages.scopeOf(base, base) : null;
  const found = scope && scope.imports ? packages.matchImports(lookup(scope, parentURL), specifier) : undefined;
  if (found === undefined || found === null) {
    throw new codes.ERR_PACKAGE_IMPORT_NOT_DEFINED(specifier, scope && scope.imports && `${scope.directory}/`, base);
  }
  return toURL(found);
}

function fromPackage(specifier, parentURL) {
  const base = shown(parentURL);
  const parts = packages.split(specifier);
  if (parts === undefined && specifier !== '') {
    throw new codes.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid package name', base);
  }
  const { name, subpath } = parts || { name: '', subpath: '.' };
  // A folder as a parent (of --import and the like) stands for a file in it.
  const inside = /[\\/]$/.test(base) ? `${base}_` : base;
  const self = packages.scopeOf(inside, base);
  if (self && self.name === name && self.exports !== undefined) return fromExports(self, subpath, parentURL);
  for (let directory = path.dirname(inside); ; directory = path.dirname(directory)) {
    const folder = path.join(directory, 'node_modules', name);
    if (path.basename(directory) !== 'node_modules' && name !== '' && packages.stat(folder) === 1) {
      const known = packages.read(folder, base);
      if (known && known.exports !== undefined) return fromExports(known, subpath, parentURL);
      if (subpath === '.') return legacyMain(folder, known, base);
      return new URL(subpath, `${pathToFileURL(folder)}/`);
    }
    if (path.dirname(directory) === directory) break;
  }
  throw new codes.ERR_MODULE_NOT_FOUND(name, base, null);
}

function fromExports(scope, subpath, parentURL) {
  const found = packages.matchExports(lookup(scope, parentURL), subpath);
  if (found === undefined || found === null) {
    throw new codes.ERR_PACKAGE_PATH_NOT_EXPORTED(`${scope.directory}/`, subpath, shown(parentURL));
  }
  return toURL(found);
}

const mainSuffixes = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

// legacyMain finds the entry of a package without exports.
function legacyMain(folder, known, base) {
  if (known && typeof known.main === 'string') {
    for (const suffix of mainSuffixes) {
      const file = path.join(folder, known.main + suffix);
      if (packages.stat(file) === 0) return pathToFileURL(file);
    }
  }
  for (const name of ['index.js', 'index.json', 'index.node']) {
    const file = path.join(folder, name);
    if (packages.stat(file) === 0) return pathToFileURL(file);
  }
  throw new codes.ERR_MODULE_NOT_FOUND(folder, base, null);
}

// resolveForMeta is import.meta.resolve: a file that is not there is its
// business.
function resolveForMeta(specifier, parentURL) {
  try {
    return resolve(specifier, parentURL);
  } catch (error) {
    if ((error.code === 'ERR_UNSUPPORTED_DIR_IMPORT' || error.code === 'ERR_MODULE_NOT_FOUND') && error.url) return error.url;
    throw error;
  }
}

module.exports = { resolve, resolveForMeta };
