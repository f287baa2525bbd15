'use strict';

// The module 'assert/strict'.

module.exports = require('assert').strict;
