'use strict';
// The words of argument errors, seen through functions which check little else.
const util = require('util');
const { AssertionError } = require('assert');
const { Console } = require('console');

function attempt(fn) {
  try {
    console.log(fn());
  } catch (error) {
    console.log(error.name, error.code, error.message);
    console.log(error.stack.split('\n')[0] === String(error), Object.keys(error).join(), error.constructor.name,
      Object.getPrototypeOf(error.constructor).name, Object.prototype.hasOwnProperty.call(error, 'name'));
  }
}

const values = [undefined, null, 1, -0, NaN, 1.5, 10n, 'abc', 'x'.repeat(40), "it's", 'a"\'', 'a\nb', true, Symbol('s'),
  function f() {}, () => {}, class Q {}, [], [1], {}, { a: 1 }, Object.create(null), new Map(), new Date(0), /x/,
  new (class Foo {})(), new (class {})(), Object.create({ constructor: { name: '' } }), new Proxy({}, {}), async () => {},
  Object.assign(Object.create(null), { a: { b: 1 } }), new Error('x')];
for (const value of values) {
  if (typeof value !== 'function') attempt(() => util.promisify(value));
  if (typeof value !== 'string') attempt(() => util.stripVTControlCharacters(value));
  if (typeof value !== 'object' || value === null) attempt(() => new AssertionError(value));
}
for (const number of [1, 0, -1.5, NaN, Infinity, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53, 12345678901, 1e21]) {
  attempt(() => util.getSystemErrorName(number));
  attempt(() => new Console({ stdout: process.stdout, groupIndentation: number }));
}
attempt(() => util.parseArgs({ args: [], options: { a: { type: 'x' } } }));
attempt(() => util.parseArgs({ args: ['--b'] }));
attempt(() => new Console({ stdout: process.stdout, colorMode: { a: ['long'.repeat(50)] } }));
