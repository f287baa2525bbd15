'use strict';
// The errors that callbacks get: printed whole, they have no stack frames.
const fs = require('fs');
const cwd = process.cwd();
fs.writeFileSync('f', 'x');
fs.mkdirSync('d');
const closed = fs.openSync('f');
fs.closeSync(closed);
const calls = [
  ['access', 'nope'], ['appendFile', 'nope/x', 'y'], ['chmod', 'nope', 1], ['chown', 'nope', 1, 1],
  ['close', closed], ['copyFile', 'nope', 'g'], ['cp', 'nope', 'g'], ['fchmod', closed, 1],
  ['fchown', closed, 1, 1], ['fdatasync', closed], ['fstat', closed], ['fsync', closed],
  ['ftruncate', closed, 1], ['futimes', closed, 1, 1], ['lchown', 'nope', 1, 1], ['link', 'nope', 'g'],
  ['lstat', 'nope'], ['lutimes', 'nope', 1, 1], ['mkdir', 'd'], ['open', 'nope'],
  ['opendir', 'nope'], ['read', closed, Buffer.alloc(2), 0, 2, 0], ['readdir', 'nope'],
  ['readFile', 'nope'], ['readFile', 'd'], ['readFile', 'nope', 'utf8'],
  ['readlink', 'f'], ['readv', closed, [Buffer.alloc(1)]], ['realpath', 'nope/x'], ['rename', 'nope', 'g'],
  ['rm', 'nope'], ['rm', 'd'], ['rmdir', 'f'], ['stat', 'nope'], ['statfs', 'nope'],
  ['symlink', 'f', 'd'], ['truncate', 'nope'], ['truncate', 'd'], ['unlink', 'd'], ['utimes', 'nope', 1, 1],
  ['write', closed, 'text'], ['write', closed, Buffer.from('ab')], ['writeFile', 'nope/x', 'y'],
  ['writeFile', closed, 'y'], ['writev', closed, [Buffer.from('a')]],
];
function next() {
  const call = calls.shift();
  if (call === undefined) return;
  const [name, ...args] = call;
  fs[name](...args, function(error, ...rest) {
    if (error.path) error.path = error.path.replace(cwd, 'CWD');
    console.log(name, arguments.length, name === 'readFile' || this === undefined, error.message.replace(cwd, 'CWD'));
    if (error.syscall !== 'lstat' && !error.info) console.log(error, rest);
    next();
  });
}
next();
