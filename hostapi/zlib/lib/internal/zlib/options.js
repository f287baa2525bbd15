'use strict';

// The options of streams, checked.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { checkRangesOrGetDefault, validateFiniteNumber } = require('internal/validators');
const { isAnyArrayBuffer } = require('internal/util/types');
const { kMaxLength } = require('buffer');
const constants = require('internal/zlib/constants');

const { Z_BLOCK, Z_FINISH, Z_NO_FLUSH, Z_FIXED, Z_DEFAULT_STRATEGY } = constants;

function dictionaryOf(value) {
  if (value === undefined) return undefined;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (isAnyArrayBuffer(value)) return Buffer.from(value);
  throw new codes.ERR_INVALID_ARG_TYPE('options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], value);
}

function windowBitsOf(opts, format, compresses) {
  // A decompression can take the size from the input.
  if ((opts.windowBits == null || opts.windowBits === 0) && !compresses && format !== 'raw') return 0;
  const min = format === 'gzip' && compresses ? 9 : 8;
  return checkRangesOrGetDefault(opts.windowBits, 'options.windowBits', min, 15, 15);
}

// What a stream does with its output, of any kind.
function streamOptions(opts) {
  let chunkSize = constants.Z_DEFAULT_CHUNK;
  if (opts.chunkSize !== undefined) {
    if (!validateFiniteNumber(opts.chunkSize, 'options.chunkSize')) {
      chunkSize = constants.Z_DEFAULT_CHUNK;
    } else if (opts.chunkSize < constants.Z_MIN_CHUNK) {
      throw new codes.ERR_OUT_OF_RANGE('options.chunkSize', `>= ${constants.Z_MIN_CHUNK}`, opts.chunkSize);
    } else {
      chunkSize = opts.chunkSize;
    }
  }
  return {
    chunkSize,
    flush: checkRangesOrGetDefault(opts.flush, 'options.flush', Z_NO_FLUSH, Z_BLOCK, Z_NO_FLUSH),
    finishFlush: checkRangesOrGetDefault(opts.finishFlush, 'options.finishFlush', Z_NO_FLUSH, Z_BLOCK, Z_FINISH),
    maxOutputLength: checkRangesOrGetDefault(opts.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength),
  };
}

// What goes into the compression or decompression.
function formatOptions(opts, format, compresses) {
  return {
    windowBits: windowBitsOf(opts, format, compresses),
    level: checkRangesOrGetDefault(opts.level, 'options.level', -1, 9, -1),
    memLevel: checkRangesOrGetDefault(opts.memLevel, 'options.memLevel', 1, 9, 8),
    strategy: checkRangesOrGetDefault(opts.strategy, 'options.strategy', Z_DEFAULT_STRATEGY, Z_FIXED, Z_DEFAULT_STRATEGY),
    dictionary: dictionaryOf(opts.dictionary),
  };
}

module.exports = { formatOptions, streamOptions };
