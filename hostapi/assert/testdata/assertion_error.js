'use strict';
// AssertionError itself, and how it is shown.
const assert = require('assert');
const { inspect } = require('util');

const { AssertionError } = assert;
const withoutFrames = (text) => text.replace(/\n\s+at .*/g, '');
function show(fn) {
  try {
    fn();
  } catch (error) {
    console.log(withoutFrames(inspect(error)));
    console.log(withoutFrames(inspect({ error }, { depth: 0 })));
    console.log(String(error), Object.keys(error), error.name, error.stack.split('\n')[0]);
  }
}

show(() => assert.strictEqual('a'.repeat(600), 1));
show(() => assert.strictEqual(Array.from({ length: 20 }, (_, i) => `l${i}`).join('\n'), 1));
show(() => assert.deepStrictEqual({ a: { b: 1 } }, { a: { b: 2 } }));
show(() => assert(0, 'message'));
show(() => assert.fail());
show(() => assert.throws(() => {}, TypeError));

const error = new AssertionError({ message: 'x', actual: 1, expected: 2, operator: 'op' });
console.log(error instanceof Error, error.constructor === AssertionError, AssertionError.length, error.toString());
console.log(Object.getOwnPropertyNames(error).sort().join());
for (const options of [undefined, 5, null, {}, { message: 'm' }, { actual: 1, expected: 2 },
  { actual: 1, expected: 2, operator: 'strictEqual' }, { actual: { a: 1 }, expected: { b: 2 }, operator: 'than' },
  { actual: 1, expected: 2, operator: 'deepEqual' }, { actual: 1, expected: 1, operator: 'notDeepEqual' },
  { actual: [1], expected: [2], operator: 'notDeepEqual' }]) {
  try {
    throw new AssertionError(options);
  } catch (e) {
    console.log(e.name, e.code, e.generatedMessage, e.operator, e.message);
  }
}
