// What is newer than node 20: there, a reference implementation stands in.
const groupBy = Object.groupBy ?? ((items, f) => {
  const groups = Object.create(null);
  let i = 0;
  for (const item of items) (groups[f(item, i++)] ??= []).push(item);
  return groups;
});
const mapGroupBy = Map.groupBy ?? ((items, f) => {
  const groups = new Map();
  let i = 0;
  for (const item of items) {
    const key = f(item, i++);
    if (!groups.has(key)) groups.set(key === 0 ? 0 : key, []);
    groups.get(key).push(item);
  }
  return groups;
});
const withResolvers = Promise.withResolvers ? () => Promise.withResolvers() : () => {
  let resolve, reject;
  const promise = new Promise((a, b) => { resolve = a; reject = b; });
  return { promise, resolve, reject };
};
const symbol = Symbol('s');
console.log(groupBy([1, 2, 3, 4], (x, i) => (i === 0 ? symbol : x % 2 ? 'odd' : 'even')));
console.log(groupBy('abcab', (c) => c), groupBy(new Set([1, 1, 2]), (c) => c), groupBy([], () => 1));
console.log(mapGroupBy([1, -0, 0, NaN, NaN], (x) => x));
console.log(mapGroupBy([{ a: 1 }, { a: 2 }], (x) => x.a));
for (const bad of [() => groupBy(null, (x) => x), () => groupBy([1]), () => mapGroupBy(undefined, (x) => x), () => groupBy([1], () => { throw new RangeError('mine'); })]) {
  try { bad(); console.log('no error'); } catch (e) { console.log(e.name); }
}
const { promise, resolve, reject } = withResolvers();
promise.then((v) => console.log('resolved', v));
resolve(7);
reject(8);
const second = withResolvers();
second.promise.catch((e) => console.log('rejected', e));
second.reject(9);
if (Object.groupBy) {
  let closed = 0;
  const source = { *[Symbol.iterator]() { try { yield 1; yield 2; } finally { closed++; } } };
  try { Object.groupBy(source, () => { throw 1; }); } catch {}
  if (closed !== 1) console.log('the iterator was not closed');
}
(async () => {
  const fromAsync = Array.fromAsync ? (...args) => Array.fromAsync(...args) : async (items, map) => {
    const out = [];
    const iterator = items[Symbol.asyncIterator]?.() ?? items[Symbol.iterator]?.();
    for (let r; iterator && !(r = await iterator.next()).done;) out.push(map ? await map(await r.value, out.length) : await r.value);
    if (!iterator) for (let i = 0; i < items.length; i++) out.push(map ? await map(await items[i], i) : await items[i]);
    return out;
  };
  const steps = { [Symbol.asyncIterator]() { let i = 0; return { async next() { return { done: i === 3, value: i++ }; } }; } };
  console.log(await fromAsync([1, Promise.resolve(2), 3]), await fromAsync(steps), await fromAsync({ length: 2, 0: 'a', 1: Promise.resolve('b') }));
  console.log(await fromAsync(new Set([1, 2]), async (x, i) => x * 10 + i));
  for (const bad of [[Promise.reject(new Error('inside'))], null]) console.log(await fromAsync(bad).catch((e) => e.constructor.name));
})();
