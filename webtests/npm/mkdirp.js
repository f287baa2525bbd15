'use strict';
// mkdirp@0.0.3 (substack/node-mkdirp#2; row 1 of the catalogue): exists, then
// mkdir. Two requests that need the same new directory: whichever makes it
// second fails with EEXIST. Expected: both succeed.
const fs = require('fs');
const os = require('os');
const path = require('path');
path.exists = fs.exists;    // of the node of 2010
process.EEXIST = -17;
const { mkdirP } = require(process.argv[2] || 'mkdirp');
const { twoRequests } = require('./two_requests');

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'mkdirp-'));
twoRequests(
  (done) => mkdirP(path.join(base, 'a', 'b', 'c'), 0o755, done),
  (done) => mkdirP(path.join(base, 'a', 'b'), 0o755, done),
  (errors) => {
    const made = fs.existsSync(path.join(base, 'a', 'b', 'c'));
    fs.rmSync(base, { recursive: true });
    for (const error of errors) console.log(`failed: ${error.code} ${error.syscall}`);
    if (!made) console.log('failed: a/b/c is missing');
    if (errors.length > 0 || !made) process.exit(1);
    console.log('ok: both directories are there');
  }, 40);
