'use strict';

// The flavour of the platform, for modules that every program loads: without the other flavour,
// which is loaded with 'path' itself.

module.exports = process.platform === 'win32' ? require('internal/path/win32') : require('internal/path/posix');
