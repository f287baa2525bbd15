'use strict';

// CompressionStream and DecompressionStream: zlib's streams as streams of the web.

const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { duplexToWeb } = require('internal/webstreams/adapters');
const { finishClass, kState, stateOf } = require('internal/webstreams/util');

// How each format is written and read, by zlib's functions.
const formats = {
  __proto__: null,
  'deflate': ['createDeflate', 'createInflate'],
  'deflate-raw': ['createDeflateRaw', 'createInflateRaw'],
  'gzip': ['createGzip', 'createGunzip'],
};

function createPair(format, direction) {
  if (typeof format !== 'string' || formats[format] === undefined) {
    throw new ERR_INVALID_ARG_VALUE('format', format);
  }
  return duplexToWeb(require('zlib')[formats[format][direction]]());
}

class CompressionStream {
  constructor(format) { this[kState] = createPair(format, 0); }

  get readable() { return stateOf(this, 'CompressionStream').readable; }

  get writable() { return stateOf(this, 'CompressionStream').writable; }
}

class DecompressionStream {
  constructor(format) { this[kState] = createPair(format, 1); }

  get readable() { return stateOf(this, 'DecompressionStream').readable; }

  get writable() { return stateOf(this, 'DecompressionStream').writable; }
}

for (const Class of [CompressionStream, DecompressionStream]) {
  finishClass(Class, ['readable', 'writable'],
    (it) => ({ readable: it.readable, writable: it.writable }));
}

module.exports = { CompressionStream, DecompressionStream };
