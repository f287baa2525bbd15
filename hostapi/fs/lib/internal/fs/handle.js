'use strict';

// FileHandle: an open file of fs.promises. Operations hold it; it is closed when the last one that
// holds it is done.

const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const { SymbolAsyncDispose } = require('internal/util');
const {
  validateBoolean, validateEncoding, validateInteger, validateObject,
} = require('internal/validators');
const {
  getOptions, isView, parseFileMode, toUnixTimestamp, validateBuffer,
  validateBufferArray, validateOffset, validateReadRange, validateStringOrView, validateWriteRange,
} = require('internal/fs/arguments');
const { makeStats } = require('internal/fs/stats');
const descriptors = require('internal/fs/descriptors');
const { checkWrite, decodeContent, isUTF8, lengthOf } = require('internal/fs/files');
const { Buffer } = require('buffer');
const natives = internalBinding('fs');

const kFd = Symbol('kFd');
const kRefs = Symbol('kRefs');
const kClosePromise = Symbol('kClosePromise');
const kCloseSettlers = Symbol('kCloseSettlers');

const readLengthDefault = 16 * 1024;

function settle(resolve, reject) {
  return (error, value) => {
    if (error) reject(error);
    else resolve(value);
  };
}

function closedError(syscall) {
  const error = new Error('file closed');
  error.code = 'EBADF';
  error.syscall = syscall;
  return error;
}

// Runs operation(fd, callback) while it holds the handle; gives a promise of its value.
function withHandle(handle, syscall, operation) {
  return new Promise((resolve, reject) => {
    if (handle[kFd] === -1) throw closedError(syscall);
    handle[kRefs]++;
    const done = (error, value) => {
      release(handle);
      if (error) reject(error);
      else resolve(value);
    };
    try {
      operation(handle[kFd], done);
    } catch (error) {
      done(error);
    }
  });
}

function closeDescriptor(handle) {
  const fd = handle[kFd];
  handle[kFd] = -1;
  return new Promise((resolve, reject) => natives.close(fd, settle(resolve, reject)));
}

function release(handle) {
  if (--handle[kRefs] === 0) closeDescriptor(handle).then(...handle[kCloseSettlers]);
}

function validateReadLength(buffer, offset, length) {
  if (buffer.byteLength === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  }
  validateReadRange(offset, length, buffer.byteLength);
}

// The arguments of read in all their forms, as [buffer, offset, length, position].
function readArguments(buffer, offset, length, position) {
  let options = null;
  if (!isView(buffer)) {
    options = buffer ?? {};
    validateObject(options, 'options');
    ({ buffer = Buffer.alloc(readLengthDefault) } = options);
    validateBuffer(buffer);
  } else if (typeof offset === 'object') {
    options = offset;
  }
  if (options !== null) ({ offset, length, position } = options);
  offset = validateOffset(offset);
  return [buffer, offset, length ?? buffer.byteLength - offset, position];
}

// The arguments of write, as [data, offset, length, position]. A position that is no number counts
// as none.
function writeArguments(data, offset, length, position) {
  if (!isView(data)) {
    validateStringOrView(data, 'buffer');
    validateEncoding(data, length);
    const text = descriptors.encodeText(data, length);
    return [text, 0, text.length, typeof offset === 'number' ? offset : -1];
  }
  if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
  offset = validateOffset(offset);
  if (typeof length !== 'number') length = data.byteLength - offset;
  validateWriteRange(offset, length, data.byteLength);
  return [data, offset, length, typeof position === 'number' ? position : -1];
}

class FileHandle extends EventEmitter {
  constructor(fd) {
    super();
    this[kFd] = fd === undefined ? -1 : fd;
    this[kRefs] = 1;
    this[kClosePromise] = undefined;
  }

  getAsyncId() {
    return 0;
  }

  get fd() {
    return this[kFd];
  }

  appendFile(data, options) {
    return writeHandle(this, data, options);
  }

  chmod(mode) {
    return withHandle(this, 'fchmod', (fd, done) => {
      natives.fchmod(fd, parseFileMode(mode, 'mode'), done);
    });
  }

  chown(uid, gid) {
    return withHandle(this, 'fchown', (fd, done) => {
      require('internal/fs/metadata').fchown(fd, uid, gid, done);
    });
  }

  datasync() {
    return withHandle(this, 'fdatasync', natives.fdatasync);
  }

  sync() {
    return withHandle(this, 'fsync', natives.fsync);
  }

  read(buffer, offset, length, position) {
    return withHandle(this, 'read', (fd, done) => {
      [buffer, offset, length, position] = readArguments(buffer, offset, length, position);
      const finish = (error, bytesRead) => done(error, { __proto__: null, bytesRead, buffer });
      if (length === 0) {
        finish(null, 0);
        return;
      }
      validateReadLength(buffer, offset, length);
      const place = Number.isSafeInteger(position) ? position : -1;
      natives.read(fd, buffer, offset, length, place, buffer, finish);
    });
  }

  readv(buffers, position) {
    return withHandle(this, 'readv', (fd, done) => {
      validateBufferArray(buffers);
      descriptors.readv(fd, buffers, position ?? null, (error, bytesRead) => {
        done(error, { __proto__: null, bytesRead, buffers });
      });
    });
  }

