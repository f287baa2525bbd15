// Argument errors of timers, and what delays become.
for (const [name, f] of [['setTimeout', setTimeout], ['setInterval', setInterval], ['setImmediate', setImmediate],
  ['nextTick', process.nextTick], ['queueMicrotask', queueMicrotask]]) {
  for (const value of [undefined, null, 1, 'x', {}, [], true, Symbol('s'), 10n]) {
    try { f(value); } catch (error) { console.log(name, error.name, error.code, error.message); }
  }
}
const t = setTimeout(() => {}, 1.9);
console.log(typeof t[Symbol.toPrimitive](), t.hasRef(), t._idleTimeout, t.constructor.name);
console.log(t.unref() === t, t.hasRef(), t.ref() === t, t.hasRef(), t.refresh() === t, t.close() === t, t._destroyed);
for (const delay of [-1, 0, 0.5, 1, 1.5, NaN, '20', 'x', null, undefined, 2 ** 31 - 1]) {
  const timer = setTimeout(() => {}, delay);
  console.log(String(delay), timer._idleTimeout);
  clearTimeout(timer);
}
const i = setImmediate(() => {});
console.log(i.hasRef(), i.unref() === i, i.hasRef(), i.ref() === i, i.hasRef(), i.constructor.name);
clearImmediate(i);
console.log(i.hasRef(), i._destroyed);
for (const f of [clearTimeout, clearInterval]) {
  for (const value of [undefined, null, 0, 99, 'x', {}, [], () => {}, true]) f(value);
}
console.log(setTimeout.name, setTimeout.length, setImmediate.length, clearTimeout.length, queueMicrotask.length);
