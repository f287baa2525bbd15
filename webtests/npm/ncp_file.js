'use strict';
// ncp@2.0.0 (AvianFlu/ncp#144; row 33): two copies to one path. When both find
// it free they write streams to it at once. In the end the file must be one of
// the two sources, whole.
const fs = require('fs');
const os = require('os');
const path = require('path');
const ncp = require('ncp');
const { twoRequests } = require('./two_requests');

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'ncp-'));
const size = 200 * 1024;
const texts = ['a'.repeat(size), 'b'.repeat(size / 2)];
const sources = texts.map((text) => {
  const file = path.join(base, text[0]);
  fs.writeFileSync(file, text);
  return file;
});
const target = path.join(base, 'target');
const copy = (file) => (done) => ncp(file, target, done);

// ncp says that it is done before it is, so the file counts when all is over.
twoRequests(copy(sources[0]), copy(sources[1]), (errors) => process.on('exit', () => {
  const text = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : 'nothing';
  fs.rmSync(base, { recursive: true });
  for (const error of errors) console.log(`failed: ${error.code} ${error.syscall}`);
  const whole = texts.includes(text);
  if (!whole) console.log('failed: neither source');
  if (errors.length > 0 || !whole) process.exitCode = 1;
  else console.log('ok: the copy is one of the sources');
}), 60);