  readFile(options) {
    return withHandle(this, 'readFile', (fd, done) => {
      const { encoding, signal } = getOptions(options);
      checkAborted(signal);
      natives.readFile('', fd, 0, true, isUTF8(encoding), (error, content) => {
        if (error === null && signal?.aborted) error = abortError(signal);
        done(error, error === null ? decodeContent(content, encoding) : undefined);
      });
    });
  }

  readLines(options) {
    return require('readline').createInterface({
      input: this.createReadStream(options),
      crlfDelay: Infinity,
    });
  }

  stat(options) {
    return withHandle(this, 'fstat', (fd, done) => {
      natives.fstat(fd, options?.bigint, (error, values) => {
        done(error, error === null ? makeStats(values) : undefined);
      });
    });
  }

  truncate(length = 0) {
    return withHandle(this, 'ftruncate', (fd, done) => {
      validateInteger(length, 'len');
      natives.ftruncate(fd, Math.max(0, length), done);
    });
  }

  utimes(atime, mtime) {
    return withHandle(this, 'futimes', (fd, done) => {
      natives.futimes(fd, toUnixTimestamp(atime, 'atime'), toUnixTimestamp(mtime, 'mtime'), done);
    });
  }

  write(data, offset, length, position) {
    return withHandle(this, 'write', (fd, done) => {
      const finish = (error, bytesWritten) => done(error, { __proto__: null, bytesWritten, buffer: data });
      if (data?.byteLength === 0) {
        finish(null, 0);
        return;
      }
      const [bytes, from, count, place] = writeArguments(data, offset, length, position);
      natives.write(fd, bytes, from, count, place, data, finish);
    });
  }

  writev(buffers, position) {
    return withHandle(this, 'writev', (fd, done) => {
      validateBufferArray(buffers);
      const finish = (error, bytesWritten) => done(error, { __proto__: null, bytesWritten, buffers });
      if (buffers.length === 0) finish(null, 0);
      else descriptors.writev(fd, buffers, position ?? null, finish);
    });
  }

  writeFile(data, options) {
    return writeHandle(this, data, options);
  }

  readableWebStream(options) {
    const { createStream } = require('internal/fs/web_stream');
    return createStream(this, options, () => holdHandle(this), () => release(this));
  }

  createReadStream(options) {
    const { ReadStream } = require('internal/fs/read_stream');
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options) {
    const { WriteStream } = require('internal/fs/write_stream');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  close() {
    if (this[kFd] === -1) return Promise.resolve();
    if (this[kClosePromise]) return this[kClosePromise];
    let closing;
    if (--this[kRefs] === 0) {
      closing = closeDescriptor(this);
    } else {
      closing = new Promise((...settlers) => {
        this[kCloseSettlers] = settlers;
      });
    }
    this[kClosePromise] = closing.finally(() => {
      this[kClosePromise] = undefined;
    });
    this.emit('close');
    return this[kClosePromise];
  }
}

Object.defineProperty(FileHandle.prototype, SymbolAsyncDispose, {
  value() {
    return this.close();
  },
  writable: true,
  configurable: true,
});

function abortError(signal) {
  return new AbortError(undefined, { cause: signal.reason });
}

function checkAborted(signal) {
  if (signal?.aborted) throw abortError(signal);
}

// What gives its content bit by bit: an iterable that is neither text nor bytes.
function isIterable(data) {
  return data !== null && typeof data === 'object' && !isView(data) &&
    (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');
}

function writeHandle(handle, data, options) {
  return withHandle(handle, 'writeFile', (fd, done) => {
    options = getOptions(options);
    const { encoding, signal } = options;
    const flush = options.flush ?? false;
    validateBoolean(flush, 'options.flush');
    if (isIterable(data)) {
      writeIterable(fd, data, signal, encoding, flush).then(() => done(null), done);
      return;
    }
    const bytes = checkWrite(data, options);
    checkAborted(signal);
    natives.writeFile('', fd, 0, 0, bytes, 0, lengthOf(bytes), flush, (error) => {
      done(error === null && signal?.aborted ? abortError(signal) : error);
    });
  });
}

function writeChunk(fd, chunk, flush) {
  return new Promise((resolve, reject) => {
    natives.writeFile('', fd, 0, 0, chunk, 0, chunk.byteLength, flush, settle(resolve, reject));
  });
}

const nothing = new Uint8Array(0);

async function writeIterable(fd, data, signal, encoding, flush) {
  checkAborted(signal);
  const iterator = data[Symbol.asyncIterator]?.() ?? data[Symbol.iterator]();
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) break;
    try {
      checkAborted(signal);
      const chunk = await value;
      await writeChunk(fd, isView(chunk) ? chunk : Buffer.from(chunk, encoding || 'utf8'), false);
      checkAborted(signal);
    } catch (error) {
      await iterator.return?.();
      throw error;
    }
  }
  if (flush) await writeChunk(fd, nothing, true);
}

// Keeps a handle open until fsOfHandle's close is called.
function holdHandle(handle) {
  handle[kRefs]++;
}

// The functions by which a stream works on a handle.
function fsOfHandle(handle) {
  return {
    read: descriptors.read,
    write: descriptors.write,
    writev: descriptors.writev,
    fsync: descriptors.fsync,
    close(fd, callback) {
      release(handle);
      handle.close().then(() => callback(), callback);
    },
  };
}

module.exports = {
  FileHandle, abortError, checkAborted, fsOfHandle, holdHandle, isIterable, settle, writeIterable,
};
