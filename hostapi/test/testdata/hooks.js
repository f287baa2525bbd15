'use strict';
require('./fixtures/normal');
const assert = require('assert');
const { test, describe, it, before, after, beforeEach, afterEach } = require('node:test');
const log = [];
const say = (s) => { log.push(s); };

before(() => say('root before'));
after(() => { say('root after'); console.log(log.join('\n')); });
beforeEach((t) => say(`root beforeEach ${t.name}`));
afterEach((t) => say(`root afterEach ${t.name}`));

describe('suite', () => {
  before(function(s) { say(`suite before ${s && s.name} ${this === s}`); });
  after(() => say('suite after'));
  beforeEach((t) => say(`suite beforeEach ${t.name}`));
  afterEach((t) => say(`suite afterEach ${t.name}`));
  it('1', () => say('1'));
  it('2', () => say('2'));
  describe('inner', () => {
    before(() => say('inner before'));
    after(() => say('inner after'));
    beforeEach((t) => say(`inner beforeEach ${t.name}`));
    afterEach((t) => say(`inner afterEach ${t.name}`));
    it('3', () => say('3'));
    it.skip('4', () => say('4'));
  });
});
test('test hooks', async (t) => {
  t.before((t) => say(`t.before ${t.name}`));
  t.after((t) => say(`t.after ${t.name}`));
  t.beforeEach((t) => say(`t.beforeEach ${t.name}`));
  t.afterEach((t) => say(`t.afterEach ${t.name}`));
  await t.test('sub 1', () => say('sub 1'));
  await t.test('sub 2', async (t) => { say('sub 2'); await t.test('subsub', () => say('subsub')); });
});
describe('before throws', () => { before(() => { throw new Error('before'); }); it('1', () => say('no')); it('2', () => {}); });
describe('after throws', () => { after(() => { throw new Error('after'); }); it('1', () => {}); });
describe('beforeEach throws', () => { beforeEach(() => { throw new Error('beforeEach'); }); it('1', () => say('no2')); it('2', () => {}); });
describe('afterEach throws', () => { afterEach(() => { throw new Error('afterEach'); }); it('1', () => {}); it('2', () => {}); });
describe('afterEach when test fails', () => { afterEach(() => { say('ran afterEach'); }); it('1', () => { throw new Error('test'); }); it('2', () => {}); });
describe('afterEach throws and test fails', () => { afterEach(() => { throw new Error('afterEach'); }); it('1', () => { throw new Error('test'); }); });
test('t.beforeEach throws', async (t) => { t.beforeEach(() => { throw new Error('beforeEach'); }); await t.test('1', () => {}); await t.test('2', () => {}); });
test('t.afterEach throws', async (t) => { t.afterEach(() => { throw new Error('afterEach'); }); await t.test('1', () => {}); await t.test('2', () => {}); });
test('t.after throws', (t) => { t.after(() => { throw new Error('after'); }); });
test('t.after throws and test', (t) => { t.after(() => { throw new Error('after'); }); throw new Error('test'); });
test('t.before throws', async (t) => { t.before(() => { throw new Error('before'); }); await t.test('1', () => {}); });
describe('callback and async hooks', () => {
  before((s, done) => { setTimeout(() => { say('cb before'); done(); }, 2); });
  after(async () => { await null; say('async after'); });
  beforeEach((t, done) => { setImmediate(() => { say('cb beforeEach'); done(); }); });
  afterEach((t, done) => { setImmediate(done, new Error('done with error')); });
  it('1', () => {});
});
describe('hook timeout', () => { before((s, done) => { setTimeout(done, 500); }, { timeout: 5 }); it('1', () => {}); });
describe('multiple', () => { before(() => say('b1')); before(() => say('b2')); after(() => say('a1')); after(() => say('a2')); beforeEach(() => say('be1')); beforeEach(() => say('be2')); it('x', () => say('x')); });
