'use strict';
// chmod, chown, utimes and their relatives; truncate; access and exists.
const fs = require('fs');
fs.writeFileSync('f', 'hello world');
fs.symlinkSync('f', 'l');
const mode = (name) => (fs.statSync(name).mode & 0o7777).toString(8);
const times = (stats) => [stats.atimeMs, stats.mtimeMs];
const fd = fs.openSync('f', 'r+');
console.log(fs.chmodSync('f', 0o600), mode('f'), fs.chmodSync('f', '4755'), mode('f'), fs.chmodSync('l', 0o1644), mode('f'));
console.log(fs.fchmodSync(fd, 0o640), mode('f'), fs.fchmodSync(fd, '400'), mode('f'));
const { uid, gid } = fs.statSync('f');
console.log(fs.chownSync('f', uid, gid), fs.fchownSync(fd, uid, -1), fs.lchownSync('l', -1, gid));
console.log(fs.utimesSync('f', 10, 20), times(fs.statSync('f')));
console.log(fs.utimesSync('f', '30', new Date(40500)), times(fs.statSync('f')));
console.log(fs.futimesSync(fd, 50.25, 60), times(fs.statSync('f')));
console.log(fs.utimesSync('f', 1e9 + 0.5, 4e9), times(fs.statSync('f')));
console.log(fs.utimesSync('l', 1, 2), times(fs.statSync('f')));
console.log(fs.lutimesSync('l', 70, 80), times(fs.lstatSync('l')), times(fs.statSync('f')));
fs.chmodSync('f', 0o600);
console.log(fs.truncateSync('f', 5), fs.readFileSync('f', 'utf8'), fs.truncateSync('f', 7), fs.readFileSync('f'));
console.log(fs.ftruncateSync(fd, 2), fs.readFileSync('f', 'utf8'), fs.ftruncateSync(fd), fs.truncateSync('f', -5), fs.statSync('f').size);
console.log(fs.fsyncSync(fd), fs.fdatasyncSync(fd));
console.log(fs.accessSync('f'), fs.accessSync('f', fs.constants.R_OK | fs.constants.W_OK), fs.accessSync('f', null));
console.log(['f', 'l', 'nope', '', 'f/x', '.', Buffer.from('f'), 5, null, undefined, 'a\0b', {}].map(fs.existsSync));
const steps = [
  ['chmod', 'f', 0o604], ['fchmod', fd, 0o606], ['chown', 'f', uid, gid], ['fchown', fd, uid, gid],
  ['lchown', 'l', uid, gid], ['utimes', 'f', 1, 2], ['futimes', fd, 3, 4], ['lutimes', 'l', 5, 6],
  ['truncate', 'f', 3], ['truncate', 'f'], ['ftruncate', fd, 4], ['ftruncate', fd], ['fsync', fd], ['fdatasync', fd],
  ['access', 'f'], ['access', 'f', 6], ['exists', 'f'], ['exists', 'nope'], ['exists', 5],
];
function next() {
  const step = steps.shift();
  if (step === undefined) return promises();
  const [name, ...args] = step;
  fs[name](...args, (...results) => {
    console.log(name, results, mode('f'), name.includes('times') && times(fs.lstatSync(name === 'lutimes' ? 'l' : 'f')), fs.statSync('f').size);
    next();
  });
}
next();
async function promises() {
  const p = fs.promises;
  for (const [name, ...args] of [['chmod', 'f', 0o611], ['chown', 'f', uid, gid], ['lchown', 'l', uid, gid], ['utimes', 'f', 11, 12],
    ['lutimes', 'l', 13, 14], ['truncate', 'f', 9], ['truncate', 'f'], ['access', 'f'], ['access', 'f', 4]]) {
    console.log(name, await p[name](...args), mode('f'), fs.statSync('f').size);
    if (name.includes('times')) console.log(times(fs.lstatSync(args[0])));
  }
  console.log(await require('util').promisify(fs.exists)('f'), await require('util').promisify(fs.exists)('nope'));
}
