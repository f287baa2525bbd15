'use strict';

module.exports = require('internal/path/flavours').win32;
