'use strict';
// readdir: order, types, encodings, and directories below.
const fs = require('fs');
fs.mkdirSync('d/b/c', { recursive: true });
fs.mkdirSync('d/a/z', { recursive: true });
for (const name of ['m', 'b/x', 'b/c/y', 'a/q', 'a/z/r']) fs.writeFileSync(`d/${name}`, '');
fs.symlinkSync('b', 'd/l');
fs.mkdirSync('names');
for (const name of ['B', 'a', 'Z', '10', '9', 'ä', 'é', '_', '.hidden', 'a b']) fs.writeFileSync(`names/${name}`, '');
console.log(fs.readdirSync('names'));
console.log(fs.readdirSync('names', 'buffer').slice(0, 3), fs.readdirSync('names', 'latin1').slice(-2));
console.log(fs.readdirSync('names', { encoding: 'hex' }).slice(0, 2), fs.readdirSync('names', { encoding: 'utf8' }).length);
console.log(fs.readdirSync('names', null).length, fs.readdirSync('names/../d/'));
const types = ['isFile', 'isDirectory', 'isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'];
for (const entry of fs.readdirSync('d', { withFileTypes: true })) {
  console.log(entry, types.filter((name) => entry[name]()));
}
console.log(fs.readdirSync(Buffer.from('d'), { withFileTypes: true, encoding: 'buffer' })[0]);
console.log(fs.readdirSync('d', { recursive: true }));
const label = (entry) => `${entry.path}|${entry.name}`;
console.log(fs.readdirSync('./d/', { recursive: true, withFileTypes: true }).map(label));
fs.readdir('d', (error, list) => {
  console.log(error, list);
  fs.readdir('d', { recursive: true }, (error, list) => {
    console.log(error, list);
    fs.readdir('d', { recursive: true, withFileTypes: true }, (error, list) => {
      console.log(error, list.map(label));
      later();
    });
  });
});
async function later() {
  console.log(await fs.promises.readdir('d'));
  console.log(await fs.promises.readdir('d', { recursive: true }));
  console.log((await fs.promises.readdir('d', { recursive: true, withFileTypes: true })).map(label));
  console.log((await fs.promises.readdir('d', { withFileTypes: true })).map((entry) => entry.isDirectory()));
  console.log(await fs.promises.readdir('d', { encoding: 'base64' }));
}
const made = new fs.Dirent('x', fs.constants.UV_DIRENT_SOCKET, 'p');
console.log(made, made.isSocket(), made.isFile());
