'use strict';

// Keys from passwords and from other keys: pbkdf2, scrypt, hkdf.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const {
  validateFunction, validateInt32, validateInteger, validateString, validateUint32,
} = require('internal/validators');
const { getArrayBufferOrView } = require('internal/crypto/bytes');
const { createSecretKey, getKeyBytes, isKeyObject } = require('internal/crypto/keys');
const { isAnyArrayBuffer } = require('internal/util/types');
const natives = internalBinding('crypto');

// The numbers by which the natives know the functions.
const kPBKDF2 = 1;
const kHKDF = 2;
const kScrypt = 3;

const nothing = new Uint8Array(0);

// Derives now, or in an op that calls back.
function derive({ kind, hash = '', secret, salt, info = nothing, cost = 0, blockSize = 0, parallel = 0, length },
  callback = undefined) {
  return natives.derive(kind, hash, secret, salt, info, cost, blockSize, parallel, length, callback);
}

function checkDigest(digest) {
  if (natives.hashSize(digest) === undefined) throw new codes.ERR_CRYPTO_INVALID_DIGEST(digest);
}

function pbkdf2Job(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  const secret = getArrayBufferOrView(password, 'password', 'buffer');
  const salted = getArrayBufferOrView(salt, 'salt', 'buffer');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  checkDigest(digest);
  return { kind: kPBKDF2, hash: digest, secret, salt: salted, cost: iterations, length: keylen };
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const job = pbkdf2Job(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  derive(job, asBuffer(callback));
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return Buffer.from(derive(pbkdf2Job(password, salt, iterations, keylen, digest)));
}

function asBuffer(callback) {
  return (error, key) => {
    if (error) callback(error);
    else callback(null, Buffer.from(key));
  };
}

// Options of scrypt have a short and a long name.
const scryptOptions = [['N', 'cost', 2 ** 14], ['r', 'blockSize', 8], ['p', 'parallelization', 1]];

function scryptNumbers(options) {
  const numbers = [];
  for (const [short, long, usual] of scryptOptions) {
    if (options?.[short] !== undefined) {
      validateUint32(options[short], short);
      if (options[long] !== undefined) throw new codes.ERR_CRYPTO_SCRYPT_INVALID_PARAMETER();
    } else if (options?.[long] !== undefined) {
      validateUint32(options[long], long);
    }
    numbers.push((options?.[short] ?? options?.[long]) || usual);
  }
  if (options?.maxmem !== undefined) validateInteger(options.maxmem, 'maxmem', 0);
  return [...numbers, options?.maxmem || 32 * 1024 * 1024];
}

function checkScryptNumbers(N, r, p, maxmem) {
  const isPower = N > 1 && (N & (N - 1)) === 0;
  if (!isPower || r * p >= 2 ** 30 || (r < 4 && N >= 2 ** (16 * r))) {
    throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS();
  }
  if (128 * r * p + 32 * r * (N + 2) * 4 > maxmem) {
    throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS(
      'error:030000AC:digital envelope routines::memory limit exceeded');
  }
}

function scryptJob(password, salt, keylen, options) {
  const secret = getArrayBufferOrView(password, 'password');
  const salted = getArrayBufferOrView(salt, 'salt');
  validateInt32(keylen, 'keylen', 0);
  const [cost, blockSize, parallel, maxmem] = scryptNumbers(options);
  checkScryptNumbers(cost, blockSize, parallel, maxmem);
  return { kind: kScrypt, secret, salt: salted, cost, blockSize, parallel, length: keylen };
}

function scrypt(password, salt, keylen, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const job = scryptJob(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  derive(job, asBuffer(callback));
}

function scryptSync(password, salt, keylen, options = undefined) {
  return Buffer.from(derive(scryptJob(password, salt, keylen, options)));
}

const ikmTypes = ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];

function ikmBytes(ikm) {
  if (isKeyObject(ikm)) return getKeyBytes(ikm);
  if (typeof ikm !== 'string' && !isAnyArrayBuffer(ikm) && !ArrayBuffer.isView(ikm)) {
    throw new codes.ERR_INVALID_ARG_TYPE('ikm', ikmTypes, ikm);
  }
  return getKeyBytes(createSecretKey(ikm));
}

function hkdfJob(digest, ikm, salt, info, length) {
  validateString(digest, 'digest');
  const secret = ikmBytes(ikm);
  const salted = getArrayBufferOrView(salt, 'salt');
  const about = getArrayBufferOrView(info, 'info');
  validateInteger(length, 'length', 0, 2 ** 31 - 1);
  if (about.byteLength > 1024) {
    throw new codes.ERR_OUT_OF_RANGE('info', 'must not contain more than 1024 bytes', about.byteLength);
  }
  checkDigest(digest);
  if (length > 255 * Math.abs(natives.hashSize(digest))) throw new codes.ERR_CRYPTO_INVALID_KEYLEN();
  return { kind: kHKDF, hash: digest, secret, salt: salted, info: about, length };
}

function hkdf(digest, ikm, salt, info, length, callback) {
  const job = hkdfJob(digest, ikm, salt, info, length);
  validateFunction(callback, 'callback');
  derive(job, (error, key) => {
    if (error) callback(error);
    else callback(null, key);
  });
}

function hkdfSync(digest, ikm, salt, info, length) {
  return derive(hkdfJob(digest, ikm, salt, info, length));
}

module.exports = { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync };
