'use strict';
// write and writeSync in all their forms, writev, and positions.
const fs = require('fs');
const fd = fs.openSync('f', 'w+');
const content = () => fs.readFileSync('f', 'latin1').replace(/\0/g, '.');
function sync(name, ...args) {
  console.log(name, fs.writeSync(fd, ...args), content());
}
sync('text', 'hello');
sync('text goes on', ' world');
sync('text position', 'J', 0);
sync('text null', '!', null);
sync('hex', '4142', null, 'hex');
sync('latin1', 'é', undefined, 'latin1');
sync('utf16', 'x', null, 'utf16le');
sync('empty', '');
sync('euro', '€'.length === 1 ? 'e' : '');
sync('bytes', Buffer.from('12345'));
sync('offset', Buffer.from('12345'), 3);
sync('offset length', Buffer.from('12345'), 1, 2);
sync('position', Buffer.from('XYZ'), 0, 2, 1);
sync('options', Buffer.from('abc'), { offset: 1, length: 1, position: 0 });
sync('behind the end', Buffer.from('end'), 0, 3, 50);
sync('uint16', new Uint16Array([0x4142]), 0, 2, 0);
sync('dataview', new DataView(Buffer.from('view').buffer, Buffer.from('view').byteOffset, 0));
sync('nothing', Buffer.alloc(0));
console.log(fs.writevSync(fd, [Buffer.from('v1'), new Uint8Array([0x76, 0x32])], 0), content());
console.log(fs.writevSync(fd, [Buffer.from('.')]), fs.writevSync(fd, []), content());
console.log(fs.readFileSync('f').length);
const bytes = () => Buffer.from('cdef');
const steps = [
  ['(fd, text, cb)', (cb) => fs.write(fd, '(a)', cb)],
  ['(fd, text, position, cb)', (cb) => fs.write(fd, '(b)', 3, cb)],
  ['(fd, text, position, encoding, cb)', (cb) => fs.write(fd, '6465', 10, 'hex', cb)],
  ['(fd, bytes, cb)', (cb) => fs.write(fd, bytes(), cb)],
  ['(fd, bytes, offset, cb)', (cb) => fs.write(fd, bytes(), 2, cb)],
  ['(fd, bytes, offset, length, cb)', (cb) => fs.write(fd, bytes(), 1, 2, cb)],
  ['(fd, bytes, offset, length, position, cb)', (cb) => fs.write(fd, bytes(), 0, 4, 20, cb)],
  ['(fd, bytes, options, cb)', (cb) => fs.write(fd, bytes(), { position: 30, length: 2 }, cb)],
  ['writev', (cb) => fs.writev(fd, [bytes(), bytes()], 40, cb)],
  ['writev here', (cb) => fs.writev(fd, [bytes()], cb)],
  ['writev nothing', (cb) => fs.writev(fd, [], cb)],
  ['unicode', (cb) => fs.write(fd, 'ü€\ud83d\ude00\ud800', 0, cb)],
];
function next() {
  const step = steps.shift();
  if (step === undefined) {
    fs.closeSync(fd);
    appended();
    return;
  }
  step[1]((...results) => {
    console.log(step[0], results, content());
    next();
  });
}
next();
function appended() {
  fs.writeFileSync('g', 'start');
  const append = fs.openSync('g', 'a');
  fs.writeSync(append, 'X', 0);
  fs.writeSync(append, Buffer.from('Y'), 0, 1, 0);
  fs.closeSync(append);
  console.log(fs.readFileSync('g', 'utf8'));
  const both = fs.openSync('g', 'r+');
  console.log(fs.writeSync(both, '12'), fs.readSync(both, Buffer.alloc(9)), fs.readFileSync('g', 'utf8'));
  // What is written is what the buffer held when write was called or later; here it does not change.
  const data = Buffer.from('later');
  fs.write(both, data, 0, 5, 0, (error, count, same) => {
    console.log(error, count, same === data, fs.readFileSync('g', 'utf8'));
    fs.closeSync(both);
  });
}
