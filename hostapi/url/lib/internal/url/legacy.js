'use strict';

// The older URL of url.parse: an object whose properties are the parts.

const { codes: { ERR_INVALID_URL } } = require('internal/errors');
const { validateString } = require('internal/validators');
const { decodeComponent } = require('internal/url/component');
const { toASCII } = require('internal/url/legacy_host');

// Protocols by how they treat what follows them, each with and without its colon.
function protocols(...names) {
  return new Set(names.flatMap((name) => [name, `${name}:`]));
}
const scripts = protocols('javascript');
const withSlashes = protocols('http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss');

const schemePattern = /^[a-z0-9.+-]+:/i;
const simplePath = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const hashOrUser = /#|^[^?]*@/;
const hostWithUser = /^\/\/[^@/]+@[^@/]+/;
const portPattern = /:[0-9]*$/;
const blanksAround = /^[ \t\r\n\f\u00a0\ufeff]+|[ \t\r\n\f\u00a0\ufeff]+$/g;

const escapes = {
  '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C', '>': '%3E',
  '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D',
};
const toEscape = /[\t\n\r "'<>\\^`{|}]/g;

// Characters which no host has, though they do not end it: they make the URL invalid.
const forbiddenInHost = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenInHostIpv6 = /[\0\t\n\r #%/<>?@\\^|]/;

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

// Without blanks around, and with "/" for "\" before the query.
function cleaned(url) {
  const text = url.replace(blanksAround, '');
  if (!text.includes('\\')) return text;
  const end = text.search(/[?#]/);
  if (end === -1) return text.replaceAll('\\', '/');
  return text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
}

function takeQuery(url, search, parseQueryString) {
  if (search !== null) {
    url.search = search;
    const text = search.slice(1);
    url.query = parseQueryString ? require('querystring').parse(text) : text;
  } else if (parseQueryString) {
    url.search = null;
    url.query = { __proto__: null };
  }
}

// Nothing but a path and a query.
function parseSimple(url, rest, parseQueryString) {
  const match = simplePath.exec(rest);
  if (match === null) return false;
  url.path = rest;
  url.href = rest;
  url.pathname = match[1];
  takeQuery(url, match[2] ?? null, parseQueryString);
  return true;
}

// Where the user's name and the host end. Characters that no host has end it too, but an "@"
// behind them takes them into the user's name.
function findHost(rest) {
  let at = -1;
  let end = -1;
  const marks = /[ "%';<>\\^`{|}#/?@]/g;
  for (let match = marks.exec(rest); match !== null; match = marks.exec(rest)) {
    if (match[0] === '@') {
      at = match.index;
      end = -1;
      continue;
    }
    if (end === -1) end = match.index;
    if (match[0] === '#' || match[0] === '/' || match[0] === '?') break;
  }
  return { at, end: end === -1 ? rest.length : end };
}

function isIpv6(hostname) {
  return hostname[0] === '[' && hostname[hostname.length - 1] === ']';
}

// Reads user, host and port from what follows "//", and gives back the rest.
function parseAuthority(url, text, whole) {
  let rest = text.replace(/^[^#/?]*/, (authority) => authority.replace(/[\t\n\r]/g, ''));
  const { at, end } = findHost(rest);
  if (at !== -1) url.auth = decodeComponent(rest.slice(0, at));
  url.host = rest.slice(at + 1, end);
  rest = rest.slice(end);
  url.parseHost();
  const hostname = url.hostname ??= '';
  const ipv6 = isIpv6(hostname);
  if (!ipv6) rest = cutHostname(url, rest, hostname);
  finishHostname(url, ipv6, whole);
  url.host = url.hostname + (url.port ? `:${url.port}` : '');
  if (ipv6) {
    url.hostname = url.hostname.slice(1, -1);
    if (rest[0] !== '/') rest = `/${rest}`;
  }
  return rest;
}

// A character that cannot be in a host ends it; what follows is path.
function cutHostname(url, rest, hostname) {
  const odd = hostname.search(/[/\\#?:]/);
  if (odd === -1) return rest;
  url.hostname = hostname.slice(0, odd);
  return `/${hostname.slice(odd)}${rest}`;
}

function finishHostname(url, ipv6, whole) {
  url.hostname = url.hostname.length > 255 ? '' : url.hostname.toLowerCase();
  if (url.hostname === '') return;
  if (ipv6) {
    if (forbiddenInHostIpv6.test(url.hostname)) throw new ERR_INVALID_URL(whole);
    return;
  }
  url.hostname = toASCII(url.hostname);
  if (url.hostname === '' || forbiddenInHost.test(url.hostname)) throw new ERR_INVALID_URL(whole);
}

// Reads path, query and fragment.
function parseTail(url, rest, parseQueryString) {
  const hash = rest.indexOf('#');
  if (hash !== -1) url.hash = rest.slice(hash);
  const beforeHash = hash === -1 ? rest : rest.slice(0, hash);
  const question = beforeHash.indexOf('?');
  takeQuery(url, question === -1 ? null : beforeHash.slice(question), parseQueryString);
  const pathname = question === -1 ? beforeHash : beforeHash.slice(0, question);
  if (pathname !== '') url.pathname = pathname;
}

Url.prototype.parse = function parse(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = cleaned(url);
  if (!slashesDenoteHost && !hashOrUser.test(rest) && parseSimple(this, rest, parseQueryString)) return this;

  const scheme = schemePattern.exec(rest)?.[0];
  const protocol = scheme?.toLowerCase();
  if (scheme !== undefined) {
    this.protocol = protocol;
    rest = rest.slice(scheme.length);
  }
  let slashes = false;
  if (slashesDenoteHost || scheme !== undefined || hostWithUser.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !scripts.has(protocol)) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!scripts.has(protocol) && (slashes || (scheme !== undefined && !withSlashes.has(scheme)))) {
    rest = parseAuthority(this, rest, url);
  }
  if (!scripts.has(protocol)) rest = rest.replace(toEscape, (char) => escapes[char]);
  parseTail(this, rest, parseQueryString);
  if (withSlashes.has(protocol) && this.hostname && !this.pathname) this.pathname = '/';
  if (this.pathname || this.search) this.path = (this.pathname || '') + (this.search || '');
  this.href = this.format();
  return this;
};

Url.prototype.format = function format() {
  return require('internal/url/legacy_format').format(this, withSlashes);
};

Url.prototype.resolve = function resolve(relative) {
  const reference = new Url();
  reference.parse(relative, false, true);
  return this.resolveObject(reference).format();
};

Url.prototype.resolveObject = function resolveObject(relative) {
  let reference = relative;
  if (typeof relative === 'string') {
    reference = new Url();
    reference.parse(relative, false, true);
  }
  return require('internal/url/legacy_resolve').resolveObject(this, reference, new Url(), withSlashes, scripts);
};

Url.prototype.parseHost = function parseHost() {
  let host = this.host;
  const port = portPattern.exec(host)?.[0];
  if (port !== undefined) {
    if (port !== ':') this.port = port.slice(1);
    host = host.slice(0, host.length - port.length);
  }
  if (host) this.hostname = host;
};

module.exports = { Url };
