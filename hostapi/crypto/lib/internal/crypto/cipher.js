'use strict';

// Cipheriv and Decipheriv: AES.

const { codes } = require('internal/errors');
const { StringDecoder } = require('string_decoder');
const { validateEncoding, validateInt32, validateObject, validateString, validateUint32 } =
  require('internal/validators');
const { getArrayBufferOrView, getData } = require('internal/crypto/bytes');
const { findCipher, ciphers } = require('internal/crypto/cipher_names');
const { getKeyBytes } = require('internal/crypto/keys');
const LazyTransform = require('internal/crypto/lazy_transform');
const { normalizeEncoding } = require('internal/util');
const natives = internalBinding('crypto');

const kHandle = Symbol('kHandle');

const tagLengths = [4, 8, 12, 13, 14, 15, 16];

// The errors of OpenSSL, by the numbers of the natives.
const openSSLErrors = {
  1: { number: '1C80006B', reason: 'wrong final block length', code: 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH' },
  2: { number: '1C800064', reason: 'bad decrypt', code: 'ERR_OSSL_BAD_DECRYPT' },
};

function openSSLError({ number, reason, code }) {
  const error = new Error(`error:${number}:Provider routines::${reason}`);
  return Object.assign(error, { library: 'Provider routines', reason, code });
}

function checkTagLength(length, wanted) {
  if (!tagLengths.includes(length) || (wanted !== undefined && length !== wanted)) {
    throw new codes.ERR_CRYPTO_INVALID_AUTH_TAG(length);
  }
}

// The natives' side of a cipher.
class CipherBase {
  #info;
  #state;
  #decrypts;
  #pads = true;
  #ended = false;
  #started = false;
  #tag = undefined; // bytes: what decryption expects, or what encryption gave
  #tagLength;

  constructor(info, key, iv, decrypts, tagLength) {
    this.#info = info;
    this.#decrypts = decrypts;
    this.#tagLength = tagLength;
    this.#state = natives.cipherStart(info.modeNumber, key, iv, decrypts);
  }

  #isAuthenticated() { return this.#info.mode === 'gcm'; }

  add(data) {
    if (this.#ended) return undefined;
    this.#started = true;
    return natives.cipherAdd(this.#state, data, this.#pads);
  }

  end() {
    if (this.#ended) throw new codes.ERR_CRYPTO_INVALID_STATE();
    this.#ended = true;
    const out = natives.cipherEnd(this.#state, this.#pads);
    if (typeof out === 'number') throw openSSLError(openSSLErrors[out]);
    if (this.#isAuthenticated()) this.#endAuthenticated();
    return out;
  }

  #endAuthenticated() {
    const tag = natives.cipherTag(this.#state);
    if (!this.#decrypts) {
      this.#tag = tag.slice(0, this.#tagLength ?? 16);
    } else if (this.#tag === undefined || !natives.isEqual(this.#tag, tag.slice(0, this.#tag.byteLength))) {
      throw new Error('Unsupported state or unable to authenticate data');
    }
  }

  setPadding(pads) {
    if (this.#ended) return false;
    this.#pads = pads;
    return true;
  }

  setTag(tag) {
    if (!this.#isAuthenticated() || this.#ended || this.#tag !== undefined) return false;
    checkTagLength(tag.byteLength, this.#tagLength);
    this.#tag = tag.slice().buffer;
    return true;
  }

  getTag() { return this.#ended && !this.#decrypts ? this.#tag : undefined; }

  authenticate(data) {
    if (!this.#isAuthenticated() || this.#ended || this.#started) return false;
    natives.cipherAuthenticate(this.#state, data);
    return true;
  }
}

function startCipher(self, name, key, options, iv, decrypts) {
  validateString(name, 'cipher');
  const keyBytes = getKeyBytes(key, 'key', options?.encoding);
  const vector = iv === null ? null : getArrayBufferOrView(iv, 'iv');
  const tagLength = options?.authTagLength;
  if (tagLength !== undefined && tagLength !== null) validateUint32(tagLength, 'options.authTagLength');
  const info = findCipher(name);
  if (info === undefined) throw new codes.ERR_CRYPTO_UNKNOWN_CIPHER();
  const length = vector === null ? 0 : vector.byteLength;
  const fits = info.mode === 'gcm' ? length > 0 : length === info.ivLength;
  if (keyBytes.byteLength !== info.keyLength) {
    if (vector === null || fits) throw new codes.ERR_CRYPTO_INVALID_KEYLEN();
    throw new codes.ERR_CRYPTO_INVALID_IV();
  }
  if (!fits) throw new codes.ERR_CRYPTO_INVALID_IV();
  const wanted = info.mode === 'gcm' && tagLength != null ? tagLength : undefined;
  if (wanted !== undefined) checkTagLength(wanted);
  self._decoder = null;
  self[kHandle] = new CipherBase(info, keyBytes, vector ?? new Uint8Array(0), decrypts, wanted);
  LazyTransform.call(self, options);
}

function Cipheriv(cipher, key, iv, options) {
  if (!(this instanceof Cipheriv)) return new Cipheriv(cipher, key, iv, options);
  startCipher(this, cipher, key, options, iv, false);
}

function Decipheriv(cipher, key, iv, options) {
  if (!(this instanceof Decipheriv)) return new Decipheriv(cipher, key, iv, options);
  startCipher(this, cipher, key, options, iv, true);
}

// Text comes out in pieces that are characters: the decoder keeps what is not one yet.
function decoderFor(cipher, encoding) {
  const name = normalizeEncoding(encoding);
  if (cipher._decoder) {
    if (cipher._decoder.encoding !== name) {
      throw name === undefined ? new codes.ERR_UNKNOWN_ENCODING(encoding) :
        new codes.ERR_INTERNAL_ASSERTION('Cannot change encoding');
    }
  } else {
    cipher._decoder = new StringDecoder(encoding);
  }
  return cipher._decoder;
}

function update(data, inputEncoding, outputEncoding) {
  if (typeof data === 'string') validateEncoding(data, inputEncoding);
  const bytes = this[kHandle].add(getData(data, inputEncoding));
  if (bytes === undefined) throw new Error('Trying to add data in unsupported state');
  const out = Buffer.from(bytes);
  return outputEncoding && outputEncoding !== 'buffer' ? decoderFor(this, outputEncoding).write(out) : out;
}

function final(outputEncoding) {
  const out = Buffer.from(this[kHandle].end());
  return outputEncoding && outputEncoding !== 'buffer' ? decoderFor(this, outputEncoding).end(out) : out;
}

function setAutoPadding(pads) {
  if (!this[kHandle].setPadding(pads === undefined ? true : !!pads)) {
    throw new codes.ERR_CRYPTO_INVALID_STATE('setAutoPadding');
  }
  return this;
}

function setAAD(aadbuf, options) {
  const data = getArrayBufferOrView(aadbuf, 'aadbuf', options?.encoding);
  if (options?.plaintextLength !== undefined) validateInt32(options.plaintextLength, 'options.plaintextLength', 0);
  if (!this[kHandle].authenticate(data)) throw new codes.ERR_CRYPTO_INVALID_STATE('setAAD');
  return this;
}

function getAuthTag() {
  const tag = this[kHandle].getTag();
  if (tag === undefined) throw new codes.ERR_CRYPTO_INVALID_STATE('getAuthTag');
  return Buffer.from(tag);
}

function setAuthTag(tag, encoding) {
  const bytes = getArrayBufferOrView(tag, 'buffer', encoding);
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) :
    new Uint8Array(bytes);
  if (!this[kHandle].setTag(view)) throw new codes.ERR_CRYPTO_INVALID_STATE('setAuthTag');
  return this;
}

function _transform(chunk, encoding, callback) {
  this.push(this.update(chunk, encoding));
  callback();
}

function _flush(callback) {
  try {
    this.push(this.final());
  } catch (error) {
    callback(error);
    return;
  }
  callback();
}

const shared = { _transform, _flush, update, final, setAutoPadding, setAAD };
for (const Class of [Cipheriv, Decipheriv]) {
  Object.setPrototypeOf(Class.prototype, LazyTransform.prototype);
  Object.setPrototypeOf(Class, LazyTransform);
  Object.assign(Class.prototype, shared);
}
Cipheriv.prototype.getAuthTag = getAuthTag;
Decipheriv.prototype.setAuthTag = setAuthTag;

// What is known of a cipher by its name or number, and whether a key or vector of a length fits.
function getCipherInfo(nameOrNid, options) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw new codes.ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  }
  if (typeof nameOrNid === 'number') validateInt32(nameOrNid, 'nameOrNid');
  if (options !== undefined) validateObject(options, 'options');
  const { keyLength, ivLength } = options ?? {};
  if (keyLength !== undefined) validateInt32(keyLength, 'options.keyLength');
  if (ivLength !== undefined) validateInt32(ivLength, 'options.ivLength');
  const found = typeof nameOrNid === 'string' ? findCipher(nameOrNid) :
    [...ciphers.values()].find(({ nid }) => nid === nameOrNid);
  if (found === undefined || (keyLength !== undefined && keyLength !== found.keyLength)) return undefined;
  if (ivLength !== undefined && ivLength !== found.ivLength && found.mode !== 'gcm') return undefined;
  const info = { mode: found.mode, name: found.name, nid: found.nid, blockSize: found.blockSize };
  if (found.ivLength > 0) info.ivLength = ivLength ?? found.ivLength;
  info.keyLength = found.keyLength;
  return info;
}

module.exports = { Cipheriv, Decipheriv, getCipherInfo };
