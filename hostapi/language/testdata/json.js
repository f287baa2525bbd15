// JSON.stringify with all kinds of spaces, and what is empty inside.
const value = { a: [], b: { c: 1, d: [], e: {} }, f: [[], { x: [] }, [[[]]]], g: {}, h: 'text: [1,{"}, \\" \\', 'k"e:y,': null, u: undefined, s: Symbol('s'), n: [undefined, () => {}], d: new Date(0), last: { only: undefined } };
for (const space of [undefined, null, 0, 1, 2, 4.9, 10, 11, 100, -1, NaN, '', ' ', '\t', '--', 'abcdefghijklmn', '€', new Number(3), new String('s'), {}, [], true, Symbol.iterator, 3n]) {
  console.log(typeof space, JSON.stringify(value, null, space));
}
for (const top of [[], {}, '', 'x', 1, null, undefined, () => {}, [[]], [{}], { a: {} }, new Map([[1, 2]]), { toJSON() { return [1, {}]; } }, [-0, NaN, 1e21], { '': { '': [] } }, ['\u2028\ud800', '😀']]) {
  console.log(JSON.stringify(top, null, 2), JSON.stringify(top));
}
console.log(JSON.stringify(value, ['b', 'd', 'a'], 1), JSON.stringify(value, (k, v) => (k === 'b' ? [] : v), '..'));
for (const f of [() => JSON.stringify({ a: 1n }, null, 2), () => JSON.stringify({ toJSON() { throw new RangeError('mine'); } }, null, 2)]) {
  try { f(); } catch (e) { console.log(e.name, e.message); }
}
console.log(JSON.stringify.name, JSON.stringify.length, String(JSON.stringify), Object.getOwnPropertyDescriptor(JSON, 'stringify').enumerable, Object.keys(JSON.stringify), 'prototype' in JSON.stringify);
