'use strict';
// ncp@2.0.0 (AvianFlu/ncp#141; row 31): two copies into one new directory:
// lstat says it is not there, then mkdir fails with EEXIST for the second.
const fs = require('fs');
const os = require('os');
const path = require('path');
const ncp = require('ncp');
const { twoRequests } = require('./two_requests');

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'ncp-'));
for (const name of ['left', 'right']) {
  fs.mkdirSync(path.join(base, name));
  fs.writeFileSync(path.join(base, name, `${name}.txt`), name);
}
const copy = (name) => (done) => ncp(path.join(base, name), path.join(base, 'out'), done);
twoRequests(copy('left'), copy('right'), (errors) => {
  const files = fs.existsSync(path.join(base, 'out')) ? fs.readdirSync(path.join(base, 'out')).sort() : [];
  fs.rmSync(base, { recursive: true });
  for (const error of errors) console.log(`failed: ${error.code} ${error.syscall}`);
  console.log(`copied: ${files.join(' ')}`);
  if (errors.length > 0 || files.length !== 2) process.exit(1);
}, 25);
