'use strict';

// What stands before compressed data. The functions return the length of the header, or undefined
// while it is not complete.

const { dataError, zlibError } = require('internal/zlib/errors');
const natives = internalBinding('zlib');

const gzipFlags = { headerCheck: 2, extra: 4, name: 8, comment: 16, unknown: 0xe0 };
const fixedLength = 10;

function isGzip(bytes) { return bytes[0] === 0x1f && bytes[1] === 0x8b; }

function readGzipHeader(bytes) {
  if (bytes.length > 1 && !isGzip(bytes)) throw dataError('incorrect header check');
  if (bytes.length > 3 && bytes[2] !== 8) throw dataError('unknown compression method');
  if (bytes.length > 3 && bytes[3] & gzipFlags.unknown) throw dataError('unknown header flags set');
  if (bytes.length < fixedLength) return undefined;
  const flags = bytes[3];
  let at = fixedLength;
  if (flags & gzipFlags.extra) {
    if (bytes.length < at + 2) return undefined;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [gzipFlags.name, gzipFlags.comment]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return undefined;
    at = end + 1;
  }
  if (flags & gzipFlags.headerCheck) {
    if (bytes.length < at + 2) return undefined;
    if (bytes.readUInt16LE(at) !== (natives.crc32(bytes.subarray(0, at), 0) & 0xffff)) {
      throw dataError('header crc mismatch');
    }
    at += 2;
  }
  return bytes.length < at ? undefined : at;
}

function readZlibHeader(bytes, { windowBits, dictionary }) {
  if (bytes.length < 2) return undefined;
  const head = bytes.readUInt16BE(0);
  if (head % 31 !== 0) throw dataError('incorrect header check');
  if ((bytes[0] & 15) !== 8) throw dataError('unknown compression method');
  const size = (bytes[0] >> 4) + 8;
  if (size > 15 || (windowBits !== 0 && size > windowBits)) throw dataError('invalid window size');
  if (!(bytes[1] & 0x20)) return 2;
  if (bytes.length < 6) return undefined;
  if (!dictionary) throw zlibError('Z_NEED_DICT', 'Missing dictionary');
  if (natives.adler32(dictionary, 1) !== bytes.readUInt32BE(2)) throw zlibError('Z_NEED_DICT', 'Bad dictionary');
  return 6;
}

module.exports = { isGzip, readGzipHeader, readZlibHeader };
