'use strict';
require('./fixtures/normal');
const { test, before, describe, it } = require('node:test');
before(() => { throw new Error('root before'); });
test('first', () => { console.log('not reached'); });
describe('suite', () => { it('inside', () => {}); });
