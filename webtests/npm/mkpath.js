'use strict';
// mkpath@0.1.0 (jonvuri/mkpath#1; row 39): stat says ENOENT, then mkdir. Two
// calls for the same path: the second mkdir fails with EEXIST.
const fs = require('fs');
const os = require('os');
const path = require('path');
const mkpath = require(process.argv[2] || 'mkpath');
const { twoRequests } = require('./two_requests');

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'mkpath-'));
const target = path.join(base, 'one', 'two');
twoRequests(
  (done) => mkpath(target, done),
  (done) => mkpath(target, done),
  (errors) => {
    fs.rmSync(base, { recursive: true });
    for (const error of errors) console.log(`failed: ${error.code} ${error.syscall}`);
    if (errors.length > 0) process.exit(1);
    console.log('ok: the path is there');
  }, 100);
