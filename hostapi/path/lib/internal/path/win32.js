'use strict';

// Paths with "\" or "/" between segments, drive letters, and UNC names.

const { validateString } = require('internal/validators');
const {
  extensionStart, makeFormat, matchesGlob, normalizeSegments, withoutSuffix,
} = require('internal/path/common');

const separators = /[\\/]/;
const drive = /^[A-Za-z]:/;
// "\\server\share", with any number of separators between the two names.
const unc = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/;

const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9\u00b9\u00b2\u00b3])$/i;

// A segment that ends with a colon could be taken for a device.
const namesDevice = /:(?:[\\/]|$)/;

function isSeparator(char) {
  return char === '\\' || char === '/';
}

// What a path begins with: the device ("c:", "\\server\share" or ""), whether the path is
// absolute, and where the root ends.
function rootOf(path, devicesToo) {
  if (isSeparator(path[0])) {
    const match = unc.exec(path);
    if (match === null) return { device: '', absolute: true, end: 1 };
    // "\\\\.\\" and "\\\\?\\" are devices whatever follows.
    if (devicesToo && (match[1] === '.' || match[1] === '?')) {
      return { device: `\\\\${match[1]}`, absolute: true, end: 4 };
    }
    return { device: `\\\\${match[1]}\\${match[2]}`, absolute: true, end: match[0].length, unc: true };
  }
  if (!drive.test(path)) return { device: '', absolute: false, end: 0 };
  const absolute = isSeparator(path[2]);
  return { device: path.slice(0, 2), absolute, end: absolute ? 3 : 2 };
}

// The current directory of a device.
function currentDirectory(device) {
  if (device === '') return process.cwd();
  const path = process.env[`=${device}`] || process.cwd();
  const other = path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path[2] === '\\';
  return other ? `${device}\\` : path;
}

function resolve(...paths) {
  let device = '';
  let tail = '';
  let absolute = false;
  for (let i = paths.length - 1; i >= -1 && !(absolute && device !== ''); i--) {
    if (i >= 0) validateString(paths[i], `paths[${i}]`);
    const path = i >= 0 ? paths[i] : currentDirectory(device);
    if (path === '') continue;
    const root = rootOf(path, true);
    if (root.device !== '') {
      if (device === '') device = root.device;
      else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
    }
    if (absolute) continue;
    tail = `${path.slice(root.end)}\\${tail}`;
    absolute = root.absolute;
  }
  tail = normalizeSegments(tail.split(separators), !absolute).join('\\');
  return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
}

function normalize(path) {
  validateString(path, 'path');
  if (path === '') return '.';
  if (path.length === 1) return path === '/' ? '\\' : path;
  const root = rootOf(path, true);
  if (root.unc && root.end === path.length) return `${root.device}\\`;
  const isReserved = root.end === 0 && reserved.test(path.slice(0, path.indexOf(':')));
  if (isReserved) root.end = path.indexOf(':') + 1;
  const directory = isSeparator(path[path.length - 1]);
  let tail = root.end < path.length ?
    normalizeSegments(path.slice(root.end).split(separators), !root.absolute).join('\\') : '';
  if (tail === '' && !root.absolute) tail = '.';
  if (tail !== '' && directory) tail += '\\';
  if (isReserved) return `.\\${path.slice(0, root.end)}${tail}`;
  if (!root.absolute && root.device === '' && (drive.test(tail) || namesDevice.test(path))) return `.\\${tail}`;
  return `${root.device}${root.absolute ? '\\' : ''}${tail}`;
}

function isAbsolute(path) {
  validateString(path, 'path');
  return isSeparator(path[0]) || (drive.test(path) && isSeparator(path[2]));
}

// Two or more separators at the start of joined paths mean a UNC name only when the first path
// says so itself: "//server", with nothing but a name behind.
function meansUnc(first) {
  if (!isSeparator(first[0])) return false;
  return first.length > 2 && isSeparator(first[1]) && !isSeparator(first[2]);
}

