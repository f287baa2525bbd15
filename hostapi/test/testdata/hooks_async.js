// clock: virtual
'use strict';
require('./fixtures/normal');
const { test, describe, it, before, after, beforeEach, afterEach } = require('node:test');
const wait = (ms) => new Promise((r) => { setTimeout(r, ms); });
const log = (text) => console.log(text);
describe('outer', () => {
  before(async () => { await wait(5); log('outer before'); });
  beforeEach(async (t) => { await wait(1); log(`outer beforeEach ${t.name} ${t.fullName}`); });
  afterEach((t, done) => { setTimeout(() => { log(`outer afterEach ${t.name}`); done(); }, 1); });
  after(async (s) => { await wait(5); log(`outer after ${s.name}`); });
  it('one', async () => { await wait(2); log('one'); });
  describe('inner', () => {
    before((s, done) => { log(`inner before ${s.name}`); done(); });
    beforeEach(() => log('inner beforeEach'));
    it('two', (t, done) => { log('two'); done(); });
    it('three', { skip: 'not now' }, () => log('three'));
    it('four', { todo: true }, () => { log('four'); throw new Error('todo'); });
    after((s, done) => { log('inner after'); done(); });
  });
  describe('no tests inside', () => { before(() => log('runs?')); after(() => log('runs too?')); });
});
test('hooks of a test', async (t) => {
  t.beforeEach((t) => log(`t.beforeEach ${t.name}`));
  await t.test('a', async (t) => { t.before(() => log('a.before')); t.after(() => log('a.after')); await t.test('aa', () => log('aa')); log('a'); });
  t.afterEach((t) => log(`late t.afterEach ${t.name}`));
  await t.test('b', () => log('b'));
  t.after(async () => { await wait(3); log('t.after 1'); });
  t.after(() => log('t.after 2'));
});
describe('signals and timeouts of hooks', () => {
  before(() => wait(50), { timeout: 10 });
  it('never', () => log('never'));
});
describe('beforeEach timeout', () => { beforeEach(() => wait(50), { timeout: 10 }); it('a', () => log('never a')); it('b', () => {}); });
describe('callback hook fails', () => { before((s, done) => { done(new Error('by callback')); }); it('a', () => {}); });
describe('hook calls back twice', () => { before((s, done) => { done(); done(); }); it('a', () => {}); });
for (const bad of [[1], ['x'], [null], [() => {}, 1], [() => {}, { timeout: -1 }], [() => {}, { timeout: 'x' }], [() => {}, { signal: {} }]]) {
  try { describe('d', () => { before(...bad); }); } catch (error) { log(`${error.code} ${error.message}`); }
}
