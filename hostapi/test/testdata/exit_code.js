'use strict';
const { test } = require('node:test');
process.on('exit', (code) => console.log('exit', code, process.exitCode));
test('fails', (t) => { t.todo(); throw new Error('todo does not count'); });
test('skipped', { skip: true }, () => {});
process.stdout.write = () => true;
process.on('exit', () => { delete process.stdout.write; console.log('last'); });
