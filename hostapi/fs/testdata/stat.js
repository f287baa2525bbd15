'use strict';
// stat, lstat, fstat, statfs: fields, types, bigints, dates.
const fs = require('fs');
process.umask(0o022);
fs.writeFileSync('f', 'hello');
fs.mkdirSync('d');
fs.symlinkSync('f', 'l');
fs.linkSync('f', 'h');
fs.utimesSync('f', 1.5, 1234567890.123);
const types = ['isFile', 'isDirectory', 'isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'];
function describe(name, stats) {
  console.log(name, stats.constructor.name, stats instanceof fs.Stats, types.filter((type) => stats[type]()));
  console.log(Object.keys(stats).join());
  console.log(stats.size, stats.nlink, stats.mode.toString(8), stats.atimeMs, stats.mtimeMs, stats.atime, stats.mtime);
  console.log(Object.values(stats).map((value) => typeof value).join());
}
describe('file', fs.statSync('f'));
describe('bigint', fs.statSync('f', { bigint: true }));
console.log(types.filter((type) => fs.statSync('d')[type]()), types.filter((type) => fs.lstatSync('l')[type]()));
console.log(types.filter((type) => fs.lstatSync('l', { bigint: true })[type]()), fs.lstatSync('l').size, fs.statSync('l').size);
console.log(types.filter((type) => fs.statSync('/dev/null')[type]()), fs.statSync('f').ino === fs.statSync('h').ino);
const big = fs.statSync('f', { bigint: true });
console.log(big.mtimeNs, big.mtimeMs, big.atimeNs, big.mtime.toISOString());
const fd = fs.openSync('f');
console.log(fs.fstatSync(fd).size, fs.fstatSync(fd, { bigint: true }).size, fs.fstatSync(fd).isFile());
console.log(fs.statSync('nope', { throwIfNoEntry: false }), fs.statSync('f', { throwIfNoEntry: false }).size);
console.log(fs.lstatSync('nope', { throwIfNoEntry: false, bigint: true }), fs.statSync('f', {}).size);
const descriptor = Object.getOwnPropertyDescriptor(fs.statSync('f'), 'mtime');
console.log(descriptor);
const { type, bsize, blocks, bfree, bavail, files, ffree } = fs.statfsSync('.');
console.log([type, bsize, blocks, bfree, bavail, files, ffree].map((value) => typeof value).join(), Object.keys(fs.statfsSync('.')));
console.log(typeof fs.statfsSync('.', { bigint: true }).bsize, fs.statfsSync('.').constructor.name);
const steps = [
  (cb) => fs.stat('f', cb), (cb) => fs.stat('f', { bigint: true }, cb), (cb) => fs.lstat('l', cb),
  (cb) => fs.fstat(fd, cb), (cb) => fs.fstat(fd, { bigint: true }, cb), (cb) => fs.stat('f', undefined, cb),
];
function next() {
  const step = steps.shift();
  if (step === undefined) return promises();
  step((error, stats, ...rest) => {
    console.log(error, stats.constructor.name, stats.size, rest);
    next();
  });
}
next();
async function promises() {
  fs.closeSync(fd);
  const { lstat, stat, statfs } = fs.promises;
  console.log((await stat('f')).size, (await stat('f', { bigint: true })).size, (await lstat('l')).isSymbolicLink());
  console.log(Object.keys(await statfs('.')).join(), typeof (await statfs('.', { bigint: true })).blocks);
  fs.statfs('.', (error, figures) => {
    console.log(error, Object.keys(figures).length);
    fs.statfs('.', { bigint: true }, (error, figures) => console.log(error, typeof figures.files));
  });
  const made = new fs.Stats(1, 0o100644, 2, 3, 4, 5, 6, 7, 8, 9, 10.4, 11.5, 12, 13);
  console.log(made, made.isFile(), made.isDirectory());
}
