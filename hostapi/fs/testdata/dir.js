'use strict';
// Dir: opendir in its forms, reading, closing and iterating.
const fs = require('fs');
fs.mkdirSync('d/sub/deep', { recursive: true });
for (const name of ['a', 'b', 'sub/c', 'sub/deep/e']) fs.writeFileSync(`d/${name}`, '');
fs.mkdirSync('empty');
function show(name, fn) {
  try {
    console.log(name, '=>', fn());
  } catch (error) {
    console.log(name, '!!', error.name, error.message, error.code);
  }
}
async function showLater(name, fn) {
  try {
    console.log(name, '=>', await fn());
  } catch (error) {
    console.log(name, '!!', error.name, error.message, error.code);
  }
}
const kind = (e) => (e.isDirectory() ? '/' : e.isFile() ? '' : '?');
const label = (e) => `${e.path}|${e.parentPath}|${e.name}${kind(e)}`;
(async () => {
  let dir = fs.opendirSync('d');
  console.log(dir instanceof fs.Dir, dir.path, dir.constructor.name);
  let list = [];
  for (let entry; (entry = dir.readSync()) !== null;) list.push(label(entry));
  console.log(list.sort());
  show('at end', () => dir.readSync());
  show('closeSync', () => dir.closeSync());
  show('closeSync again', () => dir.closeSync());
  show('readSync', () => dir.readSync());
  show('read(callback)', () => dir.read(() => {}));
  show('close(callback)', () => dir.close((error) => console.log('closed', error.code)));
  await showLater('read()', () => dir.read());
  await showLater('close()', () => dir.close());
  await showLater('next()', () => dir.entries().next());

  dir = await fs.promises.opendir('d', { bufferSize: 1 });
  list = [];
  for (let entry; (entry = await dir.read()) !== null;) list.push(label(entry));
  console.log(list.sort(), await dir.close());

  dir = await fs.promises.opendir('d');
  const both = await Promise.all([dir.read(), dir.read(), dir.read(), dir.read()]);
  console.log(both.map((entry) => entry && entry.constructor.name));
  const pending = dir.read();
  show('concurrent', () => dir.readSync());
  show('concurrent', () => dir.closeSync());
  console.log(await pending);
  await dir.close();

  await new Promise((resolve) => {
    fs.opendir('empty', (error, empty) => {
      console.log(error, empty.path);
      empty.read((readError, entry) => {
        console.log('read', readError, entry);
        empty.close((closeError, ...rest) => {
          console.log('close', closeError, rest);
          resolve();
        });
      });
    });
  });

  const iterator = fs.opendirSync('d').entries();
  console.log(Object.prototype.toString.call(iterator), iterator[Symbol.asyncIterator]() === iterator);
  console.log(fs.Dir.prototype.entries === fs.Dir.prototype[Symbol.asyncIterator]);
  list = [];
  for (let step; !(step = await iterator.next()).done;) list.push(step.value.name);
  console.log(list.sort(), await iterator.next());
  dir = fs.opendirSync('d');
  const early = dir[Symbol.asyncIterator]();
  await early.next();
  console.log(await early.return('stop'));
  await showLater('closed by return', () => dir.close());

  dir = fs.opendirSync('d', { recursive: true });
  list = [];
  for (let entry; (entry = dir.readSync()) !== null;) list.push(label(entry));
  console.log(list.sort());
  dir.closeSync();
  dir = await fs.promises.opendir('d', { recursive: true, bufferSize: 2 });
  list = [];
  for (let entry; (entry = await dir.read()) !== null;) list.push(label(entry));
  console.log(list.sort());
  await dir.close();

  dir = fs.opendirSync('empty', { encoding: 'buffer' });
  console.log(dir.readSync());
  dir.closeSync();
  fs.writeFileSync('empty/x', '');
  dir = fs.opendirSync('empty', { encoding: 'buffer' });
  console.log(dir.readSync().name);
  dir.closeSync();
  dir = fs.opendirSync('empty', 'hex');
  console.log(dir.readSync().name);
  dir.closeSync();
  show('no handle', () => new fs.Dir());
})();
