'use strict';
// readFile in its three forms: encodings, descriptors, flags.
const fs = require('fs');
const contents = {
  empty: Buffer.alloc(0),
  ascii: Buffer.from('plain text\n'),
  utf8: Buffer.from('grüße €\u{1F600}\ufeff'),
  bom: Buffer.from('\ufeffbom'),
  broken: Buffer.from([0x61, 0xff, 0xe2, 0x82, 0x62, 0xed, 0xa0, 0x80, 0xf0, 0x9f]),
  binary: Buffer.from([0, 1, 2, 128, 255, 0]),
  long: Buffer.alloc(200000, 'abc'),
};
for (const [name, data] of Object.entries(contents)) fs.writeFileSync(name, data);
const shorten = (value) => (value.length > 100 ? `${value.constructor.name} of ${value.length}` : value);
for (const name of Object.keys(contents)) {
  for (const options of [undefined, null, 'utf8', 'utf-8', 'UTF8', 'latin1', 'hex', 'base64', 'ucs2', '', {},
    { encoding: 'utf8' }, { encoding: null }, { encoding: 'ascii', flag: 'r' }]) {
    console.log(name, options, [shorten(fs.readFileSync(name, options))]);
  }
}
try {
  fs.readFileSync('ascii', 'buffer');
} catch (error) {
  console.log(error.message, error.code);
}
console.log(Buffer.isBuffer(fs.readFileSync('ascii')), fs.readFileSync('long').equals(contents.long));
const fd = fs.openSync('ascii', 'r');
console.log(fs.readSync(fd, Buffer.alloc(6)), fs.readFileSync(fd, 'utf8'), [fs.readFileSync(fd, 'utf8')], fs.readFileSync(fd));
fs.closeSync(fd);
console.log(fs.readFileSync('made', { flag: 'a+', encoding: 'utf8' }) === '', fs.existsSync('made'));
console.log(fs.readFileSync('ascii', { flag: fs.constants.O_RDONLY }).length, fs.readFileSync(Buffer.from('ascii')).length);
console.log(fs.readFileSync(0).length);
fs.readFile('utf8', (...results) => {
  console.log(results);
  fs.readFile('utf8', 'utf8', (...results) => {
    console.log(results);
    fs.readFile('binary', { encoding: 'latin1' }, (...results) => {
      console.log(results);
      const fd = fs.openSync('ascii');
      fs.readFile(fd, 'utf8', (...results) => {
        console.log(results);
        fs.closeSync(fd);
        fs.readFile('empty', null, (...results) => {
          console.log(results);
          promises();
        });
      });
    });
  });
});
async function promises() {
  const { readFile } = fs.promises;
  console.log(await readFile('utf8'), await readFile('utf8', 'utf8'), await readFile('broken', { encoding: 'utf8' }));
  console.log((await readFile('long')).equals(contents.long), await readFile('empty', 'latin1') === '');
  console.log(await readFile('binary', { encoding: 'hex' }), await readFile('new', { flag: 'w+' }), fs.existsSync('new'));
  const results = await Promise.all(Object.keys(contents).map((name) => readFile(name)));
  console.log(results.map((data, i) => data.equals(Object.values(contents)[i])));
}
