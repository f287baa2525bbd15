'use strict';

// Arguments that become bytes.

const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/util/types');

// Secrets, salts and keys: text is UTF-8.
const secretTypes = ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

function getArrayBufferOrView(value, name, encoding = undefined) {
  if (isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) return value;
  if (typeof value === 'string') return Buffer.from(value, encoding === 'buffer' ? 'utf8' : encoding);
  throw new ERR_INVALID_ARG_TYPE(name, secretTypes, value);
}

// What goes into a hash or a cipher, piece by piece.
function getData(data, encoding) {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (ArrayBuffer.isView(data)) return data;
  throw new ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

// Bytes as a program asked for them: a Buffer, or text.
function toOutput(bytes, encoding) {
  const buffer = Buffer.from(bytes);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

module.exports = { getArrayBufferOrView, getData, secretTypes, toOutput };
