'use strict';
// The messages of the comparing assertions.
const assert = require('assert');

let number = 0;
function attempt(fn) {
  number++;
  try {
    fn();
    console.log(`#${number} passed`);
  } catch (error) {
    console.log(`#${number}`, error.name, error.code, error.generatedMessage, error.operator);
    console.log(error.message);
  }
}
const compare = (name, left, right, ...message) => attempt(() => assert[name](left, right, ...message));
const fn = () => 1;
const object = { a: 1, b: [1, 2] };

for (const [left, right] of [[1, 2], ['a', 'b'], ['a'.repeat(10), 'b'.repeat(10)], ['a\nb\nc', 'a\nx\nc'], [1, '1'],
  [[1], [1]], [{ a: 1 }, { a: 1 }], [NaN, 0], [-0, 0], [0, -0], [{ a: 1 }, { a: 2 }], [undefined, null], [fn, () => 1],
  [123456789, 987654321], ['x'.repeat(30), 1], [Symbol('a'), Symbol('a')], [[1, 2], 1], [1, fn], ['', ' '], [10n, 10],
  [undefined, 'undefined'], [class A {}, class B {}], [object, object], [true, false], [null, {}]]) {
  for (const name of ['strictEqual', 'deepStrictEqual', 'equal', 'deepEqual',
    'notStrictEqual', 'notDeepStrictEqual', 'notEqual', 'notDeepEqual']) {
    compare(name, left, right);
  }
}
for (const text of ['ab', 'abc', 'abcd', 'abcdefgh', 'abcdefghijklmn', 'x'.repeat(38), 'x'.repeat(50)]) {
  for (const at of [0, 1, 2, 3, 5]) compare('strictEqual', text, `${text.slice(0, at)}#${text.slice(at + 1)}`);
}
const long = 'item '.repeat(130);
for (const name of ['equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'notStrictEqual']) {
  compare(name, long, name.startsWith('not') ? long : `${long}!`);
  compare(name, [long], name.startsWith('not') ? [long] : [`${long}!`]);
}

// Messages of the program's own.
for (const message of ['mine', '', 0, 5, null, undefined, { a: 1 }, new RangeError('own error')]) {
  for (const name of ['strictEqual', 'deepStrictEqual', 'equal', 'deepEqual']) compare(name, 1, 2, message);
  compare('notStrictEqual', 1, 1, message);
}
compare('strictEqual', { a: 1 }, { a: 1 }, 'same structure');
for (const name of ['strictEqual', 'equal', 'deepEqual', 'notDeepStrictEqual']) {
  attempt(() => assert[name]());
  attempt(() => assert[name](1));
}

// Strict mode.
const { strict } = assert;
attempt(() => strict.equal(1, '1'));
attempt(() => strict.deepEqual([1], ['1']));
attempt(() => strict.notEqual(1, 1));
attempt(() => strict.notDeepEqual([1], [1]));
attempt(() => strict(0, 'message'));
console.log(strict === require('assert/strict'), strict.strict === strict, strict.equal === assert.strictEqual);
console.log(Object.keys(assert).join(), Object.keys(strict).join(), assert.name, strict.name, assert.length);

// fail, ok, ifError and match.
process.emitWarning = () => {};
for (const args of [[], ['boom'], [new TypeError('own')], [undefined], [null], [0], [''], [{ a: 1 }], [1, 2], [1, 2, 'm'],
  [1, 2, undefined, '>'], [1, 2, new RangeError('x')]]) {
  attempt(() => assert.fail(...args));
}
for (const value of [0, '', null, undefined, NaN, false]) {
  attempt(() => assert(value, 'message'));
  attempt(() => assert.ok(value, new Error('own')));
}
attempt(() => assert(1));
attempt(() => assert());
for (const value of [null, undefined, 0, 'err', new Error('x'), new TypeError(''), { a: 1 }, { message: 'mm' }]) {
  attempt(() => assert.ifError(value));
}
for (const name of ['match', 'doesNotMatch']) {
  for (const args of [['abc', /x/], ['abc', /b/], [5, /x/], ['abc', 'x'], ['abc', /x/, 'm'], ['abc', /b/, new Error('own')]]) {
    attempt(() => assert[name](...args));
  }
}
