// Adds up the sizes of some files that come over a slow line, one after the
// other. The author takes the callback of the last file for the last callback.
const fs = require('fs');
const path = require('path');

const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.js')).sort();
files.unshift('../LICENSE', '../README.md');
let total = 0;
let counted = 0;
files.forEach((name, index) => setTimeout(() => {
  fs.readFile(path.join(__dirname, name), (error, data) => {
    if (error) throw error;
    total += data.length;
    counted++;
    if (index === files.length - 1) report();
  });
}, 8 * index + Math.random() * 15));

function report() {
  console.log(`${counted} of ${files.length} files, ${total} bytes`);
  if (counted !== files.length) process.exit(1);
}
