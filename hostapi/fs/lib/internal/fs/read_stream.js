'use strict';

// ReadStream: a file as a stream.

const { Readable, finished } = require('stream');
const { codes } = require('internal/errors');
const { validateFunction, validateInteger } = require('internal/validators');
const { Buffer } = require('buffer');
const {
  closeStream, destroyStream, kFs, kIoDone, kIsPerformingIO, openDefault, openStream,
  prepareStream, streamOptions,
} = require('internal/fs/stream_base');

const chunkLength = 64 * 1024;

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = streamOptions(options);
  if (options.highWaterMark === undefined) options.highWaterMark = chunkLength;
  prepareStream(this, path, options, 'r');
  validateFunction(this[kFs].read, 'options.fs.read');
  if (options.autoDestroy) validateFunction(this[kFs].close, 'options.fs.close');
  this.start = options.start;
  this.end = options.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  if (this.end !== Infinity) {
    validateInteger(this.end, 'end', 0);
    if (this.start !== undefined && this.start > this.end) {
      throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${this.end})`, this.start);
    }
  }
  Reflect.apply(Readable, this, [options]);
  if (options.encoding) this.setEncoding(options.encoding);
}

Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

Object.defineProperty(ReadStream.prototype, 'autoClose', {
  get() {
    return this._readableState.autoDestroy;
  },
  set(value) {
    this._readableState.autoDestroy = value;
  },
});

ReadStream.prototype.open = openDefault;

ReadStream.prototype._construct = function(callback) {
  openStream(this, callback);
};

ReadStream.prototype._read = function(size) {
  const done = this.pos === undefined ? this.bytesRead : this.pos;
  size = Math.min(this.end - done + 1, size);
  if (size <= 0) {
    this.push(null);
    return;
  }
  const chunk = Buffer.allocUnsafeSlow(size);
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, chunk, 0, size, this.pos, (error, count, buffer) => {
    this[kIsPerformingIO] = false;
    if (this.destroyed) this.emit(kIoDone, error);
    else if (error) this.destroy(error);
    else takeChunk(this, count, buffer);
  });
};

function takeChunk(stream, count, buffer) {
  if (count === 0) {
    stream.push(null);
    return;
  }
  if (stream.pos !== undefined) stream.pos += count;
  stream.bytesRead += count;
  // A copy lets go of the rest of a large chunk.
  stream.push(count === buffer.length ? buffer : Buffer.from(buffer.subarray(0, count)));
}

ReadStream.prototype._destroy = function(error, callback) {
  destroyStream(this, error, callback, closeStream);
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

Object.defineProperty(ReadStream.prototype, 'pending', {
  get() {
    return this.fd === null;
  },
  configurable: true,
});

module.exports = { ReadStream };
