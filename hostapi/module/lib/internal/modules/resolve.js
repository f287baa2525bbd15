'use strict';
// Where a request leads: Node's resolution algorithm for require.

const binding = internalBinding('modules');
const path = require('path');
const { codes: { ERR_PACKAGE_PATH_NOT_EXPORTED, ERR_PACKAGE_IMPORT_NOT_DEFINED, ERR_INVALID_PACKAGE_TARGET } } =
  require('internal/errors');

const conditions = new Set(['node', 'require', 'module-sync', 'default']);
conditions.delete('module-sync'); // Node 20 does not know it

const stats = new Map();    // path → what binding.stat said
const packages = new Map(); // directory → its package.json, or null

function stat(file) {
  let kind = stats.get(file);
  if (kind === undefined) {
    kind = binding.stat(file);
    if (kind >= 0) stats.set(file, kind); // a file may appear later
  }
  return kind;
}

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

function readPackage(directory) {
  let known = packages.get(directory);
  if (known !== undefined) return known;
  const file = path.join(directory, 'package.json');
  known = null;
  if (stat(file) === 0) {
    try {
      const { name, main, exports, imports, type } = JSON.parse(binding.read(file));
      known = { directory, name, main, exports, imports, type };
    } catch (error) {
      error.message = `Error parsing ${file}: ${error.message}`;
      error.path = file;
      throw error;
    }
  }
  packages.set(directory, known);
  return known;
}

// packageScope returns the package that a file belongs to, or null.
function packageScope(file) {
  for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
    if (path.basename(directory) === 'node_modules') return null;
    const found = readPackage(directory);
    if (found) return found;
    if (path.dirname(directory) === directory) return null;
  }
}

function packageType(file) {
  const scope = packageScope(file);
  return scope && scope.type;
}

function asFile(candidate, extensions) {
  if (stat(candidate) === 0) return binding.realpath(candidate);
  for (const extension of extensions) {
    if (stat(candidate + extension) === 0) return binding.realpath(candidate + extension);
  }
  return false;
}

function asDirectory(directory, extensions) {
  const known = readPackage(directory);
  if (known && typeof known.main === 'string') {
    const main = path.resolve(directory, known.main);
    const found = asFile(main, extensions) || (stat(main) === 1 && asFile(path.join(main, 'index'), extensions));
    if (found) return found;
  }
  return asFile(path.join(directory, 'index'), extensions);
}

// file returns the file that request leads to from directory, or false.
function file(request, directory, paths, extensions) {
  const asked = path.isAbsolute(request) ? request : isRelative(request) ? path.resolve(directory, request) : undefined;
  if (asked !== undefined) {
    const mustBeDirectory = /(?:^|\/)\.{0,2}$|\/$/.test(request) && stat(asked) === 1;
    return (!mustBeDirectory && !request.endsWith('/') && asFile(asked, extensions)) ||
      (stat(asked) === 1 && asDirectory(asked, extensions));
  }
  if (request.startsWith('#')) return fromImports(request, directory);
  return fromSelf(request, directory) || fromPaths(request, paths, extensions);
}

function split(request) {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request);
  return match ? { name: match[1], subpath: `.${match[2] || ''}` } : undefined;
}

function fromPaths(request, paths, extensions) {
  const parts = split(request);
  for (const base of paths) {
    if (stat(base) !== 1) continue;
    if (parts) {
      const known = readPackage(path.join(base, parts.name));
      if (known && known.exports !== undefined && known.exports !== null) return fromExports(known, parts.subpath);
    }
    const candidate = path.join(base, request);
    const found = (!request.endsWith('/') && asFile(candidate, extensions)) ||
      (stat(candidate) === 1 && asDirectory(candidate, extensions));
    if (found) return found;
  }
  return false;
}

// fromSelf lets a package ask for itself by its name.
function fromSelf(request, directory) {
  const scope = packageScope(path.join(directory, 'x'));
  if (!scope || scope.exports === undefined || typeof scope.name !== 'string') return false;
  if (request !== scope.name && !request.startsWith(`${scope.name}/`)) return false;
  return fromExports(scope, `.${request.slice(scope.name.length)}`);
}

function fromExports(scope, subpath) {
  let { exports } = scope;
  const isSugar = typeof exports === 'string' || Array.isArray(exports) ||
    (typeof exports === 'object' && !Object.keys(exports).some((key) => key.startsWith('.')));
  if (isSugar) exports = { '.': exports };
  const found = match(exports, subpath, scope, false);
  if (found === undefined || found === null) throw new ERR_PACKAGE_PATH_NOT_EXPORTED(`${scope.directory}/`, subpath, undefined);
  return binding.realpath(found);
}

function fromImports(request, directory) {
  const scope = packageScope(path.join(directory, 'x'));
  if (!scope || !scope.imports) return false;
  const found = match(scope.imports, request, scope, true);
  if (found === undefined || found === null) {
    throw new ERR_PACKAGE_IMPORT_NOT_DEFINED(request, `${scope.directory}/`, `${directory}/`);
  }
  return require('internal/modules/cjs').isBuiltin(found) ? found : binding.realpath(found);
}

// match finds the entry of an exports or imports map: exact, or the longest
// pattern with a star.
function match(map, key, scope, internal) {
  if (Object.hasOwn(map, key) && !key.includes('*')) return target(map[key], '', scope, internal);
  let best;
  for (const pattern of Object.keys(map)) {
    const star = pattern.indexOf('*');
    if (star < 0 || !key.startsWith(pattern.slice(0, star))) continue;
    const tail = pattern.slice(star + 1);
    if (key.length < pattern.length || !key.endsWith(tail)) continue;
    if (best === undefined || star > best.indexOf('*')) best = pattern;
  }
  if (best === undefined) return undefined;
  const star = best.indexOf('*');
  const middle = key.slice(star, key.length - (best.length - star - 1));
  return target(map[best], middle, scope, internal);
}

// target follows conditions and arrays down to a path.
function target(value, middle, scope, internal) {
  if (typeof value === 'string') return targetPath(value, middle, scope, internal);
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = target(one, middle, scope, internal);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const condition of Object.keys(value)) {
    if (!conditions.has(condition)) continue;
    const found = target(value[condition], middle, scope, internal);
    if (found !== undefined) return found;
  }
  return undefined;
}

function targetPath(value, middle, scope, internal) {
  const text = value.replaceAll('*', middle);
  if (text.startsWith('./')) return path.join(scope.directory, text);
  if (!internal || text.startsWith('../') || text.startsWith('/')) {
    throw new ERR_INVALID_PACKAGE_TARGET(`${scope.directory}/`, middle, value, internal);
  }
  if (require('internal/modules/cjs').isBuiltin(text)) return text;
  return fromPaths(text, nodeModulePaths(scope.directory), []) || null;
}

module.exports = { file, isRelative, nodeModulePaths, packageType };
