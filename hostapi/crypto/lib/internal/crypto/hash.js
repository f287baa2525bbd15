'use strict';

// Hash, Hmac and hash(). A hash's state is an ArrayBuffer that the natives read and write.

const { codes } = require('internal/errors');
const { validateEncoding, validateString, validateUint32 } = require('internal/validators');
const { getData, toOutput } = require('internal/crypto/bytes');
const { getKeyBytes } = require('internal/crypto/keys');
const LazyTransform = require('internal/crypto/lazy_transform');
const natives = internalBinding('crypto');

const kHandle = Symbol('kHandle');
const kState = Symbol('kState');
const kFinalized = Symbol('kFinalized');

// The natives' side of a Hash: what inspection shows as "Hash {}".
const HashHandle = class Hash {
  #name;
  #state;
  #length;

  constructor(from, length) {
    if (typeof from === 'string') {
      this.#name = from;
      this.#state = natives.hashStart(from);
    } else {
      this.#name = from.#name;
      this.#state = from.#state.slice(0);
    }
    this.#length = length === undefined ? -1 : length;
  }

  static of(from, length) {
    const size = typeof from === 'string' ? natives.hashSize(from) : natives.hashSize(from.#name);
    // Only digests that can have any length are cut or stretched.
    if (size === undefined) throw new Error('Digest method not supported');
    if (length !== undefined && size > 0 && length !== size) throw lengthError();
    return new Hash(from, length);
  }

  add(data) { this.#state = natives.hashAdd(this.#name, this.#state, data); }
  sum() { return natives.hashSum(this.#name, this.#state, this.#length); }
};

// The natives' side of an Hmac: the hash of the message, and the hash that its digest goes into.
const HmacHandle = class Hmac {
  #name;
  #inner;
  #outer;

  constructor(name, key) {
    const states = natives.hmacStart(name, key);
    if (states === undefined) throw new codes.ERR_CRYPTO_INVALID_DIGEST(name);
    this.#name = name;
    [this.#inner, this.#outer] = states;
  }

  add(data) { this.#inner = natives.hashAdd(this.#name, this.#inner, data); }

  sum() {
    const inner = natives.hashSum(this.#name, this.#inner, -1);
    return natives.hashSum(this.#name, natives.hashAdd(this.#name, this.#outer, inner), -1);
  }
};

function lengthError() {
  const error = new Error('error:030000B2:digital envelope routines::not XOF or invalid length');
  return Object.assign(error, {
    library: 'digital envelope routines',
    reason: 'not XOF or invalid length',
    code: 'ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH',
  });
}

function Hash(algorithm, options) {
  if (!(this instanceof Hash)) return new Hash(algorithm, options);
  if (!(algorithm instanceof HashHandle)) validateString(algorithm, 'algorithm');
  const length = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (length !== undefined) validateUint32(length, 'options.outputLength');
  const handle = HashHandle.of(algorithm, length);
  LazyTransform.call(this, options);
  this[kHandle] = handle;
  this[kState] = { [kFinalized]: false };
}
Object.setPrototypeOf(Hash.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hash, LazyTransform);

Hash.prototype.copy = function copy(options) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  return new Hash(this[kHandle], options);
};

Hash.prototype._transform = function _transform(chunk, encoding, callback) {
  this[kHandle].add(getData(chunk, encoding));
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  this.push(this.digest());
  callback();
};

Hash.prototype.update = function update(data, encoding) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  if (typeof data === 'string') validateEncoding(data, encoding);
  this[kHandle].add(getData(data, encoding));
  return this;
};

Hash.prototype.digest = function digest(outputEncoding) {
  if (this[kState][kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  const encoding = outputEncoding === undefined || outputEncoding === null ? undefined : `${outputEncoding}`;
  const bytes = this[kHandle].sum();
  this[kState][kFinalized] = true;
  return toKnownOutput(bytes, encoding);
};

// Digests in an encoding that does not exist are Buffers.
function toKnownOutput(bytes, encoding) {
  return toOutput(bytes, encoding !== undefined && Buffer.isEncoding(encoding) ? encoding : undefined);
}

function Hmac(hmac, key, options) {
  if (!(this instanceof Hmac)) return new Hmac(hmac, key, options);
  validateString(hmac, 'hmac');
  const handle = new HmacHandle(hmac, getKeyBytes(key, 'key', options?.encoding));
  LazyTransform.call(this, options);
  this[kHandle] = handle;
  this[kState] = { [kFinalized]: false };
}
Object.setPrototypeOf(Hmac.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hmac, LazyTransform);

Hmac.prototype.update = Hash.prototype.update;
Hmac.prototype._transform = Hash.prototype._transform;
Hmac.prototype._flush = Hash.prototype._flush;

// Unlike that of a Hash, the digest can be asked for again, and is then empty.
Hmac.prototype.digest = function digest(outputEncoding) {
  const encoding = outputEncoding === undefined || outputEncoding === null ? undefined : `${outputEncoding}`;
  if (this[kState][kFinalized]) return toKnownOutput(new ArrayBuffer(0), encoding);
  const bytes = this[kHandle].sum();
  this[kState][kFinalized] = true;
  return toKnownOutput(bytes, encoding);
};

function hash(algorithm, input, outputEncoding = 'hex') {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !ArrayBuffer.isView(input)) {
    throw new codes.ERR_INVALID_ARG_TYPE('input', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
  }
  validateString(outputEncoding, 'outputEncoding');
  if (outputEncoding !== 'buffer' && !Buffer.isEncoding(outputEncoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('outputEncoding', outputEncoding);
  }
  const state = natives.hashStart(algorithm);
  if (state === undefined) throw new Error(`Digest method ${algorithm} is not supported`);
  return toOutput(natives.hashSum(algorithm, natives.hashAdd(algorithm, state, getData(input)), -1), outputEncoding);
}

module.exports = { Hash, Hmac, hash };
