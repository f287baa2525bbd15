'use strict';

// The module 'path' is the flavour of the platform.

module.exports = process.platform === 'win32' ? require('path/win32') : require('path/posix');
