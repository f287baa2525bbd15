'use strict';

// Between URLs and what is no URL: file paths, and the options of http.request.

const {
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_INVALID_ARG_VALUE,
    ERR_INVALID_FILE_URL_HOST,
    ERR_INVALID_FILE_URL_PATH,
    ERR_INVALID_URL_SCHEME,
  },
} = require('internal/errors');
const { validateString } = require('internal/validators');
const { URL } = require('internal/url');
const { decodeComponent } = require('internal/url/component');
const { domainToASCII, domainToUnicode, encodeComponent, wellFormed } = internalBinding('url');

const isWindows = process.platform === 'win32';
// What stays as it is in the path of a file URL.
const plainInPath = "!$&'()*+,;=:@-._/";

// Anything that looks like a web URL, and not like one of url.parse.
function looksLikeURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

function windowsPath({ hostname, pathname }) {
  if (/%(?:2f|5c)/i.test(pathname)) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters');
  }
  const path = decodeComponent(pathname.replaceAll('/', '\\'));
  if (hostname !== '') return `\\\\${domainToUnicode(hostname)}${path}`;
  if (!/^\\[a-z]:/i.test(path)) throw new ERR_INVALID_FILE_URL_PATH('must be absolute');
  return path.slice(1);
}

function posixPath({ hostname, pathname }) {
  if (hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  if (/%2f/i.test(pathname)) throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters');
  return decodeComponent(pathname);
}

function fileURLToPath(path, options = {}) {
  const windows = options?.windows;
  const url = typeof path === 'string' ? new URL(path) : path;
  if (!looksLikeURL(url)) throw new ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], path);
  if (url.protocol !== 'file:') throw new ERR_INVALID_URL_SCHEME('file');
  return windows ?? isWindows ? windowsPath(url) : posixPath(url);
}

function encodePath(path) {
  return encodeComponent(wellFormed(path), plainInPath);
}

// "\\server\share\…"
function uncToURL(path) {
  const end = path.indexOf('\\', 2);
  if (end === -1) throw new ERR_INVALID_ARG_VALUE('path', path, 'Missing UNC resource path');
  if (end === 2) throw new ERR_INVALID_ARG_VALUE('path', path, 'Empty UNC servername');
  const url = new URL(`file://${encodePath(path.slice(end).replaceAll('\\', '/'))}`);
  url.hostname = domainToASCII(path.slice(2, end));
  return url;
}

function pathToFileURL(filepath, options = undefined) {
  validateString(filepath, 'path');
  const windows = options?.windows ?? isWindows;
  if (windows && filepath.startsWith('\\\\')) return uncToURL(filepath);
  const path = windows ? require('path/win32') : require('path/posix');
  let resolved = path.resolve(filepath);
  // resolve drops a separator at the end, which says that it is a directory.
  const last = filepath[filepath.length - 1];
  if ((last === '/' || (windows && last === '\\')) && !resolved.endsWith(path.sep)) resolved += '/';
  if (windows) resolved = resolved.replaceAll('\\', '/');
  const encoded = encodePath(resolved);
  return new URL(`file://${encoded[0] === '/' ? '' : '/'}${encoded}`);
}

function toPathIfFileURL(value) {
  return looksLikeURL(value) ? fileURLToPath(value) : value;
}

function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: typeof hostname === 'string' && hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeComponent(username)}:${decodeComponent(password)}`;
  return options;
}

module.exports = { fileURLToPath, pathToFileURL, toPathIfFileURL, urlToHttpOptions };
