'use strict';

// The module 'http2' without a network.

const { Readable, Stream } = require('stream');
const net = require('net');
const tls = require('tls');
const { absentClass, absentFunction, addAbsent } = require('internal/errors/absent');

// Servers that never listen.
function createServer(options, handler) {
  const server = new net.Server();
  const listener = typeof options === 'function' ? options : handler;
  if (listener) server.on('request', listener);
  return server;
}

function createSecureServer(options, handler) {
  const server = new tls.Server();
  const listener = typeof options === 'function' ? options : handler;
  if (listener) server.on('request', listener);
  return server;
}

function getDefaultSettings() {
  return {
    headerTableSize: 4096,
    enablePush: true,
    initialWindowSize: 65535,
    maxFrameSize: 16384,
    maxConcurrentStreams: 4294967295,
    maxHeaderSize: 65535,
    maxHeaderListSize: 65535,
    enableConnectProtocol: false,
  };
}

module.exports = {
  connect: absentFunction('http2', 'connect'),
  constants: require('internal/http/http2_constants'),
  createServer,
  createSecureServer,
  getDefaultSettings,
};
addAbsent(module.exports, 'http2', ['getPackedSettings', 'getUnpackedSettings', 'performServerHandshake']);
Object.assign(module.exports, {
  sensitiveHeaders: Symbol('sensitiveHeaders'),
  Http2ServerRequest: absentClass('http2', 'Http2ServerRequest', Readable),
  Http2ServerResponse: absentClass('http2', 'Http2ServerResponse', Stream),
});
