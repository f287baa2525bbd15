'use strict';
// The errors of synchronous functions, with the order of their properties.
const fs = require('fs');
const cwd = process.cwd();
function show(name, fn) {
  try {
    console.log(name, '=>', fn());
  } catch (error) {
    const text = JSON.stringify(error).split(cwd).join('CWD');
    console.log(name, '!!', error.name, error.message.split(cwd).join('CWD'), text);
  }
}
fs.writeFileSync('f', 'hello');
fs.mkdirSync('d');
fs.mkdirSync('d/e');
fs.writeFileSync('d/g', 'x');
fs.symlinkSync('loop', 'loop');
fs.symlinkSync('nowhere', 'dangling');
const closed = fs.openSync('f');
fs.closeSync(closed);

show('readFile directory', () => fs.readFileSync('d'));
show('readFile directory utf8', () => fs.readFileSync('d', 'utf8'));
show('readFile missing', () => fs.readFileSync('nope'));
show('readFile empty path', () => fs.readFileSync(''));
show('readFile loop', () => fs.readFileSync('loop'));
show('readFile below file', () => fs.readFileSync('f/x'));
show('readFile closed', () => fs.readFileSync(closed));
show('readFile closed utf8', () => fs.readFileSync(closed, 'utf8'));
show('readFile write only', () => fs.readFileSync('f', { flag: 'a' }));
show('writeFile directory', () => fs.writeFileSync('d', 'x'));
show('writeFile closed', () => fs.writeFileSync(closed, 'x'));
show('writeFile exclusive', () => fs.writeFileSync('f', 'x', { flag: 'wx' }));
show('appendFile directory', () => fs.appendFileSync('d', 'x'));
show('appendFile closed', () => fs.appendFileSync(closed, 'x'));
show('open missing', () => fs.openSync('nope'));
show('open directory', () => fs.openSync('d', 'w'));
show('open slash', () => fs.openSync('f/'));
for (const name of ['close', 'fstat', 'fsync', 'fdatasync', 'ftruncate']) {
  show(name, () => fs[`${name}Sync`](closed));
}
show('futimes', () => fs.futimesSync(closed, 1, 1));
show('fchmod', () => fs.fchmodSync(closed, 1));
show('fchown', () => fs.fchownSync(closed, 1, 1));
show('read', () => fs.readSync(closed, Buffer.alloc(1)));
show('read nothing', () => fs.readSync(closed, Buffer.alloc(0)));
show('write text', () => fs.writeSync(closed, 's'));
show('write bytes', () => fs.writeSync(closed, Buffer.alloc(3)));
show('readv', () => fs.readvSync(closed, [Buffer.alloc(3)]));
show('readv nothing', () => fs.readvSync(closed, []));
show('writev', () => fs.writevSync(closed, [Buffer.alloc(3)]));
for (const name of ['stat', 'lstat', 'statfs', 'readdir', 'opendir', 'unlink', 'rmdir', 'rm',
  'readlink', 'realpath', 'access', 'truncate', 'mkdtemp']) {
  show(name, () => fs[`${name}Sync`]('nope/a'));
}
for (const name of ['stat', 'open', 'mkdir', 'readdir', 'opendir', 'unlink', 'rm']) {
  show(`${name} empty`, () => fs[`${name}Sync`](''));
}
show('rename empty', () => fs.renameSync('', ''));
show('realpath native', () => fs.realpathSync.native('nope/a'));
show('realpath native empty', () => fs.realpathSync.native(''));
show('realpath loop', () => fs.realpathSync('loop'));
show('realpath native loop', () => fs.realpathSync.native('loop'));
show('realpath dangling', () => fs.realpathSync('dangling'));
show('realpath below file', () => fs.realpathSync('f/x'));
show('readdir file', () => fs.readdirSync('f'));
show('opendir file', () => fs.opendirSync('f'));
show('rmdir full', () => fs.rmdirSync('d'));
show('rmdir file', () => fs.rmdirSync('f'));
show('rm directory', () => fs.rmSync('d'));
show('rm forced', () => fs.rmSync('nope', { force: true }));
show('unlink directory', () => fs.unlinkSync('d'));
show('mkdir', () => fs.mkdirSync('d'));
show('mkdir nested', () => fs.mkdirSync('q/w/e'));
show('mkdir on file', () => fs.mkdirSync('f', { recursive: true }));
show('mkdir below file', () => fs.mkdirSync('f/x/y', { recursive: true }));
show('mkdir dangling', () => fs.mkdirSync('dangling', { recursive: true }));
show('mkdir below dangling', () => fs.mkdirSync('dangling/x', { recursive: true }));
for (const name of ['rename', 'link', 'copyFile', 'symlink']) {
  show(name, () => fs[`${name}Sync`]('nope', 'a/b'));
}
show('rename onto full', () => fs.renameSync('d/e', 'd'));
show('rename file onto directory', () => fs.renameSync('f', 'd'));
show('rename directory onto file', () => fs.renameSync('d', 'f'));
show('rename into itself', () => fs.renameSync('d', 'd/e/z'));
show('symlink existing', () => fs.symlinkSync('f', 'd'));
show('link existing', () => fs.linkSync('f', 'd/g'));
show('copyFile exclusive', () => fs.copyFileSync('f', 'd/g', 1));
show('copyFile to directory', () => fs.copyFileSync('f', 'd'));
show('copyFile from directory', () => fs.copyFileSync('d', 'z'));
show('copyFile left nothing', () => fs.existsSync('z'));
show('copyFile to itself', () => fs.copyFileSync('f', 'f'));
for (const name of ['chmod', 'lutimes', 'utimes', 'lchown', 'chown']) {
  show(name, () => fs[`${name}Sync`]('nope', 1, 1));
}
show('truncate directory', () => fs.truncateSync('d'));
show('readlink file', () => fs.readlinkSync('f'));
show('stat tolerant', () => fs.statSync('nope', { throwIfNoEntry: false }));
show('lstat tolerant', () => fs.lstatSync('nope', { throwIfNoEntry: false }));
show('stat tolerant below file', () => fs.statSync('f/nope', { throwIfNoEntry: false }));
show('stat slash', () => fs.statSync('f/'));
show('watch', () => fs.watch('nope'));
