'use strict';
// writeFile and appendFile in their three forms: data, encodings, flags, modes.
const fs = require('fs');
process.umask(0o022);
const content = (name = 'f') => fs.readFileSync(name, 'utf8');
const mode = (name) => (fs.statSync(name).mode & 0o777).toString(8);
console.log(fs.writeFileSync('f', 'one'), content());
fs.writeFileSync('f', Buffer.from('two'));
console.log(content());
fs.writeFileSync('f', new Uint16Array([0x6161, 0x6262]).subarray(1));
console.log(content());
fs.writeFileSync('f', new DataView(new Uint8Array([0x63, 0x64, 0x65]).buffer, 1));
console.log(content());
for (const [data, options] of [['414243', 'hex'], ['Zm9v', 'base64'], ['é', 'latin1'], ['ü€', 'utf8'], ['x', { encoding: 'utf16le' }],
  ['', null], ['\ud800x', undefined], ['ab', { flag: 'a' }], ['cd', { flag: 'r+' }], ['ef', { flag: fs.constants.O_WRONLY }]]) {
  fs.writeFileSync('f', data, options);
  console.log(data.length, options, fs.readFileSync('f'));
}
fs.writeFileSync('m1', '', { mode: 0o600 });
fs.writeFileSync('m2', '', { mode: '640' });
fs.writeFileSync('m3', '');
fs.writeFileSync('m1', 'mode stays', { mode: 0o644, flush: true });
console.log(mode('m1'), mode('m2'), mode('m3'));
fs.appendFileSync('a', 'one ');
fs.appendFileSync('a', Buffer.from('two '));
fs.appendFileSync('a', 'dGhyZWUg', 'base64');
fs.appendFileSync('a', 'four', { mode: 0o600, flag: 'a' });
console.log(content('a'), mode('a'));
const fd = fs.openSync('d', 'w');
fs.writeFileSync(fd, 'first ');
fs.writeFileSync(fd, 'second ');
fs.appendFileSync(fd, 'third');
fs.closeSync(fd);
console.log(content('d'));
fs.writeFile('f', 'callback', (...results) => {
  console.log(results, content());
  fs.writeFile('f', '7071', { encoding: 'hex', flag: 'a' }, (...results) => {
    console.log(results, content());
    fs.appendFile('f', ' more', (...results) => {
      console.log(results, content());
      const fd = fs.openSync('f', 'r+');
      fs.writeFile(fd, 'FD', (...results) => {
        console.log(results, content());
        fs.appendFile(fd, '!', 'latin1', (...results) => {
          console.log(results, content());
          fs.closeSync(fd);
          promises().then(() => console.log('done'));
        });
      });
    });
  });
});
function asyncIterable(...chunks) {
  return {
    [Symbol.asyncIterator]() {
      return { next: async () => ({ value: chunks[0], done: chunks.shift() === undefined }) };
    },
  };
}
async function promises() {
  const { appendFile, writeFile } = fs.promises;
  console.log(await writeFile('p', 'text'), content('p'));
  console.log(await writeFile('p', '7a', 'hex'), content('p'), await appendFile('p', 'end'), content('p'));
  await writeFile('p', new Uint8Array([65, 66]), { mode: 0o600, flush: true });
  console.log(content('p'));
  await writeFile('i', (function*() {
    yield 'a';
    yield Buffer.from('b');
    yield new Uint8Array([99]);
  })());
  console.log(content('i'));
  await writeFile('i', asyncIterable('x', Buffer.from('y')), { flag: 'a', flush: true });
  console.log(content('i'), await writeFile('i', ['4a', '4b'], 'hex'), content('i'));
  await writeFile('i', new Set(['s', 't']));
  console.log(content('i'));
  await writeFile('i', require('stream').Readable.from(['from', ' ', 'stream']));
  console.log(content('i'));
  await writeFile('i', []);
  console.log([content('i')]);
  for (const data of [5, null, undefined, {}, true, Symbol('s')]) {
    console.log(await writeFile('i', data).catch((error) => error.message));
  }
  let returned = 0;
  const failing = {
    [Symbol.iterator]() {
      return { next: () => ({ value: 'bad', done: false }), return() { returned++; return {}; } };
    },
  };
  console.log(await writeFile('nope/i', failing).catch((error) => error.code), returned);
  console.log(await writeFile('i', (function*() {
    yield 'ok';
    throw new Error('broken');
  })()).catch((error) => error.message), content('i'));
  fs.writeFileSync(1, 'to the console\n');
  await writeFile('/dev/stdout', 'by name\n');
}
