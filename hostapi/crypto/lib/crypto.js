'use strict';

// The module 'crypto'. What needs keys in pairs, prime numbers or certificates is not here yet.

const { codes } = require('internal/errors');
const { absentClass, absentFunction, addAbsent } = require('internal/errors/absent');
const { validateFunction, validateInteger, validateObject, validateOneOf } = require('internal/validators');
const { deprecate } = require('internal/util');
const { isAnyArrayBuffer } = require('internal/util/types');
const LazyTransform = require('internal/crypto/lazy_transform');
const { Writable } = require('stream');
const { Cipheriv, Decipheriv, getCipherInfo } = require('internal/crypto/cipher');
const { getCiphers } = require('internal/crypto/cipher_names');
const { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync } = require('internal/crypto/derive');
const { Hash, Hmac, hash } = require('internal/crypto/hash');
const { KeyObject, createSecretKey } = require('internal/crypto/keys');
const random = require('internal/crypto/random');
const natives = internalBinding('crypto');

function createHash(algorithm, options) { return new Hash(algorithm, options); }
function createHmac(hmac, key, options) { return new Hmac(hmac, key, options); }
function createCipheriv(cipher, key, iv, options) { return new Cipheriv(cipher, key, iv, options); }
function createDecipheriv(cipher, key, iv, options) { return new Decipheriv(cipher, key, iv, options); }
function getHashes() { return require('internal/crypto/names').slice(); }

const comparable = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

function checkComparable(value, name) {
  if (isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) return;
  const error = new codes.ERR_INVALID_ARG_TYPE(name, comparable, value);
  error.message = error.message.replace(/ Received .*$/s, '');
  throw error;
}

function timingSafeEqual(buf1, buf2) {
  checkComparable(buf1, 'buf1');
  checkComparable(buf2, 'buf2');
  if (buf1.byteLength !== buf2.byteLength) throw new codes.ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return natives.isEqual(buf1, buf2);
}

// There are no keys on curves yet.
function getCurves() { return []; }

function getFips() { return 0; }

function setFips(on) {
  if (on) throw new codes.ERR_CRYPTO_FIPS_UNAVAILABLE();
}

function setEngine() { throw new codes.ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED(); }

function secureHeapUsed() { return { total: 0, used: 0, utilization: 0, min: 0 }; }

function generateKey(type, options, callback) {
  validateFunction(callback, 'callback');
  const key = generateKeySync(type, options);
  natives.work(() => callback(null, key));
}

function generateKeySync(type, options) {
  if (typeof type !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('type', 'string', type);
  validateObject(options, 'options');
  if (type === 'hmac') validateInteger(options.length, 'options.length', 8, 2 ** 31 - 1);
  else if (type === 'aes') validateOneOf(options.length, 'options.length', [128, 192, 256]);
  else throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  return createSecretKey(natives.randomBytes(Math.floor(options.length / 8)));
}

// Node's order.
addAbsent(exports, 'crypto', ['checkPrime', 'checkPrimeSync']);
Object.assign(exports, { createCipheriv, createDecipheriv });
addAbsent(exports, 'crypto', ['createDiffieHellman', 'createDiffieHellmanGroup', 'createECDH']);
Object.assign(exports, { createHash, createHmac });
addAbsent(exports, 'crypto', ['createPrivateKey', 'createPublicKey']);
Object.assign(exports, { createSecretKey });
addAbsent(exports, 'crypto', ['createSign', 'createVerify', 'diffieHellman', 'generatePrime', 'generatePrimeSync']);
Object.assign(exports, { getCiphers, getCipherInfo, getCurves });
addAbsent(exports, 'crypto', ['getDiffieHellman']);
Object.assign(exports, { getHashes, hkdf, hkdfSync, pbkdf2, pbkdf2Sync });
addAbsent(exports, 'crypto', ['generateKeyPair', 'generateKeyPairSync']);
Object.assign(exports, { generateKey, generateKeySync });
addAbsent(exports, 'crypto', ['privateDecrypt', 'privateEncrypt', 'publicDecrypt', 'publicEncrypt']);
Object.assign(exports, {
  randomBytes: random.randomBytes, randomFill: random.randomFill, randomFillSync: random.randomFillSync,
  randomInt: random.randomInt, randomUUID: random.randomUUID, scrypt, scryptSync,
});
addAbsent(exports, 'crypto', ['sign']);
Object.assign(exports, { setEngine, timingSafeEqual, getFips, setFips });
addAbsent(exports, 'crypto', ['verify']);
Object.assign(exports, {
  hash,
  Certificate: absentClass('crypto', 'Certificate'),
  Cipher: absentClass('crypto', 'Cipher', LazyTransform),
  Cipheriv,
  Decipher: absentClass('crypto', 'Decipher', LazyTransform),
  Decipheriv,
  DiffieHellman: absentClass('crypto', 'DiffieHellman'),
  DiffieHellmanGroup: absentClass('crypto', 'DiffieHellmanGroup'),
  ECDH: absentClass('crypto', 'ECDH'),
  Hash,
  Hmac,
  KeyObject,
  Sign: absentClass('crypto', 'Sign', Writable),
  Verify: absentClass('crypto', 'Verify', Writable),
  X509Certificate: absentClass('crypto', 'X509Certificate'),
  secureHeapUsed,
});

// getter defines a property that is computed when it is read.
function getter(name, get, set = undefined, how = {}) {
  Object.defineProperty(exports, name, { get, set, enumerable: true, configurable: false, ...how });
}

Object.defineProperty(exports, 'constants', { value: require('internal/crypto/constants'), enumerable: true });
getter('webcrypto', () => require('internal/crypto/webcrypto').crypto);
getter('subtle', () => require('internal/crypto/webcrypto').crypto.subtle);
getter('getRandomValues', () => random.getRandomValues);

for (const name of ['createCipher', 'createDecipher']) {
  const value = deprecate(absentFunction('crypto', name), `crypto.${name}() is deprecated.`, 'DEP0106');
  Object.defineProperty(exports, name, { value });
}

getter('fips', getFips, setFips, { enumerable: false });

// Old names for randomBytes.
for (const name of ['prng', 'pseudoRandomBytes', 'rng']) {
  getter(name, () => random.randomBytes, (value) => {
    Object.defineProperty(exports, name, { value, writable: true, configurable: true, enumerable: true });
  }, { enumerable: false, configurable: true });
}
