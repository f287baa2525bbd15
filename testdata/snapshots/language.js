'use strict';
// What the language keeps: matches, zones, iterators, generators, proxies, symbols.
process.env.TZ = 'Europe/Berlin';
const date = new Date(2024, 6, 1, 12);
const text = 'a1b22c333';
const matches = text.matchAll(/([a-z])(?<digits>\d+)/g);
const sticky = /\d/y;
const collator = ['ä', 'a', 'z', 'Z'];
const symbols = { [Symbol.for('shared')]: 1, [Symbol('own')]: 2 };
function* tree(n) { try { if (n > 0) { yield* tree(n - 1); yield n; yield* tree(n - 1); } } finally { yield `end ${n}`; } }
const walk = tree(2);
const { proxy, revoke } = Proxy.revocable({ x: 1 }, { get: (t, k) => k in t ? t[k] : `no ${String(k)}` });
const set = new Set([1, 2, 3]);
const iterator = set.values();
const map = new Map([['a', 1]]);
const entries = map[Symbol.iterator]();
const shared = new Uint8Array(8);
const views = [new DataView(shared.buffer), new Float32Array(shared.buffer, 4), Buffer.from(shared.buffer, 2, 3)];
const cyclic = { date, big: 2n ** 70n, regexp: sticky };
cyclic.self = cyclic;
const labels = ((strings) => strings.raw)`x${1}y`;
const steps = [
  () => matches.next().value.groups.digits + RegExp.$1 + RegExp['$&'], () => `${date}`, () => { sticky.lastIndex = 1; return sticky.test(text) + sticky.lastIndex; },
  () => matches.next().value.index + RegExp.lastParen, () => collator.sort((a, b) => a.localeCompare(b)).join(),
  () => walk.next().value, () => walk.next().value, () => walk.return('stop').value, () => [...walk].join(),
  () => proxy.x + proxy.y, () => { set.delete(2); set.add(9); return iterator.next().value + '' + iterator.next().value; },
  () => { map.set('b', 2); return [...entries].join(); }, () => { views[0].setFloat32(4, 1.5); return [shared.join(), views[1][0] !== 0, views[2].length].join(); },
  () => require('util').inspect(cyclic), () => symbols[Symbol.for('shared')], () => labels.join() + Object.isFrozen(labels),
  () => { revoke(); try { return proxy.x; } catch (e) { return e.message; } }, () => RegExp.rightContext, () => new Date(0).getTimezoneOffset(),
  () => Math.random() < 1, () => date.toLocaleString('en-US', { timeZone: 'Asia/Tokyo' }),
];
(function step(i) {
  if (i === steps.length) return;
  console.log(i, steps[i]());
  setTimeout(step, 1, i + 1);
})(0);
