// options: --test-only
'use strict';
require('./fixtures/normal');
const { test, describe, it } = require('node:test');
test('alpha', async (t) => { await t.test('beta', () => {}); await t.test('gamma', () => {}); });
describe('delta', () => { it('beta', () => {}); it('eps', () => {}); describe('beta inner', () => { it('zeta', () => {}); }); });
test('beta top', { only: true }, async (t) => { await t.test('child of beta', () => {}); t.runOnly(true); await t.test('not only', () => {}); await t.test('is only', { only: true }, () => {}); });
describe.only('only suite', () => { it('in only', () => {}); it.only('only in only', () => {}); });
describe('suite with only inside', () => { it('no', () => {}); it.only('yes', () => {}); });
