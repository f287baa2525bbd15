'use strict';
// util.promisify of the functions of fs, and functions taken out of the module.
const fs = require('fs');
const { promisify } = require('util');
(async () => {
  console.log(await promisify(fs.writeFile)('f', 'hello'), await promisify(fs.readFile)('f', 'utf8'));
  console.log(await promisify(fs.exists)('f'), await promisify(fs.exists)('nope'), await promisify(fs.exists)(5));
  const fd = await promisify(fs.open)('f', 'r+');
  console.log(await promisify(fs.read)(fd, Buffer.alloc(2), 0, 2, 0));
  console.log(await promisify(fs.readv)(fd, [Buffer.alloc(2)], 1));
  console.log(await promisify(fs.write)(fd, 'ab', 0));
  console.log(await promisify(fs.write)(fd, Buffer.from('xyz'), 1, 2, 3));
  console.log(await promisify(fs.writev)(fd, [Buffer.from('q')], 0));
  console.log((await promisify(fs.fstat)(fd)).size, await promisify(fs.close)(fd));
  console.log((await promisify(fs.stat)('f')).isFile(), await promisify(fs.stat)('nope').catch((error) => error.code));
  console.log(await promisify(fs.readdir)('.'), await promisify(fs.mkdir)('a/b', { recursive: true }));
  const { readFileSync, statSync, promises: { readFile } } = fs;
  console.log(readFileSync('f', 'utf8'), statSync('f').size, await readFile('f', 'latin1'));
  console.log(await promisify(fs.realpath.native)('.') === process.cwd());
  await promisify(fs.cp)('f', 'g');
  console.log(fs.readdirSync('.'), await promisify(fs.rm)('g'), fs.existsSync('g'));
  console.log([fs.read, fs.write, fs.exists].map((fn) => Object.getOwnPropertySymbols(fn).length));
})();
