'use strict';
require('./fixtures/normal');
const { before, after, beforeEach } = require('node:test');
before(() => console.log('before'));
after(() => console.log('after'));
beforeEach(() => console.log('never'));
