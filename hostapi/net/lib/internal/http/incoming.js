'use strict';

// IncomingMessage: a request or an answer that is read. Programs make their own to try handlers out.

const { Readable } = require('stream');

function IncomingMessage(socket) {
  Readable.call(this, { autoDestroy: true, highWaterMark: socket?.readableHighWaterMark });
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this.rawHeaders = [];
  this.rawTrailers = [];
  this.joinDuplicateHeaders = false;
  this.aborted = false;
  this.upgrade = null;
  this.url = '';
  this.method = null;
  this.statusCode = null;
  this.statusMessage = null;
  this.client = socket;
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

IncomingMessage.prototype._read = function _read() {};
IncomingMessage.prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  return this;
};

// Objects of headers are made when they are asked for.
const kValues = Symbol('kValues');
for (const name of ['headers', 'headersDistinct', 'trailers', 'trailersDistinct']) {
  Object.defineProperty(IncomingMessage.prototype, name, {
    get() {
      this[kValues] ??= {};
      return this[kValues][name] ??= {};
    },
    set(value) {
      this[kValues] ??= {};
      this[kValues][name] = value;
    },
    enumerable: false,
    configurable: true,
  });
}
Object.defineProperty(IncomingMessage.prototype, 'connection', {
  get() { return this.socket; },
  set(value) { this.socket = value; },
  configurable: true,
});

module.exports = { IncomingMessage };
