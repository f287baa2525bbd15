'use strict';
// createReadStream: events, ranges, encodings, chunks, errors, closing.
const fs = require('fs');
fs.writeFileSync('f', 'abcdefghijklmnopqrstuvwxyz');
fs.writeFileSync('empty', '');
fs.writeFileSync('long', Buffer.alloc(200000, 'x'));
fs.writeFileSync('utf8', 'aé€\u{1F600}'.repeat(3));
const names = ['open', 'ready', 'data', 'end', 'error', 'close'];
function watch(label, stream) {
  return new Promise((resolve) => {
    const seen = [];
    for (const name of names) {
      stream.on(name, (value) => {
        if (name === 'data') seen.push(value.length > 60 ? `data ${value.length}` : `data ${value}`);
        else if (name === 'error') seen.push(`error ${value.code} ${value.message}`);
        else seen.push(name === 'open' ? `open ${typeof value}` : name);
        if (name === 'close') {
          console.log(label, seen.join(' | '), stream.bytesRead, stream.fd, stream.closed, stream.destroyed);
          resolve();
        }
      });
    }
  });
}
(async () => {
  const first = fs.createReadStream('f');
  console.log(first instanceof fs.ReadStream, first instanceof require('stream').Readable, first.path, first.flags, first.mode);
  console.log(first.fd, first.pending, first.start, first.end, first.pos, first.bytesRead, first.autoClose, first.readableHighWaterMark);
  first.once('ready', () => console.log('ready', typeof first.fd, first.pending));
  await watch('plain', first);
  await watch('options', fs.createReadStream('f', { encoding: 'utf8', highWaterMark: 10 }));
  await watch('encoding', fs.createReadStream('f', 'hex'));
  await watch('range', fs.createReadStream('f', { start: 5, end: 9 }));
  await watch('start', fs.createReadStream('f', { start: 20 }));
  await watch('end', fs.createReadStream('f', { end: 3 }));
  await watch('one byte', fs.createReadStream('f', { start: 3, end: 3 }));
  await watch('behind', fs.createReadStream('f', { start: 100 }));
  await watch('chunks', fs.createReadStream('f', { start: 2, end: 20, highWaterMark: 7 }));
  await watch('empty', fs.createReadStream('empty'));
  await watch('long', fs.createReadStream('long'));
  await watch('utf8', fs.createReadStream('utf8', { encoding: 'utf8', highWaterMark: 4 }));
  await watch('missing', fs.createReadStream('nope'));
  await watch('directory', fs.createReadStream('.'));
  await watch('bad flags', fs.createReadStream('f', { flags: 'a' }));
  const fd = fs.openSync('f');
  await watch('fd', fs.createReadStream(null, { fd }));
  try {
    fs.fstatSync(fd);
  } catch (error) {
    console.log('closed', error.code);
  }
  const kept = fs.openSync('f');
  const open = fs.createReadStream('ignored', { fd: kept, autoClose: false, start: 1, end: 2 });
  open.on('close', () => console.log('never'));
  open.on('data', (chunk) => console.log('kept', `${chunk}`));
  await new Promise((resolve) => open.on('end', resolve));
  console.log(fs.fstatSync(kept).size, open.destroyed, open.autoClose, open.path);
  fs.closeSync(kept);
  const destroyed = fs.createReadStream('f');
  destroyed.destroy();
  await watch('destroyed', destroyed);
  const failed = fs.createReadStream('f');
  failed.destroy(new Error('why'));
  await watch('destroyed with an error', failed);
  const closing = fs.createReadStream('f');
  closing.on('open', () => closing.close((error) => console.log('close callback', error.code)));
  await watch('closed', closing);
  const midway = fs.createReadStream('long', { highWaterMark: 1000 });
  midway.once('data', () => midway.destroy());
  await watch('destroyed midway', midway);
  const called = fs.ReadStream('f');
  await watch('without new', called);
  const silent = fs.createReadStream('f', { emitClose: false });
  silent.on('close', () => console.log('never'));
  silent.resume();
  await new Promise((resolve) => silent.on('end', () => setImmediate(resolve)));
  const readable = fs.createReadStream('f', { highWaterMark: 8 });
  const pieces = [];
  readable.on('readable', () => {
    for (let chunk; (chunk = readable.read(5)) !== null;) pieces.push(`${chunk}`);
  });
  await new Promise((resolve) => readable.on('end', resolve));
  console.log(pieces);
  const iterator = fs.createReadStream('f', { encoding: 'latin1', highWaterMark: 9 })[Symbol.asyncIterator]();
  for (let step; !(step = await iterator.next()).done;) console.log(step.value);
})();
