'use strict';
require('./fixtures/normal');
const { test, before, after, afterEach } = require('node:test');
test('first', () => {});
test('second', () => { throw new Error('second'); });
afterEach((t) => { if (t.name === 'first') throw new Error('root afterEach'); });
after(() => { throw new Error('root after'); });
after(() => console.log('another after'));
