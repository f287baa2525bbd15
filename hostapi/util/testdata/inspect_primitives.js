'use strict';
// How util.inspect writes strings, numbers, bigints and symbols, alone and inside objects.
const { inspect } = require('util');

const values = [
  1, -0, 0, 1.5, NaN, Infinity, -Infinity, 1e21, 123456789, -1234567.891, 0.0001234, 10n, -10n,
  1234567n, true, false, null, undefined, '', 'a', "it's", '"', `'"`, '\'"`', '`${', 'a\nb',
  '\x00\x1f\x7f\x80\x9f\u00a0', '\ud800', '\udc00x', 'x\ud83d\ude00', '\\', '\t\b\f\r\v', 'ä 漢字',
  Symbol('a'), Symbol(), Symbol('a\nb'), Symbol.iterator,
];
for (const value of values) {
  console.log(inspect(value), inspect([value]), inspect({ key: value }));
  console.log(inspect(value, { numericSeparator: true }), inspect(value, { colors: true }));
}
for (const number of [999, -999, 1000, -1000, 1000.5, 1234.5678, -1234567.123456789, 1e23, 123456n]) {
  console.log(inspect(number, { numericSeparator: true }));
}

const lines = 'line1\nline2 which is quite long so that it will be broken into several lines\nline3';
for (const value of [lines, [lines], { a: { b: lines } }, `${lines}\n`, '\n'.repeat(100)]) {
  console.log(inspect(value), inspect(value, { compact: true }), inspect(value, { breakLength: Infinity }));
}
for (const maxStringLength of [0, 1, 5, 6, null, Infinity]) {
  console.log(inspect(['abcdef'], { maxStringLength }), inspect('abcdef', { maxStringLength }));
}
console.log(inspect('x'.repeat(20000)).length, inspect(['x'.repeat(10001)]).slice(-30));
console.log({ [Symbol("a'b")]: 1, [Symbol('c"d')]: 2, [Symbol('e\\f')]: 3, [Symbol('\ud800')]: 4 });
