'use strict';
// createWriteStream: events, positions, flags, encodings, errors, closing.
const fs = require('fs');
const content = (name) => fs.readFileSync(name, 'latin1').replace(/\0/g, '.');
function watch(label, stream, name) {
  return new Promise((resolve) => {
    const seen = [];
    for (const event of ['open', 'ready', 'drain', 'finish', 'error', 'close']) {
      stream.on(event, (value) => {
        seen.push(event === 'error' ? `error ${value.code} ${value.message}` : event);
        if (event !== 'close') return;
        console.log(label, seen.join(' | '), stream.bytesWritten, stream.fd, stream.closed, name && content(name));
        resolve();
      });
    }
  });
}
(async () => {
  const first = fs.createWriteStream('a');
  console.log(first instanceof fs.WriteStream, first instanceof require('stream').Writable, first.path, first.flags, first.mode);
  console.log(first.fd, first.pending, first.start, first.pos, first.bytesWritten, first.autoClose, first.writableHighWaterMark);
  console.log(first.write('one '), first.write(Buffer.from('two ')), first.write('746872', 'hex'));
  first.end('end', () => console.log('end callback', first.bytesWritten));
  await watch('plain', first, 'a');
  const positioned = fs.createWriteStream('a', { flags: 'r+', start: 4 });
  positioned.write('T');
  positioned.end('WO');
  await watch('start', positioned, 'a');
  const appended = fs.createWriteStream('a', { flags: 'a' });
  appended.end('!');
  await watch('append', appended, 'a');
  const encoded = fs.createWriteStream('b', 'utf16le');
  encoded.end('ab');
  await watch('encoding', encoded, 'b');
  const options = fs.createWriteStream('c', { encoding: 'base64', mode: 0o600, flush: true });
  options.end('Zm9v');
  await watch('options', options, 'c');
  console.log((fs.statSync('c').mode & 0o777).toString(8), options.flush);
  const empty = fs.createWriteStream('d');
  empty.end();
  await watch('empty', empty, 'd');
  await watch('missing', fs.createWriteStream('nope/x'));
  await watch('directory', fs.createWriteStream('.'));
  const exclusive = fs.createWriteStream('a', { flags: 'wx' });
  exclusive.write('x', (error) => console.log('write callback', error.code));
  await watch('exclusive', exclusive);
  const fd = fs.openSync('e', 'w');
  const byFd = fs.createWriteStream(null, { fd });
  byFd.end('by fd');
  await watch('fd', byFd, 'e');
  const kept = fs.openSync('e', 'w');
  const open = fs.createWriteStream('ignored', { fd: kept, autoClose: false });
  await new Promise((resolve) => open.end('kept', resolve));
  console.log(open.destroyed, fs.fstatSync(kept).size, content('e'));
  fs.closeSync(kept);
  const drained = fs.createWriteStream('g', { highWaterMark: 10 });
  console.log(drained.write('0123456789'), drained.writableNeedDrain);
  drained.once('drain', () => drained.end('more'));
  await watch('drain', drained, 'g');
  const corked = fs.createWriteStream('h');
  corked.cork();
  for (const text of ['a', 'b', 'c']) corked.write(text, () => console.log('written', text));
  corked.uncork();
  corked.end();
  await watch('corked', corked, 'h');
  const destroyed = fs.createWriteStream('i');
  destroyed.write('lost?');
  destroyed.destroy();
  await watch('destroyed', destroyed);
  const closed = fs.createWriteStream('j');
  closed.write('kept');
  closed.close((...results) => console.log('close callback', results));
  await watch('closed', closed, 'j');
  closed.close(() => console.log('closed again'));
  closed.on('error', (error) => console.log(error.code));
  closed.write('late', (error) => console.log('late', error.code));
  await new Promise((resolve) => setImmediate(resolve));
  const source = fs.createReadStream('a');
  const copy = fs.WriteStream('copy');
  source.pipe(copy);
  await watch('pipe', copy, 'copy');
  const { pipeline } = require('stream');
  await new Promise((resolve) => {
    pipeline(fs.createReadStream('a'), fs.createWriteStream('copy2'), (error) => {
      console.log('pipeline', error, content('copy2'));
      resolve();
    });
  });
  await new Promise((resolve) => {
    pipeline(fs.createReadStream('nope'), fs.createWriteStream('copy3'), (error) => {
      console.log('pipeline', error.code);
      resolve();
    });
  });
  const big = fs.createWriteStream('big');
  const hash = [];
  for (let i = 0; i < 50; i++) hash.push(big.write(Buffer.alloc(1000, i)));
  big.end();
  await new Promise((resolve) => big.on('close', resolve));
  console.log(hash.filter(Boolean).length, fs.statSync('big').size, fs.readFileSync('big').every((byte, i) => byte === Math.floor(i / 1000)));
})();
