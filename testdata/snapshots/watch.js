// clock: real
'use strict';
// Watchers, and reads of a file that changes.
const fs = require('fs');
const path = require('path');
const dir = fs.mkdtempSync('watch-');
let seen = 0;
const watcher = fs.watch(dir, (type, name) => {
  if (name !== `file${seen}`) return;
  console.log(name);
  seen++;
  if (seen < 4) return change();
  watcher.close();
});
watcher.on('close', () => { clearInterval(beat); fs.rmSync(dir, { recursive: true }); console.log('closed'); });
function change() { fs.writeFileSync(path.join(dir, `file${seen}`), 'x'); }
setTimeout(change, 1);
const beat = setInterval(() => {}, 1000);
const quiet = fs.watch(dir, { persistent: false });
quiet.unref();
