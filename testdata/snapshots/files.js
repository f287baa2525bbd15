'use strict';
// Files that are open, reads and writes in flight, streams, directories, watchers.
const fs = require('fs');
const fsp = require('fs/promises');
const path = require('path');
const dir = fs.mkdtempSync('files-');
const file = path.join(dir, 'data.txt');
fs.writeFileSync(file, 'line one\nline two\nline three\n'.repeat(50));
const fd = fs.openSync(file, 'r');
const buffer = Buffer.alloc(20);
(function read(at) {
  fs.read(fd, buffer, 0, 20, at, (error, n, b) => {
    if (at < 80) return read(at + n);
    console.log(JSON.stringify(b.toString()), b === buffer);
    fs.close(fd, () => console.log('closed'));
  });
})(0);
(async () => {
  const handle = await fsp.open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write('LINE', 0);
  const { bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  let lines = 0;
  for await (const line of handle.readLines({ autoClose: false })) if (++lines === 1) console.log(line);
  console.log(size, bytesRead, lines);
  await handle.close();
  for await (const entry of await fsp.opendir(dir)) console.log(entry.name, entry.isFile());
  try { await fsp.readFile(path.join(dir, 'absent')); } catch (e) { console.log(e.code, e.syscall, e.stack.split('\n').length > 0); }
  await fsp.rm(dir, { recursive: true });
  console.log('removed', fs.existsSync(dir));
})();
const copy = fs.createWriteStream(path.join(dir, 'copy.txt'));
fs.createReadStream(file, { highWaterMark: 300 }).on('data', (b) => console.log('chunk', b.length)).pipe(copy);
copy.on('finish', () => console.log('copied', copy.bytesWritten));
