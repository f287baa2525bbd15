'use strict';
require('./fixtures/normal');
const { test } = require('node:test');
test('ok', () => {});
test('sets its own', () => { process.exitCode = 5; });
test('fails', () => { throw new Error('x'); });
process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.on('beforeExit', (code) => console.log('beforeExit', code));
