// clock: virtual
// timers/promises.setInterval: waiting consumers, ticks nobody waited for, abort, errors.
const { setInterval: every, setTimeout: sleep, scheduler } = require('timers/promises');
const L = (...args) => console.log(...args);
async function main() {
  const several = every(3, 'v');
  L(await Promise.all([several.next(), several.next(), several.next()]));
  L(await several.return('end'), await several.next(), await several.return(1));
  const missed = every(2, 'm');
  await missed.next();
  const before = Date.now();
  await sleep(9);
  await missed.next(); await missed.next(); await missed.next();
  L('counted', Date.now() - before < 12);
  await missed.return();
  const controller = new AbortController();
  const aborted = every(40, 'a', { signal: controller.signal });
  L(await aborted.next());
  setTimeout(() => controller.abort('why'), 10);
  L(await aborted.next().catch((e) => [e.name, e.code, e.cause]), await aborted.next());
  const at = every(2, 'x', { signal: AbortSignal.abort() });
  L(await at.next().catch((e) => e.name), await at.next());
  for (const bad of [1, { signal: 1 }, { ref: 1 }]) L(await every(1, 'x', bad).next().catch((e) => [e.code, e.message]));
  const thrown = every(1, 't');
  L(await thrown.next(), await thrown.throw(new Error('into')).catch((e) => e.message), await thrown.next());
  const unreffed = every(1, 'u', { ref: false });
  L(Object.prototype.toString.call(unreffed), typeof unreffed[Symbol.asyncIterator], unreffed[Symbol.asyncIterator]() === unreffed);
  const start = Date.now();
  L(await scheduler.wait(5), Date.now() - start >= 4, await scheduler.yield());
  L(await scheduler.wait(5, { signal: AbortSignal.abort(new Error('z')) }).catch((e) => [e.name, e.cause.message]));
}
main();
