'use strict';
// Input that comes when it comes: a terminal or a pipe. A read waits only while
// the program wants data; pausing lets the program end although a read waits.

const { Duplex } = require('stream');
const { Buffer } = require('buffer');
const { errnoException } = require('internal/errors/system');
const binding = internalBinding('tty');

const chunkLength = 64 * 1024;

// Socket is the stream of a pipe that was there when the program began.
function Socket(fd, options) {
  if (!(this instanceof Socket)) return new Socket(fd, options);
  Reflect.apply(Duplex, this, [{ emitClose: false, autoDestroy: true, decodeStrings: false, ...options }]);
  this.fd = fd;
  this._handle = { fd, reading: false, refed: true };
  this._pending = false; // a read waits
  this._held = undefined; // what came although nobody wanted it
  this._stopped = false; // the program paused it
  this.on('pause', stopReading);
  this.on('resume', function() { this._stopped = false; });
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

function stopReading() {
  this._stopped = true;
  if (!this._handle || !this._handle.reading) return;
  this._handle.reading = false;
  this._readableState.reading = false; // so that resuming asks again
  if (this._pending) binding.setReadRef(this.fd, false);
}

Socket.prototype._read = function _read() {
  if (!this._handle) return;
  if (this._stopped && this.listenerCount('readable') === 0) {
    // Streams read ahead, but a read keeps the program running.
    this._readableState.reading = false;
    return;
  }
  this._handle.reading = true;
  if (this._held !== undefined) {
    const chunk = this._held;
    this._held = undefined;
    this.push(chunk);
    return;
  }
  if (this._pending) {
    binding.setReadRef(this.fd, this._handle.refed);
    return;
  }
  this._pending = true;
  binding.read(this.fd, chunkLength, (errno, bytes) => arrive(this, errno, bytes));
  if (!this._handle.refed) binding.setReadRef(this.fd, false);
};

function arrive(stream, errno, bytes) {
  stream._pending = false;
  if (!stream._handle) return;
  if (errno !== 0) {
    stream.destroy(errnoException(errno, 'read'));
    return;
  }
  const chunk = bytes.byteLength === 0 ? null : Buffer.from(bytes);
  if (stream._handle.reading || chunk === null) stream.push(chunk);
  else stream._held = chunk;
}

Socket.prototype._write = function _write(chunk, encoding, done) {
  const errno = binding.write(this.fd, typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  done(errno === 0 ? null : errnoException(errno, 'write'));
};

Socket.prototype._destroy = function _destroy(error, done) {
  if (this._pending) binding.setReadRef(this.fd, false);
  this._handle = null;
  done(error);
};

for (const [name, refed] of [['ref', true], ['unref', false]]) {
  Socket.prototype[name] = function() {
    if (!this._handle) return this;
    this._handle.refed = refed;
    if (this._pending && this._handle.reading) binding.setReadRef(this.fd, refed);
    return this;
  };
}

Object.defineProperty(Socket.prototype, 'pending', { configurable: true, get() { return false; } });

module.exports = { Socket };
