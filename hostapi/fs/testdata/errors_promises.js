'use strict';
// What the functions of fs.promises reject with.
const fs = require('fs');
const { promises } = fs;
fs.writeFileSync('f', 'x');
fs.mkdirSync('d');
const calls = [
  ['access', 'nope'], ['access', 'f', 9], ['access', 5], ['appendFile', 'nope/x', 'y'], ['chmod', 'nope', 1],
  ['chmod', 'f', 'x'], ['chown', 'nope', 1, 1], ['copyFile', 'nope', 'g'], ['copyFile', 'f', 'g', 9],
  ['cp', 'nope', 'g'], ['lchmod', 'f', 1], ['lchown', 'nope', 1, 1], ['link', 'nope', 'g'], ['lstat', 'nope'],
  ['mkdir', 'd'], ['mkdir', 'x/y'], ['mkdtemp', 5], ['open', 'nope'], ['open', 'f', 'zz'],
  ['open', 'f', 'r', 'x'], ['opendir', 'nope'], ['readFile', 'nope'], ['readFile', 'd'], ['readFile', {}],
  ['readFile', 'f', 'bad'], ['readFile', 'f', { flag: 'zz' }], ['readdir', 'nope'],
  ['readdir', 'nope', { recursive: true }], ['readlink', 'f'], ['realpath', 'nope/x'], ['rename', 'nope', 'g'],
  ['rename', 'd', 5], ['rm', 'nope'], ['rm', 'd'], ['rm', 'd', { force: 1 }], ['rmdir', 'f'], ['rmdir', 'nope'],
  ['stat', 'nope'], ['stat', 'a\0b'], ['statfs', 'nope'], ['symlink', 'f', 'g', 'zz'], ['symlink', 'f', 'd'],
  ['truncate', 'nope'], ['truncate', 'f', 'x'], ['unlink', 'd'], ['unlink', null],
  ['writeFile', 'nope/x', 'y'], ['writeFile', 'f', 5], ['writeFile', 'f', 'x', { flush: 1 }],
  ['writeFile', 'f', 'x', 'bad'], ['writeFile', 'd', 'x'],
];
(async () => {
  for (const [name, ...args] of calls) {
    try {
      console.log(name, await promises[name](...args));
    } catch (error) {
      console.log(name, args.length, error.name, error.message, JSON.stringify(error));
    }
  }
})();
