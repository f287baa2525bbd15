'use strict';
// Iterators of maps and sets show what they would still give.
const { inspect, format } = require('util');

const map = new Map([[1, 2], [3, { a: [] }]]);
const set = new Set([1, 2]);
for (const value of [map.entries(), map.keys(), map.values(), set.values(), set.entries(), new Map().entries(),
  new Set().values(), Object.assign(map.keys(), { a: 1 }), { a: { b: { c: map.keys() } } }]) {
  console.log(value);
  console.log(inspect(value, { showHidden: true }), format('%o', value));
}
const started = new Map([[1, 2], [3, 4], [5, 6]]).entries();
started.next();
console.log(started, [...started], started);
const many = new Map(Array.from({ length: 120 }, (_, i) => [i, i]));
console.log(many.entries(), many.keys());
console.log(inspect(many.entries(), { maxArrayLength: 3 }), inspect(many.keys(), { maxArrayLength: 3 }));
const shrinking = new Set([1, 2, 3, 4]);
const values = shrinking.values();
values.next();
values.next();
shrinking.delete(2);
shrinking.delete(3);
console.log(values);
shrinking.clear();
console.log(values);
console.table(map.entries());
console.table(map.keys());
console.table(set.values());
console.table(set.entries());
