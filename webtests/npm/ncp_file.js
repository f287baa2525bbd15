'use strict';
// ncp@2.0.0 (AvianFlu/ncp#144; row 33): two copies write streams to one path.
// The file must be one of the two sources, whole.
const fs = require('fs');
const os = require('os');
const path = require('path');
const ncp = require('ncp');
const { twoRequests } = require('./two_requests');

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'ncp-'));
const size = 200 * 1024;
const sources = ['a', 'b'].map((letter) => {
  const file = path.join(base, letter);
  fs.writeFileSync(file, letter.repeat(size));
  return file;
});
const target = path.join(base, 'target');
const copy = (file) => (done) => ncp(file, target, done);
twoRequests(copy(sources[0]), copy(sources[1]), (errors) => {
  const text = fs.readFileSync(target, 'utf8');
  fs.rmSync(base, { recursive: true });
  const whole = text === 'a'.repeat(size) || text === 'b'.repeat(size);
  for (const error of errors) console.log(`failed: ${error.code} ${error.syscall}`);
  if (!whole) console.log(`failed: a mixture, ${text.length} bytes`);
  if (errors.length > 0 || !whole) process.exit(1);
  console.log('ok: the copy is one of the sources');
}, 12);
