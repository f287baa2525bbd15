'use strict';

// The module 'zlib'. Brotli is not here yet.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { absentClass, absentFunction } = require('internal/errors/absent');
const { isAnyArrayBuffer } = require('internal/util/types');
const { validateFunction, validateUint32 } = require('internal/validators');
const constants = require('internal/zlib/constants');
const { ZlibBase, params } = require('internal/zlib/stream');
const natives = internalBinding('zlib');

// Between ZlibBase and the classes, as in Node.
function Zlib(opts, format, compresses) { ZlibBase.call(this, opts, format, compresses); }
inherit(Zlib, ZlibBase);
Zlib.prototype.params = params;

function inherit(Class, Base) {
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
}

function Deflate(opts) {
  if (!(this instanceof Deflate)) return new Deflate(opts);
  Zlib.call(this, opts, 'zlib', true);
}
function Inflate(opts) {
  if (!(this instanceof Inflate)) return new Inflate(opts);
  Zlib.call(this, opts, 'zlib', false);
}
function Gzip(opts) {
  if (!(this instanceof Gzip)) return new Gzip(opts);
  Zlib.call(this, opts, 'gzip', true);
}
function Gunzip(opts) {
  if (!(this instanceof Gunzip)) return new Gunzip(opts);
  Zlib.call(this, opts, 'gzip', false);
}
// zlib's raw format has no window of 256 bytes.
function DeflateRaw(opts) {
  if (!(this instanceof DeflateRaw)) return new DeflateRaw(opts);
  if (opts && opts.windowBits === 8) opts = { ...opts, windowBits: 9 };
  Zlib.call(this, opts, 'raw', true);
}
function InflateRaw(opts) {
  if (!(this instanceof InflateRaw)) return new InflateRaw(opts);
  Zlib.call(this, opts, 'raw', false);
}
function Unzip(opts) {
  if (!(this instanceof Unzip)) return new Unzip(opts);
  Zlib.call(this, opts, 'any', false);
}
const classes = { Deflate, Inflate, Gzip, Gunzip, DeflateRaw, InflateRaw, Unzip };
for (const name in classes) inherit(classes[name], Zlib);

function toBuffer(buffer) {
  if (typeof buffer === 'string') return Buffer.from(buffer);
  if (ArrayBuffer.isView(buffer)) return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  if (isAnyArrayBuffer(buffer)) return Buffer.from(buffer);
  throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], buffer);
}

// Collects what a stream makes of a buffer.
function collect(stream, buffer, callback) {
  validateFunction(callback, 'callback');
  const input = toBuffer(buffer);
  const pieces = [];
  let length = 0;
  stream.on('readable', () => {
    for (let piece; (piece = stream.read()) !== null;) {
      pieces.push(piece);
      length += piece.length;
      if (length > stream._maxOutputLength) {
        stream.close();
        callback(new codes.ERR_BUFFER_TOO_LARGE(stream._maxOutputLength));
        return;
      }
    }
  });
  stream.on('error', callback);
  stream.on('end', () => {
    const result = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
    stream.close();
    callback(null, stream._info ? { buffer: result, engine: stream } : result);
  });
  stream.end(input);
}

function collectSync(stream, buffer) {
  const result = stream._processChunk(toBuffer(buffer), stream._finishFlushFlag);
  return stream._info ? { buffer: result, engine: stream } : result;
}

// The functions for one class: with a callback, and at once.
function convenience(Class) {
  return [
    function(buffer, opts, callback) {
      if (typeof opts === 'function') {
        callback = opts;
        opts = {};
      }
      return collect(new Class(opts), buffer, callback);
    },
    function(buffer, opts) { return collectSync(new Class(opts), buffer); },
  ];
}

function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return natives.crc32(typeof data === 'string' ? Buffer.from(data) : data, value);
}

function named(f, name) { return Object.defineProperty(f, 'name', { value: name, configurable: true }); }
function lowerFirst(name) { return name[0].toLowerCase() + name.slice(1); }

Object.assign(exports, {
  crc32,
  ...classes,
  BrotliCompress: absentClass('zlib', 'BrotliCompress', ZlibBase),
  BrotliDecompress: absentClass('zlib', 'BrotliDecompress', ZlibBase),
});
for (const name of ['Deflate', 'Gzip', 'DeflateRaw', 'Unzip', 'Inflate', 'Gunzip', 'InflateRaw']) {
  const id = lowerFirst(name);
  const [later, sync] = convenience(classes[name]);
  exports[id] = named(later, id);
  exports[`${id}Sync`] = named(sync, `${id}Sync`);
}
for (const id of ['brotliCompress', 'brotliCompressSync', 'brotliDecompress', 'brotliDecompressSync']) {
  exports[id] = absentFunction('zlib', id);
}
for (const name of ['Deflate', 'Inflate', 'DeflateRaw', 'InflateRaw', 'Gzip', 'Gunzip', 'Unzip']) {
  const create = named((options) => new classes[name](options), `create${name}`);
  Object.defineProperty(exports, `create${name}`, { value: create, enumerable: true, configurable: true });
}
for (const id of ['createBrotliCompress', 'createBrotliDecompress']) {
  Object.defineProperty(exports, id, { value: absentFunction('zlib', id), enumerable: true, configurable: true });
}
Object.defineProperty(exports, 'constants', { value: constants, enumerable: true });

const statusCodes = ['Z_OK', 'Z_STREAM_END', 'Z_NEED_DICT', 'Z_ERRNO', 'Z_STREAM_ERROR', 'Z_DATA_ERROR', 'Z_MEM_ERROR',
  'Z_BUF_ERROR', 'Z_VERSION_ERROR'];
const table = {};
for (const name of statusCodes) table[name] = constants[name];
for (const name of statusCodes) table[constants[name]] = name;
Object.defineProperty(exports, 'codes', { value: Object.freeze(table), enumerable: true });

// The old place of the constants.
for (const name in constants) {
  if (!name.startsWith('BROTLI')) Object.defineProperty(exports, name, { value: constants[name], enumerable: false });
}
