'use strict';
// constants: those of os, fs and crypto in one object.

const { defaultCipherList, ...openssl } = require('internal/crypto/constants'); // the list belongs to crypto alone
const { dlopen, errno, priority, signals } = require('os').constants;

module.exports = Object.freeze({
  ...dlopen, ...errno, ...priority, ...signals, ...require('fs').constants, ...openssl,
});
