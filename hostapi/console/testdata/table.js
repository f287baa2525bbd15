'use strict';
// console.table.
class Foo { a = 1; }

for (const data of [
  [1, 2, 3], [[1, 2], [3, 4]], [{ a: 1, b: 'x' }, { a: 2, c: true }], { x: { a: 1 }, y: { b: 2 } },
  new Map([['k', 1], ['j', { a: 2 }]]), new Set([1, 'a', { x: 1 }]), 5, 'str', null, undefined, [], {},
  [{ a: { b: { c: 1 } } }], [1, { a: 2 }, 'x'], [{ a: '日本' }, { a: 'x' }], [undefined, null],
  [() => 1, class A {}], [{ f() {}, s: Symbol('q'), n: null, u: undefined, d: new Date(0) }],
  { a: 1, b: 'x', c: [1, 2] }, [[]], new Uint8Array([1, 2]), [{ a: [1, 2, 3, { b: 1 }] }], [new Map([[1, 2]])],
  Object.create(null), [{ 'a wide heading': 'some value\nnewline' }], [{ a: 1.5, b: -0, c: 10n }], [new Foo()],
  [{ a: { b: 1, c: 2, d: 3 } }], new Map(), new Set(), [, 1], { 10: 'a', 2: 'b' }, [[, 1]], 'text\nlines',
]) {
  console.table(data);
}
for (const properties of [['b'], ['b', 'zz'], [], ['a', 'a'], undefined]) {
  console.table([{ a: 1, b: 2 }, { b: 3 }, 4], properties);
}
console.table([['a', 'b']], [0]);
console.table([['a', 'b'], ['c']], ['1', '0']);
for (const properties of ['x', 5, {}, null]) {
  try {
    console.table([{ a: 1 }], properties);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
console.group('in a group');
console.table([{ a: 1 }]);
console.groupEnd();
