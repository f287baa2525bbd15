'use strict';

// The old module 'constants': those of os, fs and crypto in one object.

const { dlopen, errno, priority, signals } = require('os').constants;

module.exports = Object.assign({}, dlopen, errno, priority, signals, require('fs').constants,
  require('crypto').constants);
Object.freeze(module.exports);
