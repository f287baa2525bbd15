'use strict';
// read and readSync in all their forms, readv, and positions.
const fs = require('fs');
fs.writeFileSync('f', 'abcdefghij');
const fd = fs.openSync('f', 'r');
const text = (buffer) => Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength).toString('latin1').replace(/\0/g, '.');
function sync(name, buffer, ...args) {
  console.log(name, fs.readSync(fd, buffer, ...args), text(buffer));
}
sync('whole', Buffer.alloc(4));
sync('goes on', Buffer.alloc(4));
sync('to the end', Buffer.alloc(4));
sync('at the end', Buffer.alloc(4));
sync('position', Buffer.alloc(4), 0, 4, 0);
sync('position keeps the place', Buffer.alloc(4));
sync('offset', Buffer.alloc(6), 2, 3, 5);
sync('options', Buffer.alloc(6), { offset: 1, length: 2, position: 3 });
sync('options length', Buffer.alloc(6), { position: 8 });
sync('bigint', Buffer.alloc(3), 0, 3, 7n);
sync('behind the end', Buffer.alloc(3), 0, 3, 100);
sync('uint16', new Uint16Array(3), 0, 5, 0);
sync('dataview', new DataView(new ArrayBuffer(5), 1, 3), 0, 3, 2);
sync('subarray', Buffer.alloc(8).subarray(2, 6), 1, 3, 0);
sync('length text', Buffer.alloc(2), 0, '1', 0);
sync('fraction', Buffer.alloc(2), 0, 1.7, 0);
sync('null position', Buffer.alloc(2), 0, 2, null);
sync('length missing', Buffer.alloc(2), 0, undefined, 0);
const lists = [Buffer.alloc(3), Buffer.alloc(0), new Uint8Array(4)];
console.log(fs.readvSync(fd, lists, 2), lists);
console.log(fs.readvSync(fd, [Buffer.alloc(0)]), fs.readvSync(fd, [Buffer.alloc(3), Buffer.alloc(30)], 5));
const steps = [
  ['(fd, buffer, offset, length, position, cb)', (cb) => fs.read(fd, Buffer.alloc(3), 0, 3, 1, cb)],
  ['(fd, buffer, options, cb)', (cb) => fs.read(fd, Buffer.alloc(3), { position: 2, length: 2 }, cb)],
  ['(fd, buffer, null, cb)', (cb) => fs.read(fd, Buffer.alloc(3), null, cb)],
  ['(fd, options, cb)', (cb) => fs.read(fd, { buffer: Buffer.alloc(5), position: 0, offset: 3 }, cb)],
  ['(fd, buffer, cb)', (cb) => fs.read(fd, new Uint8Array(3), cb)],
  ['nothing', (cb) => fs.read(fd, Buffer.alloc(3), 0, 0, 0, cb)],
  ['readv', (cb) => fs.readv(fd, [Buffer.alloc(2), Buffer.alloc(2)], 6, cb)],
  ['readv here', (cb) => fs.readv(fd, [Buffer.alloc(2)], cb)],
  ['readv null', (cb) => fs.readv(fd, [Buffer.alloc(2)], null, cb)],
];
function next() {
  const step = steps.shift();
  if (step === undefined) return last();
  step[1]((...results) => {
    console.log(step[0], results);
    next();
  });
}
next();
function last() {
  fs.read(fd, (error, count, buffer) => {
    console.log(error, count, buffer.length);
    fs.read(fd, { position: 0 }, (error, count, buffer) => {
      console.log(error, count, buffer.length, buffer.toString('latin1', 0, count));
      fs.closeSync(fd);
    });
  });
}
