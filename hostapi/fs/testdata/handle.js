'use strict';
// FileHandle: all its methods, and what they do after close.
const fs = require('fs');
fs.writeFileSync('f', 'hello');
async function show(name, fn) {
  try {
    console.log(name, '=>', await fn());
  } catch (error) {
    console.log(name, '!!', error.name, error.message, JSON.stringify(error));
  }
}
(async () => {
  const handle = await fs.promises.open('f', 'r+');
  console.log(handle.constructor.name, typeof handle.fd, typeof handle.on);
  const first = await handle.read();
  console.log(first.bytesRead, first.buffer.length, first.buffer.toString('utf8', 0, 5), Object.getPrototypeOf(first));
  await show('read', () => handle.read(Buffer.alloc(3), 0, 3, 0));
  await show('read options', () => handle.read({ buffer: Buffer.alloc(3), position: 1 }));
  await show('read buffer, options', () => handle.read(Buffer.alloc(4), { offset: 1, position: 1, length: 2 }));
  await show('read bigint', () => handle.read(Buffer.alloc(4), 0, 4, 2n));
  await show('read empty', () => handle.read(Buffer.alloc(0)));
  await show('read number', () => handle.read(5));
  await show('read bad offset', () => handle.read(Buffer.alloc(3), 9));
  await show('read bad length', () => handle.read(Buffer.alloc(3), 0, 9));
  await show('read at end', () => handle.read(Buffer.alloc(3)));
  await show('readv', () => handle.readv([Buffer.alloc(2), Buffer.alloc(2)], 0));
  await show('readv number', () => handle.readv(5));
  await show('write text', () => handle.write('xyz'));
  await show('write bytes', () => handle.write(Buffer.from('xyz'), 1));
  await show('write options', () => handle.write(Buffer.from('XYZ'), { offset: 2, position: 0 }));
  await show('write number', () => handle.write(5));
  await show('write hex', () => handle.write('ab', 0, 'hex'));
  await show('write bad hex', () => handle.write('abc', 0, 'hex'));
  await show('writev', () => handle.writev([Buffer.from('q'), Buffer.from('r')], 0));
  await show('writev empty', () => handle.writev([]));
  await show('stat', async () => (await handle.stat()).size);
  await show('stat bigint', async () => (await handle.stat({ bigint: true })).size);
  await show('readFile at end', () => handle.readFile('utf8'));
  await show('readFile latin1', () => handle.readFile({ encoding: 'latin1' }));
  await show('writeFile', () => handle.writeFile('fff'));
  await show('writeFile iterable', () => handle.writeFile(['a', 'b', Buffer.from('c')]));
  await show('writeFile number', () => handle.writeFile(5));
  await show('appendFile', () => handle.appendFile('zz'));
  console.log(fs.readFileSync('f', 'latin1'));
  await show('truncate', () => handle.truncate(3));
  await show('truncate longer', () => handle.truncate(6));
  await show('truncate text', () => handle.truncate('x'));
  await show('sync', () => handle.sync());
  await show('datasync', () => handle.datasync());
  await show('chmod', () => handle.chmod(0o600));
  await show('chmod text', () => handle.chmod('zz'));
  await show('chown', () => handle.chown(-1, -1));
  await show('chown text', () => handle.chown('x', 1));
  await show('utimes', () => handle.utimes(1, 2));
  await show('utimes', async () => (await handle.stat()).mtimeMs);
  console.log(fs.readFileSync('f'), (fs.statSync('f').mode & 0o777).toString(8));
  handle.on('close', () => console.log('close event'));
  const pending = handle.stat();
  const closing = handle.close();
  console.log('same promise', closing === handle.close(), handle.fd === -1);
  console.log((await pending).size);
  console.log(await closing, handle.fd);
  await show('close again', () => handle.close());
  for (const name of ['read', 'readv', 'write', 'writev', 'stat', 'readFile', 'writeFile', 'appendFile', 'truncate',
    'sync', 'datasync', 'chmod', 'chown', 'utimes']) {
    await show(name, () => handle[name]());
  }
  const again = await fs.promises.open('f');
  await show('promises.readFile', () => fs.promises.readFile(again, 'hex'));
  await again.close();
  const writer = await fs.promises.open('g', 'w+');
  await show('promises.writeFile', () => fs.promises.writeFile(writer, 'one'));
  await show('promises.appendFile', () => fs.promises.appendFile(writer, 'two'));
  await writer.close();
  console.log(fs.readFileSync('g', 'utf8'));
  const unused = await fs.promises.open('g', 'a');
  await show('read only appended', () => unused.readFile());
  await unused.close();
})();
