'use strict';

// The names of the encodings of strings.

const names = {
  'utf8': 'utf8',
  'utf-8': 'utf8',
  'ucs2': 'utf16le',
  'ucs-2': 'utf16le',
  'utf16le': 'utf16le',
  'utf-16le': 'utf16le',
  'latin1': 'latin1',
  'binary': 'latin1',
  'base64': 'base64',
  'base64url': 'base64url',
  'hex': 'hex',
  'ascii': 'ascii',
  '__proto__': null,
};

// The one name of an encoding, or undefined when there is no such encoding.
function normalizeEncoding(encoding) {
  if (encoding === undefined || encoding === null || encoding === '' || encoding === 'utf8') {
    return 'utf8';
  }
  if (typeof encoding !== 'string') return undefined;
  return names[encoding] ?? names[encoding.toLowerCase()];
}

module.exports = { normalizeEncoding };
