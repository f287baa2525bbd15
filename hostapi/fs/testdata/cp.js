'use strict';
// cp in its three forms, over all kinds of sources and destinations.
const fs = require('fs');
const cwd = process.cwd();
const relative = (text) => text.split(cwd).join('CWD');

function make() {
  fs.rmSync('w', { recursive: true, force: true });
  fs.mkdirSync('w/s/t', { recursive: true });
  fs.writeFileSync('w/s/a', 'A');
  fs.writeFileSync('w/s/t/b', 'B');
  fs.symlinkSync('a', 'w/s/l');
  fs.symlinkSync('t', 'w/s/lt');
  fs.mkdirSync('w/d');
  fs.writeFileSync('w/f', 'F');
}

function tree(directory, list = []) {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      list.push(`${path}/`);
      tree(path, list);
    } else if (entry.isSymbolicLink()) {
      list.push(`${path}->${relative(fs.readlinkSync(path))}`);
    } else {
      list.push(`${path}=${fs.readFileSync(path, 'utf8')}`);
    }
  }
  return list;
}

const cases = [
  ['nope', 'w/x', {}],
  ['nope', 'w/x', { filter: () => false }],
  ['w/f', 'w/f', {}],
  ['w/s', 'w/s/t/z', { recursive: true }],
  ['w/s', 'w/x', {}],
  ['w/s', 'w/f', { recursive: true }],
  ['w/f', 'w/d', {}],
  ['w/f', 'w/n1/n2/f', {}],
  ['w/s', 'w/x', { recursive: true }],
  ['w/s', 'w/d', { recursive: true }],
  ['w/s/l', 'w/d/l', {}],
  ['w/s/lt', 'w/d/lt', {}],
  ['w/s/l', 'w/d/l', { verbatimSymlinks: true }],
  ['w/s/l', 'w/d/l', { dereference: true }],
  ['w/s/lt', 'w/d/lt', { dereference: true, recursive: true }],
  ['w/s/lt', 'w/d/lt', { dereference: true }],
  ['w/f', 'w/s/a', { errorOnExist: true, force: false }],
  ['w/f', 'w/s/a', { force: false }],
  ['w/f', 'w/s/a', { errorOnExist: true }],
  ['w/f', 'w/s/a', { mode: 1 }],
  ['w/f', 'w/new', { preserveTimestamps: true }],
  ['w/s', 'w/x/s', { recursive: true, filter: (source) => !source.endsWith('t') }],
  ['w/f', 'w/s/l', {}],
  ['w/s/l', 'w/f', {}],
  ['w/s/l', 'w/s/lt', {}],
  ['w/s/lt', 'w/s/l', {}],
  ['w/d', 'w/s/lt', { recursive: true }],
  ['w/s', 'w/s/../s', { recursive: true }],
  ['w/f', 'w/s/a/b', {}],
  ['w/s', 'w/s/lt/q', { recursive: true }],
  [Buffer.from('w/f'), 'w/new', {}],
];

function failed(error) {
  return relative(`${error.message} ${JSON.stringify(error)}`);
}

function outcome() {
  return `ok ${tree('w').join(' ')}`;
}

async function run() {
  for (const [index, [source, destination, options]] of cases.entries()) {
    console.log(index, `${source}`, destination, Object.keys(options).join());
    make();
    try {
      console.log('  sync', fs.cpSync(source, destination, options), outcome());
    } catch (error) {
      console.log('  sync', failed(error));
    }
    make();
    try {
      console.log('  promise', await fs.promises.cp(source, destination, options), outcome());
    } catch (error) {
      console.log('  promise', failed(error));
    }
    make();
    await new Promise((resolve) => {
      fs.cp(source, destination, options, (...results) => {
        console.log('  callback', results.length, results[0] ? failed(results[0]) : outcome());
        resolve();
      });
    });
  }
  make();
  await fs.promises.cp('w/s', 'w/x', { recursive: true, filter: async (source) => source !== 'w/s/a' });
  console.log(outcome());
  try {
    fs.cpSync('w/s', 'w/y', { recursive: true, filter: async () => true });
  } catch (error) {
    console.log(failed(error));
  }
  make();
  fs.chmodSync('w/f', 0o640);
  fs.utimesSync('w/f', 1000, 2000);
  fs.cpSync('w/f', 'w/g', { preserveTimestamps: true });
  const { mode, mtimeMs } = fs.statSync('w/g');
  console.log(mode.toString(8), mtimeMs);
}
run();
