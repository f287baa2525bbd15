'use strict';
// What descriptors do over their life: reuse, close without a callback, many at a time.
const fs = require('fs');
fs.writeFileSync('f', 'x');
const a = fs.openSync('f');
const b = fs.openSync('f');
console.log(b > a, a > 2);
fs.closeSync(a);
console.log(fs.openSync('f') === a);
fs.closeSync(a);
fs.closeSync(b);
const many = [];
for (let i = 0; i < 50; i++) many.push(fs.openSync('f'));
console.log(new Set(many).size, many.every((fd) => fs.fstatSync(fd).size === 1));
many.forEach((fd) => fs.closeSync(fd));
console.log(many.every((fd) => {
  try {
    fs.fstatSync(fd);
  } catch (error) {
    return error.code === 'EBADF';
  }
  return false;
}));
const fd = fs.openSync('f');
fs.close(fd);
process.on('uncaughtException', (error) => console.log('uncaught', error.code));
setTimeout(() => {
  fs.close(fd);
  console.log(fs.fstatSync(0) !== undefined, fs.fstatSync(1) !== undefined);
}, 20);
for (const [flags, exists] of [['r', true], ['r+', true], ['rs', true], ['rs+', true], ['sr', true], ['w', false], ['wx', false], ['xw', false],
  ['w+', false], ['wx+', false], ['a', false], ['ax', false], ['a+', false], ['ax+', false], ['as', false], ['sa+', false], [0, true],
  [fs.constants.O_RDWR | fs.constants.O_CREAT, false], [undefined, true], [null, true]]) {
  const name = `o-${many.length}-${String(flags)}`;
  if (exists) fs.writeFileSync(name, 'content');
  const opened = fs.openSync(name, flags, 0o640);
  const rights = [];
  for (const [right, use] of [['read', () => fs.readSync(opened, Buffer.alloc(2), 0, 2, 0)], ['write', () => fs.writeSync(opened, 'zz', 0)]]) {
    try {
      use();
      rights.push(right);
    } catch (error) {
      rights.push(error.code);
    }
  }
  fs.closeSync(opened);
  console.log(String(flags), rights.join(), fs.readFileSync(name, 'utf8'));
  fs.rmSync(name);
}
