'use strict';
// All that is chance in the real world, and files. Nothing of it differs
// between two processes on a virtual clock with one seed.
const fs = require('fs');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'virtual-'));
console.log(process.pid, process.ppid, Math.random(), Date.now(), process.hrtime(), folder);
let left = 40;

async function rounds(name) {
  const file = path.join(folder, name);
  while (left-- > 0) {
    await fs.promises.appendFile(file, `${name} ${Math.random()}\n`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    console.log(left, new Date().toISOString(), (await fs.promises.readFile(file)).length);
  }
}

Promise.all(['a', 'b', 'c'].map(rounds)).then(() => {
  for (const name of fs.readdirSync(folder)) fs.unlinkSync(path.join(folder, name));
  fs.rmdirSync(folder);
});
