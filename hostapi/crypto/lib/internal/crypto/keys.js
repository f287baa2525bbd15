'use strict';

// Keys that are secrets: bytes that do not show when they are printed.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { validateObject, validateOneOf } = require('internal/validators');
const { getArrayBufferOrView, secretTypes } = require('internal/crypto/bytes');
const { isAnyArrayBuffer } = require('internal/util/types');
const { absentError } = require('internal/errors/absent');
const natives = internalBinding('crypto');

const kKeyType = Symbol('kKeyType');
const kSecret = Symbol('kSecret');

class KeyObject {
  constructor(type, handle) {
    validateOneOf(type, 'type', ['secret', 'public', 'private']);
    if (typeof handle !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    this[kKeyType] = type;
    Object.defineProperty(this, kSecret, { value: handle[kSecret] });
  }

  get type() { return this[kKeyType]; }

  static from(key) { throw absentError(`KeyObject.from(${typeof key})`); }

  equals(other) {
    if (!isKeyObject(other)) throw new codes.ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', other);
    const [a, b] = [this[kSecret], other[kSecret]];
    return this.type === other.type && a.byteLength === b.byteLength && natives.isEqual(a, b);
  }

  get [Symbol.toStringTag]() { return 'KeyObject'; }
}

class SecretKeyObject extends KeyObject {
  constructor(handle) { super('secret', handle); }

  get symmetricKeySize() { return this[kSecret].byteLength; }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: Buffer.from(this[kSecret]).toString('base64url') };
    }
    return Buffer.from(this[kSecret].slice(0));
  }
}

function isKeyObject(value) {
  return value instanceof KeyObject && kKeyType in value;
}

function copyBytes(view) {
  const bytes = ArrayBuffer.isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) :
    new Uint8Array(view);
  return bytes.slice().buffer;
}

function createSecretKey(key, encoding) {
  if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !isAnyArrayBuffer(key)) {
    throw new codes.ERR_INVALID_ARG_TYPE('key', secretTypes.slice(1), key);
  }
  return new SecretKeyObject({ [kSecret]: copyBytes(getArrayBufferOrView(key, 'key', encoding)) });
}

const keyTypes = [...secretTypes, 'KeyObject', 'CryptoKey'];

// The bytes of what a program gives as a key.
function getKeyBytes(key, name = 'key', encoding = undefined) {
  if (isKeyObject(key)) {
    if (key.type === 'secret') return key[kSecret];
    throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'secret');
  }
  if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !isAnyArrayBuffer(key)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, keyTypes, key);
  }
  return getArrayBufferOrView(key, name, encoding);
}

module.exports = { KeyObject, createSecretKey, getKeyBytes, isKeyObject };
