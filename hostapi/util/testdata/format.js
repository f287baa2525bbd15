'use strict';
// util.format and formatWithOptions: every directive with every kind of value.
const { format, formatWithOptions, inspect } = require('util');

let number = 0;
function show(...args) {
  let text;
  try {
    text = format(...args);
  } catch (error) {
    text = `threw ${error.name} ${error.message}`;
  }
  console.log(`${++number} [${text}]`);
}

// No, few and many arguments; things which only look like directives.
for (const args of [[], [''], ['a'], ['%'], ['%%'], ['%s'], ['%s%s', 'a'], ['a', 'b'], [1], [1, 'a'],
  [{ a: 1 }, 'b'], ['%s', 'a', 'b'], ['%d'], ['%x', 1], ['%%s', 'a'], ['%%%s', 'a'], ['%s %%', 'a'],
  ['100%'], ['100% sure', 1], ['%s:%s', 'a', 'b', 'c'], [null, undefined], [Symbol('x')],
  ['a', { b: { c: { d: { e: 1 } } } }], ['%s', '%s', 'x'], ['%c', 'css', 'x'], ['%s %c %s', 'a', 'b', 'c'],
  ['%a %s', 'x'], ['%s%', 'x'], ['%%%%'], ['%d%%', 50], ['%s', 1, 2, 3], ['%5d', 1], ['% s', 'x'],
  ['\n%s', 'x'], ['%s %s', 'a'], ['%s', 'a', { b: 1 }], ['%o', 'str'], ['%O', 'str']]) {
  show(...args);
}

class Foo {}
class WithText { toString() { return 'own text'; } }
class Inherits extends WithText {}
class DateWithText extends Date { toString() { return 'date text'; } }
class ErrorWithText extends Error { toString() { return 'error text'; } }
const circle = {};
circle.circle = circle;
const values = ['x', 5, -0, 1.5, '5', '1.9px', 'abc', '', null, undefined, true, 10n, Symbol('s'), {}, [],
  [1, 2, 3], { a: { b: { c: 1 } } }, () => 1, class A {}, new Date(0), new Date(NaN), /x/, new Map([[1, { a: 1 }]]),
  new Set([1]), Object.create(null), { toString() { return 'custom'; } }, new Foo(), new WithText(), new Inherits(),
  { [Symbol.toPrimitive]() { return 'primitive'; } }, new (class extends Date {})(0), new DateWithText(0),
  Object.assign(new ErrorWithText('x'), { stack: 'Error: x\n    at place' }), Object(1), Object('s'), NaN, Infinity, '0x10', 1e21, 123456789012345678901234567890n,
  [[[[1]]]], { valueOf() { return 42; } }, new Proxy({}, {}), new Proxy({ toString() { return 'p'; } }, {}),
  Promise.resolve(1), new Uint8Array(2), { [inspect.custom]() { return 'inspected'; } }, 'a\nb', "it's", [, 1],
  circle, { toJSON() { return 'json'; } }, { toJSON() { throw new Error('no json'); } }];
for (const directive of ['%s', '%d', '%i', '%f', '%j', '%O', '%c|']) {
  for (const value of values) show(directive, value);
}
for (const value of values) {
  if (typeof value !== 'function' && value?.constructor !== Object) show('%o', value);
}
show('%O', { a: { b: { c: { d: { e: { f: 1 } } } } } });
show('%o', [[[[[[1]]]]]]);

for (const options of [{ colors: true }, { compact: false }, { depth: 0 }, { numericSeparator: true }, {}]) {
  console.log(formatWithOptions(options, '%s %d %i %f %j %O', 12345, 12345, 12345, 12345.5, { a: 1 },
    { a: { b: 1 } }, { x: { y: {} } }, 'str', Symbol('q'), 12345));
}
for (const options of [null, undefined, 'x', 5]) {
  try {
    formatWithOptions(options, 'x');
  } catch (error) {
    console.log(error.code, error.message);
  }
}
console.log('%s is %d years and %i, %f, %j %O%c%%', 'Bob', 42, 42.5, '1.5', { a: 1 }, { b: 2 }, 'css', 1, { z: 1 });
