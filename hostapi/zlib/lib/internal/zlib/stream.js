'use strict';

// The streams: a Transform around a compression or a decompression. Each piece of output is made in a
// turn of its own, as if a thread had made it.

const { Buffer } = require('buffer');
const { Transform, finished } = require('stream');
const { codes } = require('internal/errors');
const { checkRangesOrGetDefault } = require('internal/validators');
const constants = require('internal/zlib/constants');
const { Compression } = require('internal/zlib/compression');
const { Decompression } = require('internal/zlib/decompression');
const { zlibError } = require('internal/zlib/errors');
const { formatOptions, streamOptions } = require('internal/zlib/options');
const natives = internalBinding('zlib');

const { Z_NO_FLUSH, Z_FINISH, Z_FULL_FLUSH, Z_SYNC_FLUSH } = constants;
const kFlushFlag = Symbol('kFlushFlag');
const kError = Symbol('kError');
const empty = Buffer.alloc(0);

// A handle is what works on one stream: it takes a chunk and gives pieces of at most `room` bytes.
class Zlib {
  #work;
  #compresses;
  #chunk = empty;
  #flush = Z_NO_FLUSH;
  #ready = empty; // output of a compression that did not fit

  constructor(work, compresses) {
    this.#work = work;
    this.#compresses = compresses;
  }

  begin(chunk, flush) {
    this.#chunk = chunk;
    this.#flush = flush;
  }

  // Returns [bytes, whether there may be more].
  step(room) { return this.#compresses ? this.#compress(room) : this.#decompress(room); }

  #compress(room) {
    if (this.#ready.length === 0) {
      this.#ready = this.#work.write(this.#chunk, this.#flush);
      this.#chunk = empty;
      this.#flush = Z_NO_FLUSH;
    }
    const piece = this.#ready.subarray(0, room);
    this.#ready = this.#ready.subarray(room);
    return [piece, this.#ready.length > 0];
  }

  #decompress(room) {
    const { out, used } = this.#work.write(this.#chunk, room);
    this.#chunk = this.#chunk.subarray(used);
    if (out.length === room) return [out, true];
    if (this.#flush === Z_FINISH && !this.#work.isComplete) throw zlibError('Z_BUF_ERROR', 'unexpected end of file');
    return [out, false];
  }

  setParameters(level, strategy) { this.#work.setParameters(level, strategy); }

  reset() {
    this.#work.reset();
    this.#chunk = this.#ready = empty;
  }
}

function ZlibBase(opts, format, compresses) {
  const options = opts ?? {};
  const { chunkSize, flush, finishFlush, maxOutputLength } = streamOptions(options);
  const settings = formatOptions(options, format, compresses);
  Transform.call(this, { autoDestroy: true, ...options });
  this.bytesWritten = 0;
  const Work = compresses ? Compression : Decompression;
  this._handle = new Zlib(new Work(format, settings), compresses);
  this._outOffset = 0;
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = Z_FULL_FLUSH;
  this._info = options.info;
  this._maxOutputLength = maxOutputLength;
  this._level = settings.level;
  this._strategy = settings.strategy;
  Object.defineProperty(this, kError, { value: null, writable: true });
}
Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

function getter(name, get, set) {
  Object.defineProperty(ZlibBase.prototype, name, { get, set, enumerable: true, configurable: true });
}
getter('_closed', function() { return !this._handle; });
// The old name of bytesWritten.
getter('bytesRead', function() { return this.bytesWritten; }, function(value) { this.bytesWritten = value; });

ZlibBase.prototype.reset = function reset() {
  if (!this._handle) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
  return this._handle.reset();
};

// The last of the input comes with the flag that finishes it.
ZlibBase.prototype._flush = function _flush(callback) { this._transform(empty, '', callback); };
ZlibBase.prototype._final = function _final(callback) { callback(); };

// Chunks that are nothing but a flush.
const flushChunks = [];
for (const [name, flag] of [['Z_NO_FLUSH', 0], ['Z_PARTIAL_FLUSH', 1], ['Z_SYNC_FLUSH', 2], ['Z_FULL_FLUSH', 3],
  ['Z_FINISH', 4], ['Z_BLOCK', 5]]) {
  flushChunks[constants[name]] = Object.assign(Buffer.alloc(0), { [kFlushFlag]: flag });
}

ZlibBase.prototype.flush = function flush(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) process.nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    this.write(flushChunks[kind], '', callback);
  }
};

ZlibBase.prototype.close = function close(callback) {
  if (callback) finished(this, callback);
  this.destroy();
};

ZlibBase.prototype._destroy = function _destroy(error, callback) {
  this._handle = null;
  callback(error);
};

function flagOf(stream, chunk) {
  if (typeof chunk[kFlushFlag] === 'number') return chunk[kFlushFlag];
  const isLast = stream.writableEnded && stream.writableLength === chunk.byteLength;
  return isLast ? Math.max(stream._defaultFlushFlag, stream._finishFlushFlag) : stream._defaultFlushFlag;
}

ZlibBase.prototype._transform = function _transform(chunk, encoding, callback) {
  if (!this._handle) {
    process.nextTick(callback);
    return;
  }
  this._handle.begin(chunk, flagOf(this, chunk));
  advance(this, chunk, callback);
};

function advance(stream, chunk, callback) {
  natives.work(() => {
    if (!stream._handle) {
      callback();
      return;
    }
    let piece, more;
    try {
      [piece, more] = stream._handle.step(stream._chunkSize - stream._outOffset);
    } catch (error) {
      stream[kError] = error;
      stream.destroy(error);
      return;
    }
    stream._outOffset = (stream._outOffset + piece.length) % stream._chunkSize;
    const goesOn = piece.length === 0 || stream.push(piece);
    if (!more || stream.destroyed) {
      stream.bytesWritten += chunk.byteLength;
      callback();
    } else if (goesOn) {
      advance(stream, chunk, callback);
    } else {
      whenRead(stream, () => advance(stream, chunk, callback));
    }
  });
}

// Goes on when somebody reads.
function whenRead(stream, goOn) {
  const { _read } = stream;
  stream._read = (size) => {
    stream._read = _read;
    goOn();
    stream._read(size);
  };
}

// All of it at once.
ZlibBase.prototype._processChunk = function _processChunk(chunk, flag, callback) {
  if (typeof callback === 'function') {
    this._handle.begin(chunk, flag);
    advance(this, chunk, callback);
    return undefined;
  }
  const handle = this._handle;
  if (!handle) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
  handle.begin(chunk, flag);
  const pieces = [];
  let length = 0;
  for (let more = true; more;) {
    let piece;
    [piece, more] = handle.step(this._chunkSize);
    pieces.push(piece);
    length += piece.length;
    if (length > this._maxOutputLength) {
      this.close();
      throw new codes.ERR_BUFFER_TOO_LARGE(this._maxOutputLength);
    }
  }
  this.bytesWritten += chunk.byteLength;
  this.close();
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
};

function params(level, strategy, callback) {
  checkRangesOrGetDefault(level, 'level', -1, 9);
  checkRangesOrGetDefault(strategy, 'strategy', constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED);
  if (this._level === level && this._strategy === strategy) {
    process.nextTick(callback);
    return;
  }
  this.flush(Z_SYNC_FLUSH, () => {
    if (!this._handle) return;
    this._handle.setParameters(level, strategy);
    this._level = level;
    this._strategy = strategy;
    if (callback) callback();
  });
}

module.exports = { ZlibBase, params };
