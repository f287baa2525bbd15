'use strict';
// Packages: package.json files, and the exports and imports maps in them, which
// both kinds of modules read.

const binding = internalBinding('modules');
const path = require('internal/path/own');
const { codes: { ERR_INVALID_MODULE_SPECIFIER, ERR_INVALID_PACKAGE_CONFIG, ERR_INVALID_PACKAGE_TARGET } } =
  require('internal/errors');

const stats = new Map();    // path → what binding.stat said
const packages = new Map(); // directory → its package.json, or null

// stat returns 0 for a file, 1 for a directory, a negative number otherwise.
function stat(file) {
  let kind = stats.get(file);
  if (kind === undefined) {
    kind = binding.stat(file);
    if (kind >= 0) stats.set(file, kind); // a file may appear later
  }
  return kind;
}

// read returns the package.json of a directory, or null. One that is no JSON
// throws; importer is who asks, as a file name.
function read(directory, importer) {
  let known = packages.get(directory);
  if (known !== undefined) return known;
  const file = path.join(directory, 'package.json');
  known = null;
  if (stat(file) === 0) known = parse(directory, file, importer);
  packages.set(directory, known);
  return known;
}

function parse(directory, file, importer) {
  try {
    const { name, main, exports, imports, type } = JSON.parse(binding.read(file)) ?? {};
    return {
      directory, file, name, main, imports,
      exports: exports === null ? undefined : exports,
      type: type === 'module' || type === 'commonjs' ? type : 'none',
    };
  } catch (error) {
    if (importer !== undefined) throw new ERR_INVALID_PACKAGE_CONFIG(file, importer, error.message);
    error.message = `Error parsing ${file}: ${error.message}`;
    error.path = file;
    throw error;
  }
}

// scopeOf returns the package that a file belongs to, or null.
function scopeOf(file, importer) {
  for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
    if (path.basename(directory) === 'node_modules') return null;
    const found = read(directory, importer);
    if (found) return found;
    if (path.dirname(directory) === directory) return null;
  }
}

// typeOf returns the type of a file's package: 'module', 'commonjs' or 'none'.
function typeOf(file, importer) {
  const scope = scopeOf(file, importer);
  return scope ? scope.type : 'none';
}

// split takes a specifier apart: { name, subpath }, or undefined for what cannot
// begin with the name of a package.
function split(specifier) {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%@][^/\\%]*)(\/.*)?$/.exec(specifier);
  return match ? { name: match[1], subpath: `.${match[2] || ''}` } : undefined;
}

// A lookup in a map: where it is, on whose behalf, and under which conditions.
// { scope, conditions, base, url, internal, resolvePackage }; base is who asks, as a
// path, and url the same where errors name it so.

// matchExports returns the path that a subpath of a package leads to; undefined
// or null when it leads nowhere.
function matchExports(lookup, subpath) {
  let { exports } = lookup.scope;
  if (isSugar(exports, lookup)) exports = { '.': exports };
  return match(exports, subpath, { ...lookup, internal: false });
}

function matchImports(lookup, specifier) {
  return match(lookup.scope.imports, specifier, { ...lookup, internal: true });
}

// isSugar says that exports is what "." leads to, and no map of subpaths.
function isSugar(exports, { scope, base, url = base }) {
  if (typeof exports === 'string' || Array.isArray(exports)) return true;
  if (typeof exports !== 'object' || exports === null) return false;
  const keys = Object.keys(exports);
  const conditional = keys.filter((key) => !key.startsWith('.')).length;
  if (conditional > 0 && conditional < keys.length) {
    throw new ERR_INVALID_PACKAGE_CONFIG(scope.file, url, '"exports" cannot contain some keys starting with \'.\' and some not. ' +
      'The exports object must either be an object of package subpath keys or an object of main entry condition name keys only.');
  }
  return conditional > 0;
}

// match finds the entry of a map: exact, or the pattern with the longest part
// before its star.
function match(map, key, lookup) {
  if (typeof map !== 'object' || map === null) return undefined;
  if (Object.hasOwn(map, key) && !key.includes('*') && !key.endsWith('/')) return target(map[key], '', key, lookup, false);
  let best;
  for (const pattern of Object.keys(map)) {
    const star = pattern.indexOf('*');
    if (star < 0 || pattern.lastIndexOf('*') !== star || !key.startsWith(pattern.slice(0, star))) continue;
    if (key.length < pattern.length || !key.endsWith(pattern.slice(star + 1))) continue;
    if (best === undefined || star > best.indexOf('*') ||
      (star === best.indexOf('*') && pattern.length > best.length)) best = pattern;
  }
  if (best === undefined) return undefined;
  const star = best.indexOf('*');
  const middle = key.slice(star, key.length - (best.length - star - 1));
  return target(map[best], middle, best, lookup, true);
}

// target follows conditions and arrays down to a path.
function target(value, middle, key, lookup, pattern) {
  if (typeof value === 'string') return targetPath(value, middle, key, lookup, pattern);
  if (Array.isArray(value)) return targetOf(value, middle, key, lookup, pattern);
  if (value === null) return null;
  if (typeof value !== 'object') throw invalidTarget(key, value, lookup);
  for (const condition of Object.keys(value)) {
    if (/^(?:0|[1-9]\d*)$/.test(condition)) {
      throw new ERR_INVALID_PACKAGE_CONFIG(lookup.scope.file, lookup.url ?? lookup.base, '"exports" cannot contain numeric property keys.');
    }
    if (condition !== 'default' && !lookup.conditions.has(condition)) continue;
    const found = target(value[condition], middle, key, lookup, pattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

// targetOf takes the first element of an array that leads somewhere.
function targetOf(list, middle, key, lookup, pattern) {
  let result = list.length === 0 ? null : undefined;
  let failure;
  for (const one of list) {
    try {
      const found = target(one, middle, key, lookup, pattern);
      failure = undefined;
      if (found === undefined) continue;
      result = found;
      if (found !== null) return found;
    } catch (error) {
      if (error.code !== 'ERR_INVALID_PACKAGE_TARGET') throw error;
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
  return result;
}

function invalidTarget(key, value, { scope, internal, base }) {
  const shown = typeof value === 'object' && value !== null ? JSON.stringify(value, null, '') : value;
  return new ERR_INVALID_PACKAGE_TARGET(`${scope.directory}/`, key, shown, internal, base);
}

// Segments that would leave the package.
const invalidSegment = /(^|\\|\/)((\.|%2e)(\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))(\\|\/|$)/i;

function targetPath(value, middle, key, lookup, pattern) {
  const text = pattern ? value.replaceAll('*', () => middle) : value;
  if (!value.startsWith('./')) {
    if (!lookup.internal || value.startsWith('../') || value.startsWith('/') || isURL(value)) throw invalidTarget(key, value, lookup);
    return lookup.resolvePackage(text);
  }
  if (invalidSegment.test(value.slice(2))) throw invalidTarget(key, value, lookup);
  if (pattern && invalidSegment.test(middle)) {
    const request = key.replace('*', () => middle);
    throw new ERR_INVALID_MODULE_SPECIFIER(request, `request is not a valid match in pattern "${key}" for the ` +
      `"${lookup.internal ? 'imports' : 'exports'}" resolution of ${lookup.scope.file}`, lookup.base);
  }
  return path.join(lookup.scope.directory, decoded(text));
}

// decoded is what a target is as the path of a URL.
function decoded(text) {
  if (!text.includes('%') || /%2f|%5c/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isURL(text) {
  return /^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(text) && !text.startsWith('node:');
}

module.exports = { stat, read, scopeOf, typeOf, split, matchExports, matchImports };
