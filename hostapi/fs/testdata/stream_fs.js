'use strict';
// Streams over functions given as options.fs, over a FileHandle, and with a replaced open method.
const fs = require('fs');
fs.writeFileSync('f', 'abcdefghij');
const calls = [];
function traced(names) {
  const traced = {};
  for (const name of names) {
    traced[name] = (...args) => {
      calls.push(name);
      return fs[name](...args);
    };
  }
  return traced;
}
function done(stream) {
  return new Promise((resolve) => stream.on('close', resolve));
}
(async () => {
  const reader = fs.createReadStream('f', { fs: traced(['open', 'read', 'close']), highWaterMark: 4 });
  reader.on('data', (chunk) => calls.push(`${chunk}`));
  await done(reader);
  console.log(calls.splice(0).join(' '));
  const writer = fs.createWriteStream('g', { fs: traced(['open', 'write', 'close']) });
  writer.write('a');
  writer.write('b');
  writer.end('c');
  await done(writer);
  console.log(calls.splice(0).join(' '), fs.readFileSync('g', 'utf8'));
  const vectored = fs.createWriteStream('g', { fs: traced(['open', 'writev', 'close']) });
  vectored.cork();
  vectored.write('x');
  vectored.write('y');
  vectored.end();
  await done(vectored);
  console.log(calls.splice(0).join(' '), fs.readFileSync('g', 'utf8'));
  const failing = fs.createReadStream('f', { fs: { ...traced(['open', 'close']), read: (...args) => args.at(-1)(new Error('no read'), 0) } });
  failing.on('error', (error) => calls.push(error.message));
  failing.resume();
  await done(failing);
  console.log(calls.splice(0).join(' '));
  const partial = fs.createWriteStream('g', {
    fs: { ...traced(['open', 'close']), write: (fd, data, offset, length, position, callback) => fs.write(fd, data, offset, 2, position, callback) },
  });
  partial.end('partial writes');
  await done(partial);
  console.log(calls.splice(0).join(' '), fs.readFileSync('g', 'utf8'), partial.bytesWritten);

  const handle = await fs.promises.open('f');
  handle.on('close', () => console.log('handle closed'));
  const stream = handle.createReadStream({ encoding: 'utf8', start: 2, end: 5 });
  stream.on('data', (text) => console.log(text));
  await done(stream);
  console.log(handle.fd, stream.fd);
  const out = await fs.promises.open('h', 'w');
  const sink = out.createWriteStream();
  sink.write('through ');
  sink.end('a handle');
  await done(sink);
  console.log(out.fd, fs.readFileSync('h', 'utf8'));
  const shared = await fs.promises.open('f');
  const early = shared.createReadStream({ highWaterMark: 2 });
  let closing;
  early.once('data', (chunk) => {
    console.log(`${chunk}`);
    closing = shared.close();
  });
  await done(early);
  console.log('closed by hand', await closing, shared.fd);
  const twice = await fs.promises.open('f');
  const open = twice.createReadStream({ autoClose: false, start: 0 });
  open.resume();
  await new Promise((resolve) => open.on('end', resolve));
  console.log(twice.fd > 2);
  const again = fs.createReadStream(null, { fd: twice, encoding: 'latin1', start: 0 });
  again.on('data', (text) => console.log(text));
  await new Promise((resolve) => again.on('end', resolve));
  open.destroy();
  await twice.close();
  for (const make of [() => twice.createReadStream(), () => fs.createReadStream(null, { fd: handle }),
    () => fs.createReadStream('f', { fd: {} })]) {
    try {
      make();
    } catch (error) {
      console.log(error.name, error.code, error.message);
    }
  }
  const writer2 = await fs.promises.open('k', 'w');
  try {
    fs.createWriteStream(null, { fd: writer2, fs });
  } catch (error) {
    console.log(error.code, error.message);
  }
  await writer2.close();
})();
