'use strict';
// mkdir and mkdtemp: modes, what recursive makes and returns.
const fs = require('fs');
const path = require('path');
const mode = (name) => (fs.statSync(name).mode & 0o7777).toString(8);
process.umask(0o022);
console.log(fs.mkdirSync('a'), mode('a'));
console.log(fs.mkdirSync('b', 0o700), mode('b'), fs.mkdirSync('c', '750'), mode('c'));
console.log(fs.mkdirSync('e', { mode: 0o711 }), mode('e'), fs.mkdirSync('f', { mode: '0770' }), mode('f'));
for (const name of ['a', 'a/b/c', 'a/b/c', './n1//n2/', 'n3/../n4', 'd/../n8/x', 'n9/./y', './p', 'q/', '.', './']) {
  console.log(name, fs.mkdirSync(name, { recursive: true }));
}
console.log(path.relative(process.cwd(), fs.mkdirSync(path.resolve('r/s/t'), { recursive: true })));
console.log(fs.mkdirSync(Buffer.from('u/v'), { recursive: true }), fs.existsSync('u/v'));
console.log(fs.mkdirSync('w/x', { recursive: true, mode: 0o700 }), mode('w'), mode('w/x'));
fs.mkdir('cb1', (...results) => {
  console.log(results);
  fs.mkdir('cb2/a/b', { recursive: true }, (...results) => {
    console.log(results);
    fs.mkdir('cb2/a/b', { recursive: true }, (...results) => {
      console.log(results);
      fs.mkdir('cb3', 0o700, (...results) => {
        console.log(results, mode('cb3'));
        promises();
      });
    });
  });
});
async function promises() {
  console.log(await fs.promises.mkdir('p1'), await fs.promises.mkdir('p2/a', { recursive: true }));
  console.log(await fs.promises.mkdir('p2/a', { recursive: true }));
  const made = await fs.promises.mkdtemp('tmp-');
  console.log(/^tmp-[A-Za-z0-9]{6}$/.test(made), mode(made), fs.readdirSync('.').includes(made));
  const other = fs.mkdtempSync('a/tmp-');
  console.log(/^a\/tmp-[A-Za-z0-9]{6}$/.test(other), other.slice(0, 6) === made.slice(0, 6));
  console.log(Buffer.isBuffer(fs.mkdtempSync('buf-', 'buffer')), fs.mkdtempSync('hex-', { encoding: 'hex' }).length);
  console.log(typeof fs.mkdtempSync(Buffer.from('bytes-')));
  fs.mkdtemp('cb-', (error, name) => console.log(error, name.length));
  fs.mkdtemp('cb-', { encoding: 'buffer' }, (error, name) => console.log(error, name.length));
}
