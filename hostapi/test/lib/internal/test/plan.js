'use strict';
// How many assertions a test makes, when it says so beforehand; and t.assert, which counts them.

const { validateUint32 } = require('internal/validators');
const { failureTypes: { kTestCode }, withoutStack } = require('internal/test/failure');

class TestPlan {
  actual = 0;

  constructor(count) {
    validateUint32(count, 'count');
    this.expected = count;
  }

  check() {
    if (this.actual === this.expected) return;
    throw withoutStack(`plan expected ${this.expected} assertions but received ${this.actual}`, kTestCode);
  }
}

// Functions of the module assert that t.assert has.
const names = ['deepEqual', 'deepStrictEqual', 'doesNotMatch', 'doesNotReject', 'doesNotThrow', 'equal', 'fail', 'ifError',
  'match', 'notDeepEqual', 'notDeepStrictEqual', 'notEqual', 'notStrictEqual', 'rejects', 'strictEqual', 'throws', 'ok'];

// counted(test) makes the object t.assert.
function countedAssert(test) {
  const assert = require('assert');
  const counted = { __proto__: null };
  for (const name of names) {
    counted[name] = (...args) => {
      if (test.plan !== null) test.plan.actual++;
      return Reflect.apply(assert[name], assert, args);
    };
  }
  return counted;
}

module.exports = { TestPlan, countedAssert };
