'use strict';
const fs = require('fs');
fs.writeFileSync('f.txt', 'hello');
function failure(f) {
  try { f(); } catch (e) { console.log(e.name, e.code, e.message); }
}
(async () => {
  const blob = await fs.openAsBlob('f.txt', { type: 'text/plain' });
  console.log(blob, await blob.text(), await blob.slice(1, 3).text());
  console.log((await fs.openAsBlob(Buffer.from('f.txt'))).type === '');
  failure(() => fs.openAsBlob('nope'));
  failure(() => fs.openAsBlob(3));
  failure(() => fs.openAsBlob('f.txt', { type: 3 }));
  failure(() => fs.openAsBlob('f.txt', 3));
})();
