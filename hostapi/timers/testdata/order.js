// clock: virtual
// Interplay of lists, intervals and clearing, with wide margins.
const log = (s) => console.log(s);
let n = 0;
const interval = setInterval(() => {
  log(`interval ${++n}`);
  if (n === 3) clearInterval(interval);
}, 120);
setTimeout(() => {
  log('timeout a');
  clearTimeout(b);
  setTimeout(() => log('nested 0'), 0);
  setImmediate(() => log('immediate'));
  process.nextTick(() => log('tick'));
  Promise.resolve().then(() => log('micro'));
}, 40);
const b = setTimeout(() => log('never'), 40);
const c = setTimeout(function () { log(`this is the timeout: ${this === c}`); }, 40);
const again = setTimeout(() => { log('refreshed'); }, 200);
setTimeout(() => again.refresh(), 80);
const id = +setTimeout(() => log('never by id'), 60);
clearTimeout(id);
const text = String(+setTimeout(() => log('never by text'), 60));
clearTimeout(text);
setTimeout((...args) => log(args.join()), 56, 1, 2, 3);
const kept = setInterval(() => {}, 20);
kept.unref();
