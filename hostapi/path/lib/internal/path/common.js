'use strict';

// What both flavours of 'path' do alike.

const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
const { validateObject } = require('internal/validators');

// Resolves "." and ".." in a list of segments. aboveRoot: keep ".." that leads out of the path.
function normalizeSegments(segments, aboveRoot) {
  const kept = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') {
      kept.push(segment);
    } else if (kept.length > 0 && kept[kept.length - 1] !== '..') {
      kept.pop();
    } else if (aboveRoot) {
      kept.push('..');
    }
  }
  return kept;
}

// The place of the dot before a file name's extension; -1 when there is none.
function extensionStart(base) {
  const dot = base.lastIndexOf('.');
  return dot <= 0 || base === '..' ? -1 : dot;
}

// The base name path.slice(start, end) without a suffix, unless that is all of it. A suffix that
// reaches beyond the start makes Node forget about the separators at the end of the path.
function withoutSuffix(path, start, end, suffix) {
  const base = path.slice(start, end);
  if (suffix.length > path.length || suffix === base) return base;
  if (suffix.endsWith(base)) return path.slice(start);
  return base.endsWith(suffix) ? base.slice(0, base.length - suffix.length) : base;
}

function withDot(extension) {
  if (!extension) return '';
  return `${extension[0] === '.' ? '' : '.'}${extension}`;
}

function formatPath(separator, pathObject) {
  validateObject(pathObject, 'pathObject');
  const dir = pathObject.dir || pathObject.root;
  const base = pathObject.base || `${pathObject.name || ''}${withDot(pathObject.ext)}`;
  if (!dir) return base;
  return dir === pathObject.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

// format is bound, as programs can see from its name.
function makeFormat(separator) {
  function _format(separator, pathObject) { return formatPath(separator, pathObject); }
  return _format.bind(null, separator);
}

function matchesGlob(path, pattern) { // eslint-disable-line no-unused-vars
  throw new ERR_METHOD_NOT_IMPLEMENTED('path.matchesGlob()');
}

module.exports = { extensionStart, makeFormat, matchesGlob, normalizeSegments, withoutSuffix };
