'use strict';

module.exports = require('internal/path/flavours').posix;
