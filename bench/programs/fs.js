// File system calls: callbacks in parallel, promises, synchronous.
const fs = require('fs');
const os = require('os');
const path = require('path');
const rounds = +process.argv[2] || 1500;
const base = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const big = Buffer.alloc(64 * 1024, 'x');
const file = (i) => path.join(base, `f${i % 20}`);
async function main() {
  let bytes = 0;
  for (let i = 0; i < rounds; i++) {
    await fs.promises.writeFile(file(i), i % 10 ? `text ${i}` : big);
    await new Promise((resolve, reject) => {
      let open = 8;
      for (let k = 0; k < 8; k++) {
        const done = (error, data) => {
          if (error && error.code !== 'ENOENT') reject(error);
          if (data) bytes += data.length || data.size;
          if (--open === 0) resolve();
        };
        if (k % 2) fs.readFile(file(i - k + 8), done); else fs.stat(file(i - k + 8), done);
      }
    });
    if (fs.existsSync(file(i))) bytes += fs.readFileSync(file(i), 'utf8').length;
  }
  fs.rmSync(base, { recursive: true });
  console.log(bytes > 0);
}
main();
