// Interplay of lists, intervals and clearing, with wide margins.
const log = (s) => console.log(s);
let n = 0;
const interval = setInterval(() => {
  log(`interval ${++n}`);
  if (n === 3) clearInterval(interval);
}, 30);
setTimeout(() => {
  log('timeout a');
  clearTimeout(b);
  setTimeout(() => log('nested 0'), 0);
  setImmediate(() => log('immediate'));
  process.nextTick(() => log('tick'));
  Promise.resolve().then(() => log('micro'));
}, 10);
const b = setTimeout(() => log('never'), 10);
const c = setTimeout(function () { log(`this is the timeout: ${this === c}`); }, 10);
const again = setTimeout(() => { log('refreshed'); }, 45);
setTimeout(() => again.refresh(), 20);
const id = +setTimeout(() => log('never by id'), 15);
clearTimeout(id);
const text = String(+setTimeout(() => log('never by text'), 15));
clearTimeout(text);
setTimeout((...args) => log(args.join()), 12, 1, 2, 3);
const kept = setInterval(() => {}, 5);
kept.unref();
