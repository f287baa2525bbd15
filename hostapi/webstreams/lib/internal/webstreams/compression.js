'use strict';

// CompressionStream and DecompressionStream need zlib, which is not there yet; making one says so.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');
const { finishClass } = require('internal/webstreams/util');

const formats = ['deflate', 'deflate-raw', 'gzip'];

function refuse(format, name) {
  if (!formats.includes(format)) throw new ERR_INVALID_ARG_VALUE('format', format);
  throw new ERR_METHOD_NOT_IMPLEMENTED(name);
}

class CompressionStream {
  constructor(format) { refuse(format, 'CompressionStream'); }

  get readable() { return undefined; }

  get writable() { return undefined; }
}

class DecompressionStream {
  constructor(format) { refuse(format, 'DecompressionStream'); }

  get readable() { return undefined; }

  get writable() { return undefined; }
}

for (const Class of [CompressionStream, DecompressionStream]) {
  finishClass(Class, ['readable', 'writable'], () => ({}));
}

module.exports = { CompressionStream, DecompressionStream };
