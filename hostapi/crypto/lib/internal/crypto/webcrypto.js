'use strict';

// Web Cryptography: random values and digests. Keys are not here yet.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { absentError } = require('internal/errors/absent');
const { getRandomValues, randomUUID } = require('internal/crypto/random');
const { isAnyArrayBuffer } = require('internal/util/types');
const natives = internalBinding('crypto');

// Only this module makes objects of these classes.
const kMake = Symbol('kMake');

function forbidConstruction(key) {
  if (key === kMake) return;
  throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
}

const digestNames = { __proto__: null, 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

function notSupported() {
  const { DOMException } = require('internal/domexception');
  return new DOMException('Unrecognized algorithm name', 'NotSupportedError');
}

function digestName(algorithm) {
  const name = typeof algorithm === 'string' ? algorithm : algorithm?.name;
  return digestNames[String(name).toUpperCase()];
}

class CryptoKey {
  constructor() { throw new codes.ERR_ILLEGAL_CONSTRUCTOR(); }
}

class SubtleCrypto {
  constructor(key) { forbidConstruction(key); }

  // The bytes are those of the moment of the call; the digest is computed when its turn comes.
  async digest(algorithm, data) {
    if (!(this instanceof SubtleCrypto)) throw new codes.ERR_INVALID_THIS('SubtleCrypto');
    const prefix = "Failed to execute 'digest' on 'SubtleCrypto'";
    if (arguments.length < 2) {
      throw missing(`${prefix}: 2 arguments required, but only ${arguments.length} present.`);
    }
    if (!isAnyArrayBuffer(data) && !ArrayBuffer.isView(data)) throw wrongType(prefix);
    const name = digestName(algorithm);
    if (name === undefined) throw notSupported();
    const bytes = ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
    const copy = new Uint8Array(bytes);
    await new Promise((resolve) => natives.work(resolve));
    return natives.hashSum(name, natives.hashAdd(name, natives.hashStart(name), copy), -1);
  }
}

function typeError(message, code) {
  const error = new TypeError(message);
  error.code = code;
  return error;
}

function missing(message) { return typeError(message, 'ERR_MISSING_ARGS'); }

function wrongType(prefix) {
  return typeError(`${prefix}: 2nd argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.`,
    'ERR_INVALID_ARG_TYPE');
}

const withKeys = ['decrypt', 'deriveBits', 'deriveKey', 'encrypt', 'exportKey', 'generateKey', 'importKey', 'sign',
  'unwrapKey', 'verify', 'wrapKey'];
for (const name of withKeys) {
  const f = { async [name]() { throw absentError(`crypto.subtle.${name}`); } }[name];
  Object.defineProperty(SubtleCrypto.prototype, name, { value: f, writable: true, enumerable: true, configurable: true });
}

const subtle = new SubtleCrypto(kMake);

class Crypto {
  constructor(key) { forbidConstruction(key); }

  get subtle() {
    checkThis(this);
    return subtle;
  }

  getRandomValues(array) {
    checkThis(this);
    if (arguments.length === 0) {
      throw missing("Failed to execute 'getRandomValues' on 'Crypto': 1 argument required, but only 0 present.");
    }
    return getRandomValues(array);
  }

  randomUUID() {
    checkThis(this);
    return randomUUID();
  }
}

const crypto = new Crypto(kMake);

function checkThis(value) {
  if (value !== crypto) throw new codes.ERR_INVALID_THIS('Crypto');
}

for (const [Class, names] of [[Crypto, ['subtle', 'getRandomValues', 'randomUUID']], [SubtleCrypto, ['digest']]]) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

module.exports = { Crypto, CryptoKey, SubtleCrypto, crypto };
