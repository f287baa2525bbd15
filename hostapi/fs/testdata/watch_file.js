'use strict';
// watchFile and unwatchFile: what listeners get when a file comes, changes and goes.
const fs = require('fs');
fs.writeFileSync('there', '1');
const interval = 30;
let step = 0;
const watcher = fs.watchFile('f', { interval }, (now, before) => {
  step++;
  console.log(step, now.size, before.size, now.nlink, before.nlink, now.isFile(), now.mtimeMs >= before.mtimeMs);
  if (step === 1) fs.writeFileSync('f', 'created');
  if (step === 2) fs.writeFileSync('f', 'changed it');
  if (step === 3) fs.unlinkSync('f');
  if (step === 4) {
    fs.unwatchFile('f');
    bigints();
  }
});
console.log(typeof watcher.on, watcher.listenerCount('change'), typeof watcher.ref, typeof watcher.unref, typeof watcher.stop);
watcher.on('stop', () => console.log('stop'));
const same = fs.watchFile('f', () => {});
console.log(same === watcher, watcher.listenerCount('change'));
fs.watchFile('there', { interval, persistent: false }, () => console.log('never'));
function bigints() {
  const listener = (now, before) => {
    console.log(typeof now.size, before.ino, now.mtimeNs);
    fs.unwatchFile('g', listener);
    fs.unwatchFile('not watched');
  };
  fs.watchFile('g', { interval, bigint: true }, listener);
}
