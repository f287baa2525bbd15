'use strict';
// watch: changes as the operating system reports them.
const fs = require('fs');
fs.mkdirSync('d');
fs.writeFileSync('d/old', 'x');
const seen = new Set();
const watcher = fs.watch('d', (type, name) => {
  seen.add(`${type} ${name}`);
  if (name !== 'last') return;
  watcher.close();
  watcher.close();
});
watcher.on('close', () => {
  console.log([...seen].sort());
  iterate();
});
console.log(typeof watcher.on, typeof watcher.ref, typeof watcher.unref, typeof watcher.close);
setTimeout(() => {
  fs.writeFileSync('d/new', 'y');
  fs.renameSync('d/old', 'd/other');
  fs.unlinkSync('d/new');
  fs.mkdirSync('d/last');
}, 20);
async function iterate() {
  const controller = new AbortController();
  const iterator = fs.promises.watch('d', { signal: controller.signal });
  const first = iterator.next();
  setTimeout(() => fs.writeFileSync('d/file', ''), 20);
  console.log(await first);
  controller.abort();
  for (;;) {
    const { done, error } = await iterator.next().catch((error) => ({ error }));
    if (!done && !error) continue;
    console.log(done, error && error.name);
    break;
  }
  console.log(await iterator.next());
  await fs.promises.watch('nope').next().catch((error) => console.log(error.message, Object.keys(error)));
  const idle = fs.watch('d', { persistent: false, encoding: 'utf8' }, () => {});
  console.log(idle.unref() === idle, idle.ref() === idle);
  idle.unref();
}
