'use strict';

// The module 'tls' without a network.

const net = require('net');
const { absentClass, addAbsent } = require('internal/errors/absent');
const { defaultCipherList } = require('internal/crypto/constants');

function inherit(Class, Base) {
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
}

function TLSSocket(socket, options) {
  if (!(this instanceof TLSSocket)) return new TLSSocket(socket, options);
  net.Socket.call(this, options);
  this.encrypted = true;
  this.authorized = false;
}
inherit(TLSSocket, net.Socket);
addAbsent(TLSSocket.prototype, 'tls.TLSSocket', ['disableRenegotiation', 'enableTrace', 'exportKeyingMaterial',
  'getCertificate', 'getCipher', 'getEphemeralKeyInfo', 'getFinished', 'getPeerCertificate', 'getPeerFinished',
  'getPeerX509Certificate', 'getProtocol', 'getSession', 'getSharedSigalgs', 'getTLSTicket', 'getX509Certificate',
  'isSessionReused', 'renegotiate', 'setKeyCert', 'setMaxSendFragment', 'setServername', 'setSession']);

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') {
    listener = options;
    options = {};
  }
  net.Server.call(this, options);
  if (listener !== undefined) this.on('secureConnection', listener);
}
inherit(Server, net.Server);
addAbsent(Server.prototype, 'tls.Server', ['addContext', 'getTicketKeys', 'setOptions', 'setSecureContext',
  'setTicketKeys']);

module.exports = {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: defaultCipherList,
  DEFAULT_ECDH_CURVE: 'auto',
  DEFAULT_MAX_VERSION: 'TLSv1.3',
  DEFAULT_MIN_VERSION: 'TLSv1.2',
  rootCertificates: Object.freeze([]),
  SecureContext: absentClass('tls', 'SecureContext'),
  TLSSocket,
  Server,
  createServer(options, listener) { return new Server(options, listener); },
};
addAbsent(module.exports, 'tls', ['getCiphers', 'convertALPNProtocols', 'checkServerIdentity', 'createSecureContext',
  'createSecurePair', 'connect']);
