'use strict';

// Functions that work on descriptors: open, close, read, write, and their relatives, as callbacks
// and synchronous.

const { codes } = require('internal/errors');
const { customPromisifyArgs } = require('internal/util');
const {
  kValidateObjectAllowNullable, validateEncoding, validateInteger, validateObject,
} = require('internal/validators');
const {
  isView, parseFileMode, parseFlags, parsePosition, validateBuffer, validateBufferArray,
  validateCallback, validateDescriptor, validateOffset, validatePath, validateReadRange,
  validateStringOrView, validateWriteRange,
} = require('internal/fs/arguments');
const { Buffer } = require('buffer');
const natives = internalBinding('fs');

const readLengthDefault = 16 * 1024;
const defaultMode = 0o666;

function open(path, flags, mode, callback) {
  path = validatePath(path);
  if (mode === undefined && callback === undefined) {
    callback = flags;
    flags = 'r';
    mode = defaultMode;
  } else if (typeof mode === 'function') {
    callback = mode;
    mode = defaultMode;
  } else {
    mode = parseFileMode(mode, 'mode', defaultMode);
  }
  flags = parseFlags(flags);
  validateCallback(callback);
  natives.open(path, flags, mode, callback);
}

function openSync(path, flags, mode) {
  path = validatePath(path);
  return natives.open(path, parseFlags(flags), parseFileMode(mode, 'mode', defaultMode));
}

// What a close without a callback does: a failure is an uncaught error.
function throwFailure(error) {
  if (error !== null) throw error;
}

function close(fd, callback = throwFailure) {
  fd = validateDescriptor(fd);
  if (callback !== throwFailure) validateCallback(callback);
  natives.close(fd, callback);
}

function closeSync(fd) {
  natives.close(validateDescriptor(fd));
}

function checkRead(buffer, offset, length) {
  const { byteLength } = buffer;
  if (byteLength === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  }
  validateReadRange(offset, length, byteLength);
}

function read(fd, buffer, offset, length, position, callback) {
  fd = validateDescriptor(fd);
  if (callback === undefined) {
    ({ buffer, offset, length, position, callback } = shortRead(buffer, offset, length, position));
  }
  validateBuffer(buffer);
  validateCallback(callback);
  offset = validateOffset(offset);
  length |= 0;
  if (length === 0) {
    process.nextTick(callback, null, 0, buffer);
    return;
  }
  checkRead(buffer, offset, length);
  natives.read(fd, buffer, offset, length, parsePosition(position), buffer, callback);
}

// The arguments of read(fd, buffer, options, callback), read(fd, buffer, callback),
// read(fd, options, callback) and read(fd, callback).
function shortRead(...args) {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  const callback = args.pop();
  if (args.length > 2) return { buffer: args[0], callback: undefined };
  const buffer = isView(args[0]) ? args[0] : undefined;
  const options = args[buffer === undefined ? 0 : 1];
  if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
  return readOptions(buffer ?? options?.buffer ?? Buffer.alloc(readLengthDefault), options, callback);
}

function readOptions(buffer, options, callback) {
  const { offset = 0, length = buffer.byteLength - offset, position = null } = options ?? {};
  return { buffer, offset, length, position, callback };
}

function readSync(fd, buffer, offset, length, position) {
  fd = validateDescriptor(fd);
  validateBuffer(buffer);
  if (length === undefined && position === undefined) {
    if (offset !== undefined) validateObject(offset, 'options', kValidateObjectAllowNullable);
    ({ offset, length, position } = readOptions(buffer, offset));
  }
  offset = validateOffset(offset);
  length |= 0;
  if (length === 0) return 0;
  checkRead(buffer, offset, length);
  return natives.read(fd, buffer, offset, length, parsePosition(position));
}

function totalLength(buffers) {
  let length = 0;
  for (let i = 0; i < buffers.length; i++) length += buffers[i].byteLength;
  return length;
}

// Copies the first count bytes of from into the buffers, one after the other.
function scatter(from, count, buffers) {
  let start = 0;
  for (let i = 0; i < buffers.length && start < count; i++) {
    const { buffer, byteOffset, byteLength } = buffers[i];
    const end = Math.min(start + byteLength, count);
    new Uint8Array(buffer, byteOffset, byteLength).set(from.subarray(start, end));
    start = end;
  }
}

function gather(buffers) {
  const all = new Uint8Array(totalLength(buffers));
  let start = 0;
  for (let i = 0; i < buffers.length; i++) {
    const { buffer, byteOffset, byteLength } = buffers[i];
    all.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    start += byteLength;
  }
  return all;
}

// A position that is no number counts as none.
function numericPosition(position) {
  return typeof position === 'number' ? position : -1;
}

function readv(fd, buffers, position, callback) {
  fd = validateDescriptor(fd);
  validateBufferArray(buffers);
  callback ||= position;
  validateCallback(callback);
  const all = new Uint8Array(totalLength(buffers));
  if (all.length === 0 && buffers.length > 0) {
    process.nextTick(callback, null, 0, buffers);
    return;
  }
  natives.read(fd, all, 0, all.length, numericPosition(position), buffers, (error, count) => {
    if (error === null) scatter(all, count, buffers);
    callback(error, count, buffers);
  });
}

