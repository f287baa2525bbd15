'use strict';

// WriteStream: a stream that goes into a file.

const { Writable } = require('stream');
const { codes, aggregateTwoErrors } = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');
const { Buffer } = require('buffer');
const {
  closeStream, destroyStream, kFs, kIoDone, kIsPerformingIO, openDefault, openStream,
  prepareStream, streamOptions,
} = require('internal/fs/stream_base');

// How often a file that is busy (EAGAIN) or takes nothing is tried again.
const retriesMax = 5;

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = streamOptions(options);
  options.decodeStrings = true;
  prepareStream(this, path, options, 'w');
  this.flush = options.flush ?? false;
  validateBoolean(this.flush, 'options.flush');
  checkFs(this, options);
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  Reflect.apply(Writable, this, [options]);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}

Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

// It is enough that the functions given as options.fs have write or writev.
function checkFs(stream, options) {
  const { write, writev, close, fsync } = stream[kFs];
  if (!write && !writev) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.fs.write', 'Function', write);
  }
  if (write) validateFunction(write, 'options.fs.write');
  else stream._write = null;
  if (writev) validateFunction(writev, 'options.fs.writev');
  else stream._writev = null;
  if (options.autoDestroy) validateFunction(close, 'options.fs.close');
  if (stream.flush) validateFunction(fsync, 'options.fs.fsync');
}

Object.defineProperty(WriteStream.prototype, 'autoClose', {
  get() {
    return this._writableState.autoDestroy;
  },
  set(value) {
    this._writableState.autoDestroy = value;
  },
});

WriteStream.prototype.open = openDefault;

WriteStream.prototype._construct = function(callback) {
  openStream(this, callback);
};

// Takes note of a write; returns how many of length bytes are left to be written, 0 after an error. A
// file that is busy (EAGAIN) has taken none.
function wrote(stream, error, count, length) {
  if (error?.code === 'EAGAIN') return length;
  if (error || stream.destroyed) return 0;
  stream.bytesWritten += count;
  if (stream.pos !== undefined) stream.pos += count;
  return length - count;
}

// Tells the stream that a write is over.
function finishWrite(stream, error, callback) {
  stream[kIsPerformingIO] = false;
  callback(error);
  if (stream.destroyed) stream.emit(kIoDone, error);
}

function writeAll(stream, data, callback, retries = 0) {
  const { length } = data;
  stream[kFs].write(stream.fd, data, 0, length, stream.pos, (error, count) => {
    const left = wrote(stream, error, count, length);
    if (left === 0) {
      finishWrite(stream, error, callback);
    } else if (left === length && retries === retriesMax) {
      finishWrite(stream, new Error('write failed'), callback);
    } else {
      writeAll(stream, data.subarray(length - left), callback, left === length ? retries + 1 : 0);
    }
  });
}

WriteStream.prototype._write = function(data, encoding, callback) {
  this[kIsPerformingIO] = true;
  writeAll(this, data, callback);
};

WriteStream.prototype._writev = function(chunks, callback) {
  const buffers = new Array(chunks.length);
  let length = 0;
  for (let i = 0; i < chunks.length; i++) {
    buffers[i] = chunks[i].chunk;
    length += buffers[i].length;
  }
  this[kIsPerformingIO] = true;
  this[kFs].writev(this.fd, buffers, this.pos, (error, count) => {
    const left = wrote(this, error, count, length);
    if (left > 0) writeAll(this, Buffer.concat(buffers, length).subarray(length - left), callback);
    else finishWrite(this, error, callback);
  });
};

function closeFlushed(stream, error, callback) {
  if (!stream.flush || stream.fd === null || error) {
    closeStream(stream, error, callback);
    return;
  }
  stream[kFs].fsync(stream.fd, (flushError) => {
    closeStream(stream, error, (closeError) => callback(aggregateTwoErrors(flushError, closeError)));
  });
}

WriteStream.prototype._destroy = function(error, callback) {
  destroyStream(this, error, callback, closeFlushed);
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  // Without autoClose the end of the data does not close the file, but this does.
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};

WriteStream.prototype.destroySoon = WriteStream.prototype.end;

Object.defineProperty(WriteStream.prototype, 'pending', {
  get() {
    return this.fd === null;
  },
  configurable: true,
});

module.exports = { WriteStream };
