'use strict';
// Output streams of standard output and error. Writes are synchronous, as
// Node's are for files, and for terminals and pipes on POSIX; each tells its
// callback how it went.

const { Writable } = require('internal/streams/writable');
const binding = internalBinding('tty');

function isUTF8(encoding) { return !encoding || encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer'; }

// OutputStream is the stream of a file or pipe that was there when the program
// began. It cannot be destroyed: others may write there too.
function OutputStream(fd) {
  if (!(this instanceof OutputStream)) return new OutputStream(fd);
  Reflect.apply(Writable, this, [{ decodeStrings: false, emitClose: false, autoDestroy: false }]);
  this.fd = fd;
}
Object.setPrototypeOf(OutputStream.prototype, Writable.prototype);
Object.setPrototypeOf(OutputStream, Writable);

OutputStream.prototype._write = function _write(chunk, encoding, done) {
  const data = typeof chunk === 'string' && !isUTF8(encoding) ? Buffer.from(chunk, encoding) : chunk;
  const errno = binding.write(this.fd, data);
  done(errno === 0 ? null : require('internal/errors/system').errnoException(errno, 'write'));
};

// WriteStream is the stream of a terminal.
function WriteStream(fd) {
  if (!(this instanceof WriteStream)) return new WriteStream(fd);
  require('internal/tty/descriptor').check(fd);
  Reflect.apply(OutputStream, this, [fd]);
  [this.columns, this.rows] = sizeOf(fd) || [80, 24];
}
Object.setPrototypeOf(WriteStream.prototype, OutputStream.prototype);
Object.setPrototypeOf(WriteStream, OutputStream);

function sizeOf(fd) {
  const size = binding.size(fd);
  return typeof size === 'number' || size[0] === 0 ? undefined : size;
}

WriteStream.prototype.isTTY = true;

WriteStream.prototype._refreshSize = function _refreshSize() {
  const size = sizeOf(this.fd);
  if (!size) return;
  const [columns, rows] = size;
  if (columns === this.columns && rows === this.rows) return;
  this.columns = columns;
  this.rows = rows;
  this.emit('resize');
};

WriteStream.prototype.getWindowSize = function getWindowSize() { return [this.columns, this.rows]; };
WriteStream.prototype.getColorDepth = function getColorDepth(env) {
  return require('internal/tty/colors').getColorDepth(env);
};
WriteStream.prototype.hasColors = function hasColors(count, env) {
  return Reflect.apply(require('internal/tty/colors').hasColors, this, [count, env]);
};
WriteStream.prototype.cursorTo = function cursorTo(x, y, callback) {
  return require('internal/readline/cursor').cursorTo(this, x, y, callback);
};
WriteStream.prototype.moveCursor = function moveCursor(dx, dy, callback) {
  return require('internal/readline/cursor').moveCursor(this, dx, dy, callback);
};
WriteStream.prototype.clearLine = function clearLine(direction, callback) {
  return require('internal/readline/cursor').clearLine(this, direction, callback);
};
WriteStream.prototype.clearScreenDown = function clearScreenDown(callback) {
  return require('internal/readline/cursor').clearScreenDown(this, callback);
};

module.exports = { OutputStream, WriteStream };
