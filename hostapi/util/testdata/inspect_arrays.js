'use strict';
// Arrays: holes, more keys, subclasses, and how many entries go into columns.
const { inspect } = require('util');

const show = (value, options) => console.log(inspect(value, options));
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
class MyArray extends Array {}

// Holes and properties.
for (const array of [[], [1, 2, 3], [, 1], [1, , , 2, , ], [, , ], new Array(5), new Array(200),
  [undefined, null], [[[[[]]]]], [[[[1]]]], Object.assign([1, 2], { a: 1, '-1': 2, [Symbol('s')]: 3 })]) {
  show(array);
  show(array, { maxArrayLength: 1 });
  show(array, { maxArrayLength: 0 });
  show(array, { maxArrayLength: null, depth: 0 });
  show(array, { showHidden: true });
}
const sparse = [];
sparse[10] = 1;
sparse[2 ** 31] = 2;
show(sparse);
sparse[2 ** 32 - 1] = 'no index';
show(sparse);
show([1, , 3, , 5], { maxArrayLength: 2 });
show([, , 3, , 5], { maxArrayLength: 1 });

// Classes.
show(new MyArray(1, 2, 3));
show(new MyArray());
show(Object.setPrototypeOf([1], null));
show(Object.setPrototypeOf([1, 2, 3], {}));
show(Object.defineProperty([1], 0, { get() { return 1; } }));

// Columns.
for (const length of [6, 7, 26, 27, 101, 150]) {
  show(list(length, (i) => i));
  show(list(length, (i) => `item${i}`));
  show(list(length, (i) => 2n ** BigInt(i)));
}
for (let length = 7; length < 40; length += 5) {
  for (let width = 1; width < 25; width += 4) show(list(length, (i) => 'x'.repeat((i * 7) % width)));
  for (let width = 1; width < 10; width += 2) show(list(length, (i) => (i * 7919) % (10 ** width)));
}
show(list(30, (i) => (i % 2 ? 'a' : i)));
show(list(10, (i) => ({ a: i })));
show(list(10, (i) => [i, { b: 1 }]));
show(list(30, (i) => '漢字'.repeat(i % 4)));
show({ x: { y: list(30, (i) => `abc${i}`) } });
show(['a', 'b', 'c', 'd', 'e', 'f', 'g', undefined, null, true]);
for (const maxArrayLength of [6, 7, 10]) show(list(50, (i) => i), { maxArrayLength });
for (const compact of [0, 1, 2, 3, 4, true, false]) show(list(30, (i) => i), { compact });
for (const breakLength of [20, 40, 60, 120, Infinity]) show(list(30, (i) => i), { breakLength });
show(list(30, (i) => `item${i}`), { colors: true });
