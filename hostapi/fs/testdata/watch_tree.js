'use strict';
// watch of a folder and all below it, also of folders that come later.
const fs = require('fs');
fs.mkdirSync('d/a/b', { recursive: true });
const seen = new Set();
const expected = ['d/a/b/f', 'd/c', 'd/c/x', 'd/a/y', 'd/last'];
const steps = [
  () => fs.writeFileSync('d/a/b/f', '1'),
  () => fs.mkdirSync('d/c'),
  () => fs.writeFileSync('d/c/x', '1'),
  () => fs.renameSync('d/c/x', 'd/a/y'),
  () => fs.mkdirSync('d/last'),
];
const watcher = fs.watch('d', { recursive: true }, (type, name) => {
  if (type === 'rename') seen.add(`d/${name}`);
  if (name === 'last') watcher.close();
});
let step = 0;
const timer = setInterval(() => {
  if (step === steps.length) clearInterval(timer);
  else steps[step++]();
}, 100);
watcher.on('close', () => console.log(expected.map((name) => `${name} ${seen.has(name)}`).join('\n')));
