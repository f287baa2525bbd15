'use strict';

// Paths with "/" between segments.

const { validateString } = require('internal/validators');
const {
  extensionStart, makeFormat, matchesGlob, normalizeSegments, withoutSuffix,
} = require('internal/path/common');

function resolve(...paths) {
  let resolved = '';
  let absolute = false;
  for (let i = paths.length - 1; i >= 0 && !absolute; i--) {
    const path = paths[i];
    validateString(path, `paths[${i}]`);
    if (path === '') continue;
    resolved = `${path}/${resolved}`;
    absolute = path[0] === '/';
  }
  if (!absolute) {
    const cwd = process.cwd();
    resolved = `${cwd}/${resolved}`;
    absolute = cwd[0] === '/';
  }
  const tail = normalizeSegments(resolved.split('/'), !absolute).join('/');
  return absolute ? `/${tail}` : tail || '.';
}

function normalize(path) {
  validateString(path, 'path');
  if (path === '') return '.';
  const absolute = path[0] === '/';
  const directory = path.endsWith('/');
  const tail = normalizeSegments(path.split('/'), !absolute).join('/');
  if (tail === '') {
    if (absolute) return '/';
    return directory ? './' : '.';
  }
  return `${absolute ? '/' : ''}${tail}${directory ? '/' : ''}`;
}

function isAbsolute(path) {
  validateString(path, 'path');
  return path[0] === '/';
}

function join(...paths) {
  let joined = '';
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i];
    validateString(path, 'path');
    if (path !== '') joined = joined === '' ? path : `${joined}/${path}`;
  }
  return joined === '' ? '.' : normalize(joined);
}

function relative(from, to) {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  const start = resolve(from);
  const end = resolve(to);
  if (start === end) return '';
  const fromSegments = start === '/' ? [] : start.slice(1).split('/');
  const toSegments = end === '/' ? [] : end.slice(1).split('/');
  let common = 0;
  while (common < fromSegments.length && fromSegments[common] === toSegments[common]) common++;
  const up = Array(fromSegments.length - common).fill('..');
  return up.concat(toSegments.slice(common)).join('/');
}

function toNamespacedPath(path) {
  return path;
}

// The end of a path without the slashes that trail it; at least first.
function trimmedLength(path, first) {
  let end = path.length;
  while (end > first && path[end - 1] === '/') end--;
  return end;
}

function dirname(path) {
  validateString(path, 'path');
  if (path === '') return '.';
  const absolute = path[0] === '/';
  const slash = path.lastIndexOf('/', trimmedLength(path, 1) - 1);
  if (slash <= 0) return absolute ? '/' : '.';
  return absolute && slash === 1 ? '//' : path.slice(0, slash);
}

function basename(path, suffix) {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  if (suffix && suffix === path) return '';
  const end = trimmedLength(path, 0);
  const first = end > 0 ? path.lastIndexOf('/', end - 1) + 1 : 0;
  return suffix ? withoutSuffix(path, first, end, suffix) : path.slice(first, end);
}

function extname(path) {
  validateString(path, 'path');
  const base = basename(path);
  const dot = extensionStart(base);
  return dot === -1 ? '' : base.slice(dot);
}

function parse(path) {
  validateString(path, 'path');
  const root = path[0] === '/' ? '/' : '';
  const parsed = { root, dir: root, base: '', ext: '', name: '' };
  const end = trimmedLength(path, root.length);
  if (end === root.length) return parsed;
  const slash = path.lastIndexOf('/', end - 1);
  if (slash >= root.length) parsed.dir = path.slice(0, slash);
  const base = path.slice(slash + 1, end);
  // Node takes ".." right under the root for a name with an extension.
  const dot = slash === 0 && base === '..' ? 1 : extensionStart(base);
  parsed.base = base;
  parsed.ext = dot === -1 ? '' : base.slice(dot);
  parsed.name = dot === -1 ? base : base.slice(0, dot);
  return parsed;
}

module.exports = {
  resolve,
  normalize,
  isAbsolute,
  join,
  relative,
  toNamespacedPath,
  dirname,
  basename,
  extname,
  format: makeFormat('/'),
  parse,
  matchesGlob,
  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};
