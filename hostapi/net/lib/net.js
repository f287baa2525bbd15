'use strict';

// The module 'net' without a network: sockets that never connect and servers that never listen.

const EventEmitter = require('events');
const { Duplex } = require('stream');
const { codes } = require('internal/errors');
const { absentClass, absentError, addAbsent } = require('internal/errors/absent');
const { isIP, isIPv4, isIPv6 } = require('internal/net/addresses');
const { validateBoolean, validateInt32 } = require('internal/validators');

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  Duplex.call(this, { allowHalfOpen: false, ...options, emitClose: true, autoDestroy: true });
  this.connecting = false;
  this.server = null;
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

Socket.prototype._read = function _read() {};
Socket.prototype._write = function _write(chunk, encoding, callback) { callback(absentError('net.Socket.write')); };
Socket.prototype._destroy = function _destroy(error, callback) { callback(error); };

// Settings of a connection that is not there yet.
for (const name of ['ref', 'unref', 'setNoDelay', 'setKeepAlive', 'setTimeout']) {
  const setting = { [name]() { return this; } }[name];
  Object.defineProperty(Socket.prototype, name, { value: setting, writable: true, enumerable: true, configurable: true });
}
Socket.prototype.address = function address() { return {}; };
Socket.prototype.destroySoon = function destroySoon() { this.destroy(); };
addAbsent(Socket.prototype, 'net.Socket', ['connect', 'resetAndDestroy']);

function getter(prototype, name, get) {
  Object.defineProperty(prototype, name, { get, enumerable: false, configurable: true });
}
getter(Socket.prototype, 'pending', function() { return true; });
getter(Socket.prototype, 'readyState', function() { return this.destroyed ? 'closed' : 'open'; });
for (const name of ['bytesRead', 'bytesWritten', 'bufferSize']) getter(Socket.prototype, name, () => 0);
for (const name of ['remoteAddress', 'remoteFamily', 'remotePort', 'localAddress', 'localPort', 'localFamily']) {
  getter(Socket.prototype, name, () => undefined);
}

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options != null && typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (connectionListener !== undefined) this.on('connection', connectionListener);
  this.allowHalfOpen = options?.allowHalfOpen || false;
  this.pauseOnConnect = !!options?.pauseOnConnect;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

Server.prototype.address = function address() { return null; };
Server.prototype.ref = function ref() { return this; };
Server.prototype.unref = function unref() { return this; };
Server.prototype.getConnections = function getConnections(callback) {
  process.nextTick(callback, null, 0);
  return this;
};
Server.prototype.close = function close(callback) {
  if (typeof callback === 'function') this.once('close', () => callback(new codes.ERR_SERVER_NOT_RUNNING()));
  process.nextTick(() => this.emit('close'));
  return this;
};
getter(Server.prototype, 'listening', () => false);
addAbsent(Server.prototype, 'net.Server', ['listen']);

function createServer(options, connectionListener) { return new Server(options, connectionListener); }

// Settings for connections to names with several addresses.
let autoSelectFamily = true;
let attemptTimeout = 250;
function getDefaultAutoSelectFamily() { return autoSelectFamily; }
function setDefaultAutoSelectFamily(value) {
  validateBoolean(value, 'value');
  autoSelectFamily = value;
}
function getDefaultAutoSelectFamilyAttemptTimeout() { return attemptTimeout; }
function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  validateInt32(value, 'value', 1);
  attemptTimeout = Math.max(value, 10);
}

module.exports = {
  BlockList: absentClass('net', 'BlockList'),
  SocketAddress: absentClass('net', 'SocketAddress'),
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
addAbsent(module.exports, 'net', ['connect', 'createConnection']);
