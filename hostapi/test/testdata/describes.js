'use strict';
require('./fixtures/normal');
const assert = require('assert');
const { describe, it, suite, test } = require('node:test');

describe('a suite', () => {
  it('passes', () => {});
  it('fails', () => { throw new Error('in it'); });
  describe('nested', () => {
    it('a', async () => { await null; });
    it.skip('skipped', () => {});
    it.todo('todo');
    it('with context', (t) => { assert.strictEqual(t.name, 'with context'); });
  });
  test('test in describe', async (t) => { await t.test('sub', () => {}); });
});
describe.skip('skipped suite', () => { it('never', () => {}); });
describe.todo('todo suite', () => { it('fails in todo', () => { throw new Error('todo'); }); });
suite('empty suite');
describe('async suite', async () => { await null; it('late', () => {}); });
describe('throwing suite', () => { it('before throw', () => {}); throw new Error('suite body'); });
describe('rejecting suite', async () => { it('x', () => {}); throw new Error('suite async body'); });
describe('skip by option', { skip: 'reason' }, () => { it('never', () => {}); });
describe('context', function(s) {
  console.log('suite name', s.name, s.fullName, s.signal instanceof AbortSignal, this === s);
  it('callback', (t, done) => { setTimeout(done, 1); });
  it('this', function(t) { console.log('this === t', this === t, t.fullName); });
});
it('top level it', () => {});
it('it with subtests', async (t) => { await t.test('one', () => {}); await t.test('two', () => { throw new Error('two'); }); });
describe('timeouts', () => {
  it('timeouts', { timeout: 10 }, () => new Promise((r) => { setTimeout(r, 10000).unref(); setTimeout(r, 200); }));
  it('callback timeouts', { timeout: 10 }, (t, done) => { setTimeout(done, 200); });
});
describe('suite timeout', { timeout: 20 }, () => {
  it('slow', () => new Promise((r) => setTimeout(r, 300)));
  it('after slow', () => {});
});
describe('concurrent', { concurrency: true }, () => {
  it('first', async () => { await new Promise((r) => setTimeout(r, 60)); console.log('first done'); });
  it('second', async () => { console.log('second done'); });
});
describe('nested twice', () => { describe('inner', () => { describe('innermost', () => { it('deep', () => { throw new Error('deep'); }); }); }); });
describe();
it();
