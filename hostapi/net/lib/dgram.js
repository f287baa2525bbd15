'use strict';

// The module 'dgram' without a network.

const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { addAbsent } = require('internal/errors/absent');

function Socket(type, listener) {
  EventEmitter.call(this);
  const name = typeof type === 'object' && type !== null ? type.type : type;
  if (name !== 'udp4' && name !== 'udp6') throw new codes.ERR_SOCKET_BAD_TYPE();
  this.type = name;
  if (typeof listener === 'function') this.on('message', listener);
}
Object.setPrototypeOf(Socket.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Socket, EventEmitter);

Socket.prototype.ref = function ref() { return this; };
Socket.prototype.unref = function unref() { return this; };
addAbsent(Socket.prototype, 'dgram.Socket', ['addMembership', 'addSourceSpecificMembership', 'address', 'bind', 'close',
  'connect', 'disconnect', 'dropMembership', 'dropSourceSpecificMembership', 'getRecvBufferSize', 'getSendBufferSize',
  'getSendQueueCount', 'getSendQueueSize', 'remoteAddress', 'send', 'sendto', 'setBroadcast', 'setMulticastInterface',
  'setMulticastLoopback', 'setMulticastTTL', 'setRecvBufferSize', 'setSendBufferSize', 'setTTL']);

module.exports = { Socket, createSocket(type, listener) { return new Socket(type, listener); } };
