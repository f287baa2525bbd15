'use strict';

// OutgoingMessage and ServerResponse: the headers of what is to be written.

const { Stream } = require('stream');
const { codes } = require('internal/errors');
const { addAbsent } = require('internal/errors/absent');
const { validateHeaderName, validateHeaderValue } = require('internal/http/headers');
const { validateString } = require('internal/validators');

const kHeaders = Symbol('kOutHeaders'); // lower-case name → [name, value], or null

function OutgoingMessage() {
  Stream.call(this);
  this.finished = false;
  this.destroyed = false;
  this.sendDate = false;
  this.chunkedEncoding = false;
  this.shouldKeepAlive = true;
  this.socket = null;
  this._header = null;
  this[kHeaders] = null;
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

function getter(name, get) {
  Object.defineProperty(OutgoingMessage.prototype, name, { get, enumerable: false, configurable: true });
}
getter('headersSent', function() { return !!this._header; });
getter('connection', function() { return this.socket; });
getter('writableEnded', function() { return this.finished; });
getter('writableFinished', function() { return this.finished; });
getter('writableObjectMode', () => false);
getter('writableNeedDrain', () => false);
getter('closed', () => false);
getter('errored', () => null);
for (const name of ['writableLength', 'writableCorked', 'writableHighWaterMark']) getter(name, () => 0);

function checkNotSent(message, action) {
  if (message._header) throw new codes.ERR_HTTP_HEADERS_SENT(action);
}

Object.assign(OutgoingMessage.prototype, {
  setHeader(name, value) {
    checkNotSent(this, 'set');
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this[kHeaders] ??= { __proto__: null };
    this[kHeaders][name.toLowerCase()] = [name, value];
    return this;
  },

  setHeaders(headers) {
    checkNotSent(this, 'set');
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  },

  appendHeader(name, value) {
    const known = this[kHeaders]?.[name.toLowerCase()];
    return known === undefined ? this.setHeader(name, value) : this.setHeader(known[0], [known[1], value].flat());
  },

  getHeader(name) {
    validateString(name, 'name');
    return this[kHeaders]?.[name.toLowerCase()]?.[1];
  },

  hasHeader(name) {
    validateString(name, 'name');
    return this[kHeaders]?.[name.toLowerCase()] !== undefined;
  },

  removeHeader(name) {
    validateString(name, 'name');
    checkNotSent(this, 'remove');
    if (this[kHeaders] !== null) delete this[kHeaders][name.toLowerCase()];
  },

  getHeaderNames() { return Object.keys(this[kHeaders] ?? {}); },
  getRawHeaderNames() { return Object.values(this[kHeaders] ?? {}).map(([name]) => name); },

  getHeaders() {
    const headers = { __proto__: null };
    for (const name in this[kHeaders] ?? {}) headers[name] = this[kHeaders][name][1];
    return headers;
  },

  setTimeout() { return this; },
  cork() {},
  uncork() {},
  destroy() {
    this.destroyed = true;
    return this;
  },
});
addAbsent(OutgoingMessage.prototype, 'http.OutgoingMessage', ['addTrailers', 'end', 'flushHeaders', 'pipe', 'write']);

function ServerResponse(request) {
  OutgoingMessage.call(this);
  this.req = request;
  this.sendDate = true;
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);
ServerResponse.prototype.statusCode = 200;
ServerResponse.prototype.statusMessage = undefined;
addAbsent(ServerResponse.prototype, 'http.ServerResponse', ['assignSocket', 'detachSocket', 'writeContinue',
  'writeEarlyHints', 'writeHead', 'writeHeader', 'writeProcessing']);

module.exports = { OutgoingMessage, ServerResponse };
