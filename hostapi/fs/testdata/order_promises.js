'use strict';
// When promises of fs settle, and what a callback or promise may count on.
const fs = require('fs');
fs.writeFileSync('f', 'content');
const log = (...args) => console.log(...args);
(async () => {
  log('begin');
  const stats = fs.promises.stat('f').then((stats) => {
    log('stat', stats.size);
    setImmediate(() => log('immediate'));
    process.nextTick(() => log('tick'));
    return stats;
  }).then(() => log('then'));
  log('started');
  Promise.resolve().then(() => log('microtask'));
  await stats;
  log('awaited');
  await new Promise((resolve) => setImmediate(resolve));
  const text = await fs.promises.readFile('f', 'utf8');
  log(text);
  const rejected = fs.promises.readFile(1.5);
  rejected.catch(() => log('rejected in a microtask'));
  process.nextTick(() => log('tick before or after'));
  await rejected.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 3; i++) {
    await fs.promises.appendFile('g', `${i}`);
    log('appended', await fs.promises.readFile('g', 'latin1'));
  }
  const all = await Promise.all([1, 2, 3].map((i) => fs.promises.writeFile(`w${i}`, `${i}`)));
  log(all, ['w1', 'w2', 'w3'].map((name) => fs.readFileSync(name, 'utf8')).join());
  const settled = await Promise.allSettled([fs.promises.access('f'), fs.promises.access('nope'), fs.promises.unlink('w1')]);
  log(settled.map(({ status, reason }) => `${status} ${reason?.code}`));
  process.on('unhandledRejection', (error) => log('unhandled', error.code));
  fs.promises.readFile('nope');
})();
