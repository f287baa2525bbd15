// timers/promises.
const { setTimeout: sleep, setImmediate: turn, setInterval: every, scheduler } = require('timers/promises');
const timers = require('timers');
const { promisify } = require('util');
async function main() {
  console.log(timers.promises === require('timers/promises'));
  console.log(await sleep(5, 'value'), await turn('turned'));
  console.log(await promisify(setTimeout)(2, 'promisified'), await promisify(setImmediate)('too'));
  const controller = new AbortController();
  const waiting = sleep(1000, null, { signal: controller.signal });
  controller.abort();
  await waiting.catch((error) => console.log(error.name, error.code, error.message, error.cause === controller.signal.reason));
  await sleep(1, null, { signal: AbortSignal.abort('why') }).catch((error) => console.log(error.name, error.cause));
  for (const bad of [[1, 1, 'x'], [1, 1, { signal: 1 }], [1, 1, { ref: 1 }]]) {
    await sleep(...bad).catch((error) => console.log(error.code, error.message));
  }
  const iterator = every(3, 'tick')[Symbol.asyncIterator]();
  console.log(await iterator.next(), await iterator.next(), await iterator.return('end'), await iterator.next());
  await scheduler.wait(2);
  await scheduler.yield();
  console.log('done');
}
main();
