'use strict';

// The module 'https' without a network.

const http = require('http');
const tls = require('tls');
const { addAbsent } = require('internal/errors/absent');

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  http.Agent.call(this, options);
  this.defaultPort = 443;
  this.protocol = 'https:';
  this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
  this._sessionCache = { map: {}, list: [] };
}
Object.setPrototypeOf(Agent.prototype, http.Agent.prototype);
Object.setPrototypeOf(Agent, http.Agent);

// Connections that differ in one of these are not shared.
const tlsOptions = ['ca', 'cert', 'clientCertEngine', 'ciphers', 'key', 'pfx', 'rejectUnauthorized', 'servername',
  'minVersion', 'maxVersion', 'secureProtocol', 'crl', 'honorCipherOrder', 'ecdhCurve', 'dhparam', 'secureOptions',
  'sessionIdContext', 'sigalgs', 'privateKeyIdentifier', 'privateKeyEngine'];

Agent.prototype.getName = function getName(options = {}) {
  let name = http.Agent.prototype.getName.call(this, options);
  for (const option of tlsOptions) {
    name += ':';
    const value = options[option];
    if (option === 'rejectUnauthorized' ? value !== undefined : value) {
      if (option !== 'servername' || value !== options.host) name += value;
    }
  }
  return name;
};
addAbsent(Agent.prototype, 'https.Agent', ['createConnection']);

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  }
  tls.Server.call(this, options);
  if (requestListener) this.on('request', requestListener);
  this.timeout = 0;
  this.keepAliveTimeout = 5000;
}
Object.setPrototypeOf(Server.prototype, tls.Server.prototype);
Object.setPrototypeOf(Server, tls.Server);
for (const name of ['setTimeout', 'closeAllConnections', 'closeIdleConnections']) {
  Server.prototype[name] = http.Server.prototype[name];
}

function createServer(options, requestListener) { return new Server(options, requestListener); }

let globalAgent;
module.exports = { Agent, Server, createServer };
Object.defineProperty(module.exports, 'globalAgent', {
  get() { return globalAgent ??= new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }); },
  set(value) { globalAgent = value; },
  enumerable: true,
  configurable: true,
});
addAbsent(module.exports, 'https', ['get', 'request']);
