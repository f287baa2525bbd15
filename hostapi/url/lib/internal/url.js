'use strict';

// The web's URL: its href, and the places of its parts in it.

const {
  codes: { ERR_INVALID_URL, ERR_METHOD_NOT_IMPLEMENTED, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { URLSearchParams, makeFor, replaceList } = require('internal/url/searchparams');
const natives = internalBinding('url');

// What stands where in the array that the natives return.
const kHref = 0;
const kProtocolEnd = 1;
const kUsernameStart = 2;
const kUsernameEnd = 3;
const kHostStart = 4;
const kHostEnd = 5;
const kPortEnd = 6;
const kPathStart = 7;
const kSearchStart = 8;
const kHashStart = 9;

const withOrigin = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:']);

// A query or fragment that is nothing but its mark is empty.
function unlessMark(text) {
  return text.length > 1 ? text : '';
}

let isURL;

class URL {
  #parts;
  #searchParams = undefined;

  static {
    isURL = (value) => value !== null && typeof value === 'object' && #parts in value;
  }

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    const text = `${input}`;
    const baseText = base === undefined ? undefined : `${base}`;
    this.#parts = natives.parse(text, baseText);
    if (this.#parts === undefined) throw new ERR_INVALID_URL(text, baseText);
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return natives.canParse(`${url}`, base === undefined ? undefined : `${base}`);
  }

  static createObjectURL(obj) { // eslint-disable-line no-unused-vars
    throw new ERR_METHOD_NOT_IMPLEMENTED('URL.createObjectURL()');
  }

  static revokeObjectURL(url) {
    `${url}`; // eslint-disable-line no-unused-expressions
  }

  #slice(from, to) {
    return this.#parts[kHref].slice(this.#parts[from], this.#parts[to]);
  }

  // Changes a property, unless the value does not fit.
  #set(property, value) {
    const parts = natives.update(this.#parts[kHref], property, value);
    if (parts === undefined) return;
    this.#parts = parts;
    if (this.#searchParams !== undefined && property === 'search') replaceList(this.#searchParams, this.search);
  }

  toString() {
    return this.#parts[kHref];
  }

  get href() {
    return this.#parts[kHref];
  }

  set href(value) {
    const text = `${value}`;
    const parts = natives.parse(text);
    if (parts === undefined) throw new ERR_INVALID_URL(text);
    this.#parts = parts;
    if (this.#searchParams !== undefined) replaceList(this.#searchParams, this.search);
  }

  get origin() {
    const protocol = this.#slice(kHref, kProtocolEnd);
    if (withOrigin.has(protocol)) return `${protocol}//${this.#slice(kHostStart, kPortEnd)}`;
    if (protocol !== 'blob:') return 'null';
    const inner = URL.parse(this.pathname);
    return inner !== null && (inner.protocol === 'http:' || inner.protocol === 'https:') ? inner.origin : 'null';
  }

  get protocol() {
    return this.#parts[kHref].slice(0, this.#parts[kProtocolEnd]);
  }

  set protocol(value) {
    this.#set('protocol', `${value}`);
  }

  get username() {
    return this.#slice(kUsernameStart, kUsernameEnd);
  }

  set username(value) {
    this.#set('username', `${value}`);
  }

  get password() {
    const text = this.#slice(kUsernameEnd, kHostStart);
    return text[0] === ':' ? text.slice(1, -1) : '';
  }

  set password(value) {
    this.#set('password', `${value}`);
  }

  get host() {
    return this.#slice(kHostStart, kPortEnd);
  }

  set host(value) {
    this.#set('host', `${value}`);
  }

  get hostname() {
    return this.#slice(kHostStart, kHostEnd);
  }

  set hostname(value) {
    this.#set('hostname', `${value}`);
  }

  get port() {
    return this.#slice(kHostEnd, kPortEnd).slice(1);
  }

  set port(value) {
    this.#set('port', `${value}`);
  }

  get pathname() {
    return this.#slice(kPathStart, kSearchStart);
  }

  set pathname(value) {
    this.#set('pathname', `${value}`);
  }

  get search() {
    return unlessMark(this.#slice(kSearchStart, kHashStart));
  }

  set search(value) {
    this.#set('search', `${value}`);
  }

  get searchParams() {
    this.#searchParams ??= makeFor(this.search, (params) => this.#takeSearch(params));
    return this.#searchParams;
  }

  // The parameters have changed: the query follows.
  #takeSearch(params) {
    this.#parts = natives.update(this.#parts[kHref], 'search', `${params}`);
  }

  get hash() {
    return unlessMark(this.#parts[kHref].slice(this.#parts[kHashStart]));
  }

  set hash(value) {
    this.#set('hash', `${value}`);
  }

  toJSON() {
    return this.#parts[kHref];
  }

  [customInspectSymbol](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    const shown = {};
    for (const name of shownProperties) shown[name] = this[name];
    const constructor = require('internal/util').getConstructorOf(this) || URL;
    return `${constructor.name} ${inspect(shown, options)}`;
  }
}

const shownProperties = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port',
  'pathname', 'search', 'searchParams', 'hash'];

for (const name of ['toString', ...shownProperties, 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { configurable: true, value: 'URL' });
for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL']) {
  Object.defineProperty(URL, name, { enumerable: true });
}

module.exports = {
  URL,
  URLSearchParams,
  get fileURLToPath() { return require('internal/url/files').fileURLToPath; },
  get pathToFileURL() { return require('internal/url/files').pathToFileURL; },
  get toPathIfFileURL() { return require('internal/url/files').toPathIfFileURL; },
  get urlToHttpOptions() { return require('internal/url/files').urlToHttpOptions; },
  isURL,
};
