'use strict';

// The module 'http' without a network: nothing is sent, and no server listens.

const net = require('net');
const { absentClass, addAbsent } = require('internal/errors/absent');
const { Agent } = require('internal/http/agent');
const { validateHeaderName, validateHeaderValue } = require('internal/http/headers');
const { IncomingMessage } = require('internal/http/incoming');
const { METHODS, STATUS_CODES } = require('internal/http/names');
const { OutgoingMessage, ServerResponse } = require('internal/http/outgoing');
const { validateInteger } = require('internal/validators');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  }
  net.Server.call(this, { allowHalfOpen: true });
  if (requestListener) this.on('request', requestListener);
  this.timeout = 0;
  this.keepAliveTimeout = options?.keepAliveTimeout ?? 5000;
  this.headersTimeout = options?.headersTimeout ?? 60000;
  this.requestTimeout = options?.requestTimeout ?? 300000;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

Server.prototype.setTimeout = function setTimeout(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};
Server.prototype.closeAllConnections = function closeAllConnections() {};
Server.prototype.closeIdleConnections = function closeIdleConnections() {};

function createServer(options, requestListener) { return new Server(options, requestListener); }

// Parsers are not kept; the number is checked.
function setMaxIdleHTTPParsers(max) { validateInteger(max, 'max', 1); }

const ClientRequest = absentClass('http', 'ClientRequest', OutgoingMessage);
addAbsent(ClientRequest.prototype, 'http.ClientRequest', ['abort', 'clearTimeout', 'destroy', 'onSocket', 'setNoDelay',
  'setSocketKeepAlive', 'setTimeout']);

module.exports = {
  METHODS: METHODS.slice().sort(),
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  setMaxIdleHTTPParsers,
};
addAbsent(module.exports, 'http', ['get', 'request']);

const maxHeaderSize = 16 * 1024;
Object.defineProperty(module.exports, 'maxHeaderSize', { get: () => maxHeaderSize, enumerable: true, configurable: true });

let globalAgent;
Object.defineProperty(module.exports, 'globalAgent', {
  get() { return globalAgent ??= new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }); },
  set(value) { globalAgent = value; },
  enumerable: true,
  configurable: true,
});
