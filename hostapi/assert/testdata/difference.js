'use strict';
// The lines which deepStrictEqual shows of values that differ.
const assert = require('assert');

let number = 0;
function compare(left, right, message) {
  number++;
  try {
    assert.deepStrictEqual(left, right, message);
    console.log(`#${number} equal`);
  } catch (error) {
    console.log(`#${number} ${error.message}`);
  }
}
const list = (length, make) => Array.from({ length }, (_, i) => make(i));

compare({ a: 1, b: 2 }, { a: 1, b: 3 });
compare({ b: 1, a: 2 }, { a: 2, b: 3 });
compare({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } });
compare({ a: 1, b: { c: [1, 2, 3] }, d: 'x' }, { a: 1, b: { c: [1, 5, 3] }, d: 'y' });
compare(new Map([[1, 2]]), new Map([[1, 3]]));
compare(new Map([[{ a: 1 }, 'x']]), new Map([[{ a: 2 }, 'x']]));
compare(new Set([1]), new Set([2]));
compare([], {});
compare(new Date(0), new Date(1));
compare(/a/, /b/);
compare({ a: 1 }, {});
compare({}, { a: 1 });
compare({ a: undefined }, {});
compare([0], [-0]);
compare([1, [2, [3]]], [1, [2, [4]]]);
compare(Object.create(null), {});
compare(new (class A {})(), new (class A {})());
compare(new Uint8Array([1, 2]), new Uint8Array([1, 3]));
compare({ get a() { return 1; } }, { a: 2 });
compare({ a: 'x'.repeat(200) }, { a: 'y' });
compare({ a: 1 }, { a: 2 }, 'a message of my own');
const circle = {};
circle.circle = circle;
compare(circle, { circle: {} });

// Errors are shown without their stacks.
compare(new Error('a'), new Error('b'));
compare(new Error('a'), new TypeError('a'));
compare(new Error('a', { cause: 1 }), new Error('a', { cause: 2 }));
compare(Object.assign(new Error('a'), { x: 1 }), Object.assign(new Error('a'), { x: 2 }));
compare(new AggregateError([1], 'a'), new AggregateError([2], 'a'));

// One entry differs, at each place of short and long lists.
for (const length of [3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 60]) {
  for (const at of new Set([0, 1, 2, 3, length >> 1, length - 2, length - 1])) {
    if (at < length) compare(list(length, (i) => i), list(length, (i) => (i === at ? 'x' : i)));
  }
}
// More, fewer and many different entries.
for (const length of [3, 6, 12, 30, 60]) {
  const numbers = list(length, (i) => i);
  compare(numbers, list(length + 3, (i) => i));
  compare(list(length + 7, (i) => i), numbers);
  compare(numbers, list(length, (i) => (i % 5 === 0 ? 'q' : i)));
  compare(numbers, list(length, (i) => i + 100));
  compare(list(length, (i) => ({ a: i })), list(length, (i) => ({ a: i === 2 ? -1 : i })));
  compare(numbers, { a: 1 });
  compare(numbers, null);
  compare('text', numbers);
  compare(numbers, []);
}
// Texts of several lines.
const lines = (length, at) => list(length, (i) => `line${i === at ? 'x' : i}`).join('\n');
for (const length of [3, 12, 20, 60]) {
  compare(lines(length), lines(length, 2));
  compare([lines(length)], [lines(length, 2)]);
}
