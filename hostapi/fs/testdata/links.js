'use strict';
// link, symlink, readlink, realpath, rename, unlink, copyFile; paths as bytes and URLs.
const fs = require('fs');
const cwd = fs.realpathSync('.');
const relative = (path) => `${path}`.split(cwd).join('CWD');
fs.mkdirSync('d/e', { recursive: true });
fs.writeFileSync('d/f', 'data');
console.log(fs.symlinkSync('d', 'ld'), fs.symlinkSync('f', 'd/lf', 'file'), fs.symlinkSync('../d/e', 'd/le', 'dir'));
console.log(fs.linkSync('d/f', 'h'), fs.readFileSync('h', 'utf8'), fs.statSync('h').nlink);
console.log(fs.readlinkSync('ld'), fs.readlinkSync('d/le'), fs.readlinkSync('ld', 'buffer'), fs.readlinkSync('ld', { encoding: 'hex' }));
for (const path of ['.', 'd', 'ld', 'ld/le', 'd/le/../f', 'ld/lf', './d//e/', 'd/e/..', Buffer.from('ld')]) {
  console.log(`${path}`, relative(fs.realpathSync(path)), relative(fs.realpathSync.native(path)));
}
console.log(relative(fs.realpathSync('ld', 'buffer')), fs.realpathSync('/', 'hex'), fs.realpathSync.native('/', { encoding: 'base64' }));
console.log(fs.realpathSync('') === cwd, fs.realpathSync('/'), fs.realpathSync('/..'));
console.log(fs.renameSync('h', 'moved'), fs.existsSync('h'), fs.readFileSync('moved', 'utf8'));
fs.mkdirSync('empty');
console.log(fs.renameSync('d/e', 'empty'), fs.existsSync('d/e'), fs.readdirSync('.'));
fs.writeFileSync('over', 'old');
console.log(fs.renameSync('moved', 'over'), fs.readFileSync('over', 'utf8'));
console.log(fs.unlinkSync('ld'), fs.existsSync('ld'), fs.existsSync('d/f'));
fs.chmodSync('d/f', 0o640);
console.log(fs.copyFileSync('d/f', 'copy'), fs.readFileSync('copy', 'utf8'), (fs.statSync('copy').mode & 0o777).toString(8));
fs.writeFileSync('longer', 'a longer text than the other');
console.log(fs.copyFileSync('d/f', 'longer', fs.constants.COPYFILE_FICLONE), fs.readFileSync('longer', 'utf8'));
fs.writeFileSync('big', Buffer.alloc(300000, 'xyz'));
console.log(fs.copyFileSync('big', 'big2'), fs.readFileSync('big2').equals(fs.readFileSync('big')));
const url = require('url').pathToFileURL('over');
console.log(fs.readFileSync(url, 'utf8'), fs.existsSync(url), fs.statSync(new URL(url.href)).size);
console.log(fs.readFileSync(Buffer.from('over'), 'utf8'), fs.readFileSync(new Uint8Array(Buffer.from('over'))).length);
fs.writeFileSync('naïve ☃', 'unicode');
console.log(fs.readFileSync('naïve ☃', 'utf8'), fs.readdirSync('.').includes('naïve ☃'), fs.statSync(Buffer.from('naïve ☃')).size);
const odd = Buffer.from([0x6f, 0xff, 0x64]);
fs.writeFileSync(odd, 'odd');
console.log(fs.readFileSync(odd, 'utf8'), fs.readdirSync('.', 'buffer').some((name) => name.equals(odd)), fs.existsSync('o\ufffdd'));
try {
  fs.rmdirSync(odd);
} catch (error) {
  console.log(error.message, error.path);
}
const steps = [
  ['symlink', 'd', 's1'], ['symlink', 'd', 's2', 'dir'], ['readlink', 's1'], ['readlink', 's1', 'hex'],
  ['link', 'over', 'l1'], ['rename', 'l1', 'l2'], ['unlink', 'l2'], ['copyFile', 'over', 'c1'],
  ['copyFile', 'over', 'c2', fs.constants.COPYFILE_EXCL], ['copyFile', 'over', 'c2', 1], ['copyFile', Buffer.from('over'), url],
];
function next() {
  const step = steps.shift();
  if (step === undefined) return promises();
  const [name, ...args] = step;
  fs[name](...args, (...results) => {
    console.log(name, results.length, results[0] && results[0].code, results.slice(1));
    next();
  });
}
next();
async function promises() {
  const p = fs.promises;
  for (const [name, ...args] of [['symlink', 'd', 'p1'], ['symlink', 'd', 'p2', 'file'], ['readlink', 'p1'], ['readlink', 'p1', 'buffer'],
    ['link', 'over', 'pl'], ['rename', 'pl', 'pm'], ['unlink', 'pm'], ['copyFile', 'over', 'pc'], ['copyFile', 'over', 'pc', 1]]) {
    console.log(name, await p[name](...args).catch((error) => error.code));
  }
  console.log(relative(await p.realpath('p1')), relative(await p.realpath('d/../over', 'buffer')));
  fs.realpath('p1', (...results) => {
    console.log(results.map(relative));
    fs.realpath.native('p1/f', 'buffer', (...results) => console.log(results.map(relative)));
  });
}
