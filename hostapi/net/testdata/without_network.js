// What the modules of the network do before they reach it.
const net = require('net');
const http = require('http');
const https = require('https');
const http2 = require('http2');
const tls = require('tls');
const dns = require('dns');
const dgram = require('dgram');
const util = require('util');
const { EventEmitter } = require('events');
const { Duplex, Readable, Stream } = require('stream');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}

for (const address of ['127.0.0.1', '0.0.0.0', '255.255.255.255', '256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.4 ', '', '::', '::1', '1::',
  '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', ':::', 'fe80::1%eth0', 'fe80::1%', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1.2.3.4::',
  '::1.2.3.256', '12345::', 'g::', ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7:', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '::1:2:3:4:5:6:7:8', 'FE80::A', undefined, 5, null]) {
  console.log(address, net.isIP(address), net.isIPv4(address), net.isIPv6(address));
}

// Inheritance, in both styles.
function OldSocket() { net.Socket.call(this); }
util.inherits(OldSocket, net.Socket);
class NewAgent extends http.Agent {}
class Proxying extends https.Agent {}
console.log(new OldSocket() instanceof Duplex, new net.Socket() instanceof Duplex, net.Socket() instanceof net.Stream, new NewAgent() instanceof EventEmitter);
console.log(new Proxying({ keepAlive: true }).keepAlive, new Proxying() instanceof http.Agent, new Proxying().protocol, new Proxying().defaultPort);
console.log(tls.TLSSocket.prototype instanceof net.Socket, tls.Server.prototype instanceof net.Server, https.Server.prototype instanceof tls.Server);
console.log(http.IncomingMessage.prototype instanceof Readable, http.ServerResponse.prototype instanceof http.OutgoingMessage, http.OutgoingMessage.prototype instanceof Stream);
console.log(http.ClientRequest.prototype instanceof http.OutgoingMessage, Object.create(http.IncomingMessage.prototype) instanceof http.IncomingMessage);

// Agents.
const agent = new http.Agent({ maxSockets: 3, scheduling: 'fifo' });
console.log(agent.maxSockets, agent.maxFreeSockets, agent.scheduling, agent.maxTotalSockets, agent.protocol, agent.defaultPort, agent.keepAlive, agent.sockets);
console.log(agent.getName({ host: 'a', port: 80 }), agent.getName(), agent.getName({ host: 'a', port: 1, localAddress: '::1', family: 6 }), agent.getName({ socketPath: '/s' }));
console.log(https.globalAgent.getName({ host: 'a', port: 443, rejectUnauthorized: false, servername: 'b', ca: 'c' }));
console.log(http.globalAgent.keepAlive, https.globalAgent.protocol, http.Agent.defaultMaxSockets);
t(() => new http.Agent({ scheduling: 'none' }));
t(() => new http.Agent({ maxTotalSockets: 0 }));

// Names and numbers.
console.log(http.METHODS.join(), JSON.stringify(http.STATUS_CODES), http.maxHeaderSize);
console.log(JSON.stringify(http2.constants), JSON.stringify(http2.getDefaultSettings()), http2.sensitiveHeaders);
console.log(dns.NOTFOUND, dns.ADDRCONFIG, dns.promises.EOF, dns.promises === require('dns/promises'), dns.getDefaultResultOrder());
console.log(tls.DEFAULT_MIN_VERSION, tls.DEFAULT_MAX_VERSION, tls.DEFAULT_ECDH_CURVE, tls.CLIENT_RENEG_LIMIT);
t(() => dns.setDefaultResultOrder('x'));
t(() => net.setDefaultAutoSelectFamily(1));
t(() => dgram.createSocket('x'));

// Headers.
for (const [name, value] of [['a', 'b'], ['', 'b'], ['a b', 'b'], ['é', 'b'], ['a', 'é'], ['a', '€'], ['a', 'b\n'], ['a', undefined], [5, 'b'], ['a', ['b', 'c']], ['a', 5]]) {
  t(() => http.validateHeaderName(name));
  t(() => http.validateHeaderValue(name, value));
}
const response = new http.ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1 });
t(() => response.setHeader('X-One', 1) === response);
response.setHeader('X-Two', ['a', 'b']);
response.appendHeader('x-two', 'c');
response.appendHeader('X-Three', 'd');
t(() => response.setHeader('bad name', 1));
t(() => response.setHeader('a'));
t(() => response.getHeader(5));
console.log(response.getHeader('x-one'), response.getHeader('X-TWO'), response.getHeader('none'), response.hasHeader('x-three'), response.getHeaderNames(), response.getHeaders());
response.removeHeader('X-ONE');
console.log(response.getRawHeaderNames(), response.headersSent, response.statusCode, response.statusMessage, response.finished, response.writableEnded);

// Servers and sockets that do nothing.
const server = http.createServer(() => {});
console.log(server instanceof net.Server, server.listening, server.address(), server.listenerCount('request'), server.timeout, server.keepAliveTimeout);
server.close((error) => console.log('closed', error.code));
net.createServer().getConnections((error, count) => console.log('connections', error, count));
const socket = new net.Socket();
console.log(socket.readyState, socket.connecting, socket.remoteAddress, socket.bytesRead, socket.setNoDelay() === socket, socket.unref() === socket, socket.address());
socket.on('close', (hadError) => console.log('close', hadError));
socket.destroy();
