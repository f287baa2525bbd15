'use strict';
// What the modules export.
const fs = require('fs');
console.log(Object.keys(fs).join(' '));
for (const key of Object.keys(fs)) {
  if (typeof fs[key] === 'function') console.log(key, fs[key].name, fs[key].length);
}
console.log(Object.keys(fs.promises).join(' '));
for (const key of Object.keys(fs.promises)) {
  if (typeof fs.promises[key] === 'function') console.log(key, fs.promises[key].name, fs.promises[key].length);
}
console.log(fs.promises === require('fs/promises'), fs === require('node:fs'));
console.log(fs.promises.constants === fs.constants, fs.F_OK, fs.R_OK, fs.W_OK, fs.X_OK);
console.log(fs.constants);
const { value, ...attributes } = Object.getOwnPropertyDescriptor(fs, 'constants');
console.log(attributes, fs.FileReadStream === fs.ReadStream, fs.FileWriteStream === fs.WriteStream);
console.log(fs.lchmod, fs.lchmodSync, fs.realpath.native.length, fs.realpathSync.native.length);
console.log(fs.writeFile.name, typeof fs.Stats, typeof fs.Dirent, typeof fs.Dir, fs.Stats.length);
for (const C of [fs.Stats, fs.Dirent, fs.ReadStream, fs.WriteStream]) {
  console.log(C.name, C.length, Object.getOwnPropertyNames(C.prototype).sort().join());
}
const { ReadStream } = fs;
class Replaced extends ReadStream {}
fs.ReadStream = Replaced;
require('fs').writeFileSync('f', 'x');
console.log(fs.createReadStream('f') instanceof Replaced);