function readvSync(fd, buffers, position) {
  fd = validateDescriptor(fd);
  validateBufferArray(buffers);
  const all = new Uint8Array(totalLength(buffers));
  if (all.length === 0 && buffers.length > 0) return 0;
  const count = natives.read(fd, all, 0, all.length, numericPosition(position));
  scatter(all, count, buffers);
  return count;
}

// Text as the natives write it: as it is for UTF-8, bytes for other encodings.
function encodeText(text, encoding) {
  if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') {
    return text;
  }
  return Buffer.from(text, encoding);
}

function write(fd, data, offset, length, position, callback) {
  fd = validateDescriptor(fd);
  if (!isView(data)) {
    writeText(fd, data, offset, length, position);
    return;
  }
  callback = callback || position || length || offset;
  validateCallback(callback);
  if (typeof offset === 'object') {
    ({ offset = 0, length = data.byteLength - offset, position = null } = offset ?? {});
  }
  offset = typeof offset === 'function' ? 0 : validateOffset(offset);
  const { byteLength } = data;
  if (typeof length !== 'number') length = byteLength - offset;
  validateWriteRange(offset, length, byteLength);
  natives.write(fd, data, offset, length, numericPosition(position), data, callback);
}

// write(fd, string[, position[, encoding]], callback)
function writeText(fd, text, position, encoding, callback) {
  validateStringOrView(text, 'buffer');
  if (typeof callback !== 'function') {
    if (typeof position === 'function') {
      callback = position;
      position = undefined;
    } else {
      callback = encoding;
    }
    encoding = 'utf8';
  }
  validateEncoding(text, encoding);
  validateCallback(callback);
  const data = encodeText(text, encoding);
  natives.write(fd, data, 0, data.length, numericPosition(position), text, callback);
}

function writeSync(fd, data, offset, length, position) {
  fd = validateDescriptor(fd);
  if (!isView(data)) return writeTextSync(fd, data, offset, length);
  if (typeof offset === 'object') {
    ({ offset = 0, length = data.byteLength - offset, position = null } = offset ?? {});
  }
  offset = validateOffset(offset);
  const { byteLength } = data;
  if (typeof length !== 'number') length = byteLength - offset;
  validateWriteRange(offset, length, byteLength);
  return natives.write(fd, data, offset, length, numericPosition(position));
}

function writeTextSync(fd, text, position, encoding) {
  validateStringOrView(text, 'buffer');
  validateEncoding(text, encoding);
  const data = encodeText(text, encoding);
  return natives.write(fd, data, 0, data.length, numericPosition(position));
}

function writev(fd, buffers, position, callback) {
  fd = validateDescriptor(fd);
  validateBufferArray(buffers);
  callback ||= position;
  validateCallback(callback);
  if (buffers.length === 0) {
    process.nextTick(callback, null, 0, buffers);
    return;
  }
  const all = gather(buffers);
  natives.writev(fd, all, 0, all.length, numericPosition(position), buffers, callback);
}

function writevSync(fd, buffers, position) {
  fd = validateDescriptor(fd);
  validateBufferArray(buffers);
  if (buffers.length === 0) return 0;
  const all = gather(buffers);
  return natives.writev(fd, all, 0, all.length, numericPosition(position));
}

function ftruncate(fd, length = 0, callback) {
  if (typeof length === 'function') {
    callback = length;
    length = 0;
  }
  fd = validateDescriptor(fd);
  validateInteger(length, 'len');
  validateCallback(callback);
  natives.ftruncate(fd, Math.max(0, length), callback);
}

function ftruncateSync(fd, length = 0) {
  fd = validateDescriptor(fd);
  validateInteger(length, 'len');
  natives.ftruncate(fd, Math.max(0, length));
}

function fsync(fd, callback) {
  fd = validateDescriptor(fd);
  validateCallback(callback);
  natives.fsync(fd, callback);
}

function fsyncSync(fd) {
  natives.fsync(validateDescriptor(fd));
}

function fdatasync(fd, callback) {
  fd = validateDescriptor(fd);
  validateCallback(callback);
  natives.fdatasync(fd, callback);
}

function fdatasyncSync(fd) {
  natives.fdatasync(validateDescriptor(fd));
}

// The names that util.promisify gives to the values of callbacks with more than one.
for (const [fn, names] of [
  [read, ['bytesRead', 'buffer']],
  [readv, ['bytesRead', 'buffers']],
  [write, ['bytesWritten', 'buffer']],
  [writev, ['bytesWritten', 'buffer']],
]) {
  Object.defineProperty(fn, customPromisifyArgs, { value: names, enumerable: false });
}

module.exports = {
  close, closeSync,
  encodeText,
  fdatasync, fdatasyncSync,
  fsync, fsyncSync,
  ftruncate, ftruncateSync,
  open, openSync,
  read, readSync,
  readv, readvSync,
  write, writeSync,
  writev, writevSync,
};
