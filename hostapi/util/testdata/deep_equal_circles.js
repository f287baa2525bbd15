'use strict';
// Deep equality of objects which contain themselves.
const { isDeepStrictEqual } = require('util');

// A ring of n objects behind a chain of others.
function ring(n, chain = 0) {
  const objects = Array.from({ length: n }, () => ({}));
  objects.forEach((object, i) => { object.next = objects[(i + 1) % n]; });
  let head = objects[0];
  for (let i = 0; i < chain; i++) head = { next: head };
  return head;
}
for (let n = 1; n <= 5; n++) {
  for (let chain = 0; chain <= 2; chain++) {
    const digits = [];
    for (let m = 1; m <= 5; m++) {
      for (let other = 0; other <= 2; other++) digits.push(+isDeepStrictEqual(ring(n, chain), ring(m, other)));
    }
    console.log(n, chain, digits.join(''));
  }
}

const compare = (left, right) => console.log(isDeepStrictEqual(left, right), isDeepStrictEqual(right, left));
const pair = (left, right) => ({ left, right });
const same = {};
const one = ring(1);
compare(pair(same, same), pair({}, {}));
compare(pair(one, one), pair(ring(1), ring(1)));
compare(pair(one, { next: one }), pair(ring(1), { next: ring(1) }));
compare({ next: one }, one);
const x = { a: {} };
x.a.back = x;
const y = { a: {} };
y.a.back = x;
compare(x, y);
const m = { a: 1 };
m.self = m;
compare(m, { a: 1, self: m });
compare(m, { a: 2, self: m });
const deep = { a: { b: { c: {} } } };
deep.a.b.c.d = deep.a;
const deeper = { a: { b: { c: {} } } };
deeper.a.b.c.d = deeper;
compare(deep, deeper);
const map = new Map();
map.set('self', map);
const otherMap = new Map();
otherMap.set('self', otherMap);
compare(map, otherMap);
compare(map, new Map([['self', map]]));
const set = new Set();
set.add(set);
compare(set, new Set([set]));
