'use strict';
require('./fixtures/normal');
const assert = require('assert');
const { test } = require('node:test');
const circular = { name: 'c' };
circular.self = circular;
class Point { constructor() { this.x = 1; this.y = [1, [2, [3]]]; } }
const values = {
  undefined: undefined, null: null, true: true, number: 1.5, negativeZero: -0, nan: NaN, big: 12n, string: 'text', empty: '', 'multi line': 'a\nb\n\nc',
  quotes: 'it\'s "quoted" `here`', unicode: 'é ü 漢 \u0001 \u{1F600}', symbol: Symbol('s'), date: new Date(0), regexp: /x/gi, array: [1, 'two', [3]], empties: [{}, []],
  object: { a: 1, b: { c: 'd', e: null } }, circular, map: new Map([['k', { v: 1 }]]), set: new Set([1, 'x']), error: Object.assign(new Error('inner'), { stack: 'Error: inner' }),
  point: new Point(), fn: function named() {}, arrow: () => {}, class: Point, buffer: Buffer.from('hi'), nullProto: Object.assign(Object.create(null), { z: 1 }),
  'key with space': { 'a b': 1, 'c:d': 2 },
};
for (const name in values) {
  test(`actual ${name}`, () => { assert.deepStrictEqual(values[name], { never: 1 }, `message of ${name}`); });
}
test('custom assertion', () => { throw Object.assign(new Error('like chai'), { name: 'AssertionError', actual: [1], expected: [2], showDiff: true }); });
test('operators', () => { assert.ok(0); });
test('throws operator', () => { assert.throws(() => {}); });
test('match', () => { assert.match('abc', /x/); });
test('ifError', () => { assert.ifError(new Error('given')); });
test('fail', () => { assert.fail(); });
test('aggregate', () => { throw new AggregateError([new Error('one'), new Error('two')], 'many'); });
test('cause chain', () => { throw new Error('a', { cause: new Error('b', { cause: 'c' }) }); });
test('no message', () => { throw new Error(); });
test('message is no string', () => { const e = new Error('x'); e.message = { o: 1 }; throw e; });
test('error like', () => { throw { message: 'like', code: 'LIKE', stack: 'no frames' }; });
test('frozen', () => { throw Object.freeze(new Error('frozen')); });
test('number', () => { throw 5; });
test('function', () => { throw function thrown() {}; });
test('array', () => { throw [1, 2]; });