function join(...paths) {
  let joined;
  let first;
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i];
    validateString(path, 'path');
    if (path === '') continue;
    if (joined === undefined) joined = first = path;
    else joined += `\\${path}`;
  }
  if (joined === undefined) return '.';
  if (!meansUnc(first)) joined = joined.replace(/^[\\/]{2,}/, '\\');
  return normalize(joined);
}

function withoutSeparators(path) {
  return path.replace(/^\\+|\\+$/g, '');
}

// Where the last separator stands that two paths have in common, or the shorter path's end where
// the longer one goes on with a separator. -1: nothing is common.
function commonEnd(from, to) {
  const length = Math.min(from.length, to.length);
  let last = -1;
  for (let i = 0; i < length; i++) {
    if (from[i] !== to[i]) return last;
    if (from[i] === '\\') last = i;
  }
  if (from.length > length) {
    if (from[length] === '\\') return length;
    // "c:" is all of the other path.
    if (length === 2) return 3;
  }
  return Math.max(last, 0);
}

function relative(from, to) {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  const fromFull = resolve(from);
  const toFull = resolve(to);
  if (fromFull.toLowerCase() === toFull.toLowerCase()) return '';
  const start = withoutSeparators(fromFull.toLowerCase());
  const end = withoutSeparators(toFull);
  const endLower = end.toLowerCase();
  if (endLower.length > start.length && endLower.startsWith(start)) {
    const rest = toFull.slice(toFull.indexOf(end) + start.length);
    if (rest[0] === '\\') return rest.slice(1);
    if (start.length === 2) return rest;
  }
  const common = commonEnd(start, endLower);
  if (common === -1) return toFull;
  const left = common + 1 <= start.length ? start.slice(common + 1).split('\\').length : 0;
  const up = Array(left).fill('..').join('\\');
  const tail = end.slice(common);
  return up === '' && tail[0] === '\\' ? tail.slice(1) : up + tail;
}

// A path that Windows takes as it is, without a limit of length.
function toNamespacedPath(path) {
  if (typeof path !== 'string' || path.length === 0) return path;
  const resolved = resolve(path);
  if (resolved.length <= 2) return path;
  if (resolved.startsWith('\\\\')) {
    const kind = resolved[2];
    return kind === '?' || kind === '.' ? resolved : `\\\\?\\UNC\\${resolved.slice(2)}`;
  }
  return /^[A-Za-z]:\\/.test(resolved) ? `\\\\?\\${resolved}` : resolved;
}

function lastSeparator(path, from) {
  return Math.max(path.lastIndexOf('\\', from), path.lastIndexOf('/', from));
}

// The end of a path without the separators that trail it; at least first.
function trimmedLength(path, first) {
  let end = path.length;
  while (end > first && isSeparator(path[end - 1])) end--;
  return end;
}

// Where the root ends for dirname and parse, which take the separator after a UNC name to it.
function rootLength(path) {
  const { end, unc: isUnc } = rootOf(path);
  return isUnc && isSeparator(path[end]) ? end + 1 : end;
}

function dirname(path) {
  validateString(path, 'path');
  if (path === '') return '.';
  const root = rootLength(path);
  const end = trimmedLength(path, root);
  const separator = end > root ? lastSeparator(path, end - 1) : -1;
  if (separator >= root) return path.slice(0, separator);
  return root === 0 ? '.' : path.slice(0, root);
}

function basename(path, suffix) {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  if (suffix && suffix === path) return '';
  const start = drive.test(path) ? 2 : 0;
  const end = trimmedLength(path, start);
  const first = end > start ? Math.max(lastSeparator(path, end - 1) + 1, start) : start;
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
  const rootEnd = rootLength(path);
  const root = path.slice(0, rootEnd);
  const parsed = { root, dir: root, base: '', ext: '', name: '' };
  const end = trimmedLength(path, rootEnd);
  if (end === rootEnd) return parsed;
  const separator = lastSeparator(path, end - 1);
  if (separator >= rootEnd) parsed.dir = path.slice(0, separator);
  const base = path.slice(Math.max(separator + 1, rootEnd), end);
  const dot = extensionStart(base);
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
  format: makeFormat('\\'),
  parse,
  matchesGlob,
  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};
