'use strict';
// tty: terminals as streams.

const { Socket } = require('internal/tty/input');
const { WriteStream } = require('internal/tty/output');
const { check, isatty } = require('internal/tty/descriptor');
const binding = internalBinding('tty');

function ReadStream(fd, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
  check(fd);
  Reflect.apply(Socket, this, [fd, { highWaterMark: 0, ...options }]);
  this.isRaw = false;
  this.isTTY = true;
}
Object.setPrototypeOf(ReadStream.prototype, Socket.prototype);
Object.setPrototypeOf(ReadStream, Socket);

ReadStream.prototype.setRawMode = function setRawMode(raw) {
  const wanted = !!raw;
  const errno = binding.setRaw(this.fd, wanted);
  if (errno !== 0) {
    this.emit('error', require('internal/errors/system').errnoException(errno, 'setRawMode'));
    return this;
  }
  this.isRaw = wanted;
  return this;
};

module.exports = { isatty, ReadStream, WriteStream };
