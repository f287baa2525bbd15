'use strict';
require('./fixtures/normal');
require('node:test');
console.log('nothing to test');
