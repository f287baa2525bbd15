// clock: virtual
// Timers that are cleared by their primitive values, also in their own callbacks.
let n = 0;
const interval = setInterval(() => {
  console.log('interval', ++n, n === 2 && clearInterval(+interval));
  if (n > 3) process.exit(1);
}, 20);
const once = setTimeout(() => {
  clearTimeout(+once);
  once.refresh();
  console.log('once', once._destroyed, once.hasRef());
}, 30);
const asked = setInterval(() => {
  const id = asked[Symbol.toPrimitive]();
  console.log('asked in its callback', typeof id);
  clearTimeout(String(id));
}, 50);
const later = setInterval(() => console.log('later'), 70), number = +later;
setTimeout(() => { clearInterval(number); console.log('cleared', later._destroyed) }, 180);
const tick = setInterval(() => {
  process.nextTick(() => { clearInterval(+tick); console.log('in a tick', tick._destroyed) });
}, 60);
clearTimeout(1e9); clearTimeout(NaN); clearTimeout('x'); clearTimeout(null); clearTimeout({});
