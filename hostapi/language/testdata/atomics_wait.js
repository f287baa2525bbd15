// clock: virtual
// Atomics.wait as the idiom to sleep.
'use strict';
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const passed = (f) => { const start = Date.now(); const result = f(); return [result, Date.now() - start >= 20]; };
console.log(passed(() => sleep(25)), passed(() => sleep(0)), passed(() => sleep(-5)));
console.log(passed(() => sleep('30')), passed(() => sleep({ valueOf() { return 24.5; } })));
console.log(passed(() => Atomics.wait(new BigInt64Array(new SharedArrayBuffer(16)), 1, 0n, 22)));
console.log(passed(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1, 1000)));
for (const bad of [
  () => Atomics.wait(new Int32Array(4), 0, 0, 10),
  () => Atomics.wait(new Uint8Array(new SharedArrayBuffer(4)), 0, 0, 10),
  () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 1, 0, 10),
  () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Symbol('x')),
]) {
  try { bad(); } catch (e) { console.log(e.name, e.message); }
}
// Timers that came due meanwhile run afterwards, in their order.
const order = [];
setTimeout(() => order.push('10'), 10);
setTimeout(() => order.push('5'), 5);
setImmediate(() => { order.push('immediate'); });
queueMicrotask(() => order.push('microtask'));
sleep(40);
order.push('slept');
setTimeout(() => console.log(order.filter((x) => x !== 'immediate').join()), 60);
