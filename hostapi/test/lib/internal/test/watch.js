'use strict';
// --watch: a change of a test file runs it again, one of any other script runs all.

const fs = require('fs');
const path = require('path');

const settleMs = 200; // changes come in swarms

function watch(files, run, stream) {
  const known = new Set(files);
  const changed = new Set();
  let isRunning = true;
  let timer;
  const begin = () => {
    timer = undefined;
    if (isRunning || changed.size === 0) return;
    const own = Array.from(changed).filter((file) => known.has(file));
    const paths = own.length === changed.size ? own : files;
    changed.clear();
    isRunning = true;
    follow(run(paths));
  };
  const follow = (running) => running.on('end', () => {
    isRunning = false;
    begin();
  });
  follow(stream);
  const onChange = (file) => {
    if (!/\.(?:[cm]?[jt]sx?|json)$/.test(file) || file.includes('node_modules')) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(begin, settleMs);
  };
  const folder = process.cwd();
  fs.watch(folder, { recursive: true }, (event, name) => { if (name !== null) onChange(path.join(folder, name)); });
}

module.exports = { watch };
