'use strict';
// throws, doesNotThrow, rejects and doesNotReject.
const assert = require('assert');

let number = 0;
function report(error) {
  const { name, code, generatedMessage, operator, message } = error;
  console.log(`#${number}`, name, code, generatedMessage, operator, '\n', message);
}
function attempt(name, ...args) {
  number++;
  try {
    assert[name](...args);
    console.log(`#${number} passed`);
  } catch (error) {
    report(error);
  }
}
async function attemptAsync(name, ...args) {
  number++;
  try {
    await assert[name](...args);
    console.log(`#${number} passed`);
  } catch (error) {
    report(error);
  }
}

const thrower = (value) => () => { throw value; };
const error = new Error('a');
const coded = Object.assign(new Error('b'), { code: 1 });
class Own extends Error {}
const expectations = [[], ['msg'], [Error], [/x/, 'msg'], [TypeError, 'm2'], [/a/], [/b/], [TypeError], [{ message: 'b' }],
  [{ message: 'a' }], [{ message: 'a', name: 'TypeError', foo: 1 }], [{ message: /b/ }], [{ message: /a/, name: 'TypeError' }],
  [new TypeError('a')], [new Error('a')], [(e) => e === error], [() => false], [() => undefined], [function named() { return 0; }],
  [() => { throw new RangeError('from validation'); }], ['a'], ['b'], [{}], [5], [null], ['a', 'b'], [Own],
  [Error, 'own message'], [/b/, 'own message'], [{ message: 'b' }, 'own message'], [() => 0, 'own message'],
  [/b/, new SyntaxError('own error')], [{ code: 1, message: 'b', name: 'Error' }]];

for (const args of expectations) {
  attempt('throws', thrower(error), ...args);
  attempt('throws', () => {}, ...args);
  attempt('throws', thrower(coded), ...args);
  attempt('doesNotThrow', thrower(error), ...args);
}
for (const thrown of ['a', null, undefined, 5, { a: 1 }, new Own('o'), Object.create(null, { message: { value: 'x' } })]) {
  for (const args of [[], [/a/], [{ a: 1 }], [{ a: 2 }], ['a'], [Own], [(e) => e === thrown]]) {
    if (thrown !== undefined && !(args[0] instanceof RegExp && Object.getPrototypeOf(Object(thrown)) === null)) {
      attempt('throws', thrower(thrown), ...args);
    }
    attempt('doesNotThrow', args.length === 0 ? thrower(thrown) : () => {}, ...args);
  }
}
attempt('throws', 5);
attempt('doesNotThrow', 'x');
attempt('doesNotThrow', () => {}, Error, 'm');

(async () => {
  for (const args of expectations) {
    await attemptAsync('rejects', Promise.reject(error), ...args);
    await attemptAsync('rejects', async () => {}, ...args);
    await attemptAsync('doesNotReject', async () => { throw error; }, ...args);
  }
  await attemptAsync('rejects', () => 1);
  await attemptAsync('rejects', 5);
  await attemptAsync('rejects', thrower(new Error('synchronous')));
  await attemptAsync('rejects', { then(_, fail) { fail(3); }, catch() {} }, (e) => e === 3);
  await attemptAsync('doesNotReject', Promise.resolve(1));
  await attemptAsync('doesNotReject', () => 1);
  await attemptAsync('doesNotReject', 5);
})();
