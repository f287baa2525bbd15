'use strict';

// What ReadStream and WriteStream have in common: how they open and close their file.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { getOptions, validateDescriptor, validatePath } = require('internal/fs/arguments');

const kFs = Symbol('kFs');
const kHandle = Symbol('kHandle');
const kIoDone = Symbol('kIoDone');
const kIsPerformingIO = Symbol('kIsPerformingIO');

// A copy of the options that may be changed.
function streamOptions(options) {
  return { ...getOptions(options) };
}

// Sets what a stream needs before it becomes one: its file and the functions that work on it.
function prepareStream(stream, path, options, defaultFlags) {
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  if (options.fd == null) {
    stream.fd = null;
    stream[kFs] = options.fs || require('fs');
    validateFunction(stream[kFs].open, 'options.fs.open');
    stream.path = validatePath(path);
    stream.flags = options.flags === undefined ? defaultFlags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : options.mode;
    return;
  }
  stream.fd = validateDescriptor(importDescriptor(stream, options));
}

// The file of options.fd, a number or a FileHandle; a handle is closed with the stream.
function importDescriptor(stream, options) {
  const { fd } = options;
  if (typeof fd === 'number') {
    stream[kFs] = options.fs || require('fs');
    return fd;
  }
  const { FileHandle, fsOfHandle, holdHandle } = require('internal/fs/handle');
  if (typeof fd !== 'object' || !(fd instanceof FileHandle)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
  }
  if (options.fs) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
  stream[kHandle] = fd;
  stream[kFs] = fsOfHandle(fd);
  holdHandle(fd);
  fd.on('close', () => stream.close());
  return fd.fd;
}

// The open method of both streams: they open their file by themselves. A program may replace it: then
// that one opens the file, and the stream waits for its events.
function openDefault() {}

function openStream(stream, callback) {
  if (typeof stream.fd === 'number') {
    callback();
    return;
  }
  if (stream.open !== openDefault) {
    openReplaced(stream, callback);
    return;
  }
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    stream.fd = fd;
    callback();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

function openReplaced(stream, callback) {
  const emit = stream.emit;
  stream.emit = function(name, value, ...rest) {
    if (name === 'open') {
      this.emit = emit;
      callback();
    } else if (name === 'error') {
      this.emit = emit;
      callback(value);
      return true;
    }
    return Reflect.apply(emit, this, [name, value, ...rest]);
  };
  stream.open();
}

// Closes the file of a stream as soon as nothing works on it any more.
function destroyStream(stream, error, callback, close) {
  if (stream[kIsPerformingIO]) {
    stream.once(kIoDone, (ioError) => close(stream, error || ioError, callback));
  } else {
    close(stream, error, callback);
  }
}

function closeStream(stream, error, callback) {
  if (stream.fd === null || stream.fd === undefined) {
    callback(error);
    return;
  }
  stream[kFs].close(stream.fd, (closeError) => callback(closeError || error));
  stream.fd = null;
}

module.exports = {
  closeStream, destroyStream, kFs, kHandle, kIoDone, kIsPerformingIO, openDefault, openStream,
  prepareStream, streamOptions,
};
