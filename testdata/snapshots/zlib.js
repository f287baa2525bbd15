'use strict';
// Compressions and decompressions that are half done.
const zlib = require('zlib');
const parts = Array.from({ length: 6 }, (_, i) => `part ${i} `.repeat(200 + i));
function streams(Compress, Decompress, options) {
  const packed = [];
  const out = [];
  const gzip = Compress(options);
  const gunzip = Decompress();
  gzip.on('data', (b) => { packed.push(b.length); gunzip.write(b); });
  gzip.on('end', () => gunzip.end());
  gunzip.on('data', (b) => out.push(b.toString()));
  gunzip.on('end', () => console.log(Compress.name, packed.join(), out.join('') === parts.join(''), gzip.bytesWritten));
  let i = 0;
  (function next() {
    if (i === parts.length) return gzip.end();
    gzip.write(parts[i++]);
    if (i % 2) gzip.flush(() => setImmediate(next));
    else setTimeout(next, 1);
  })();
}
streams(zlib.createGzip, zlib.createGunzip, { level: 9 });
streams(zlib.createDeflateRaw, zlib.createInflateRaw, { level: 1, windowBits: 10 });
streams(zlib.createDeflate, zlib.createInflate, { dictionary: undefined, strategy: zlib.constants.Z_HUFFMAN_ONLY });
zlib.gzip('asynchronous', (error, b) => zlib.gunzip(b, (error, text) => console.log(String(text))));
const broken = zlib.createGunzip();
broken.on('error', (error) => console.log(error.code, error.message));
broken.write(zlib.gzipSync('whole').subarray(0, 12));
setTimeout(() => broken.end('nonsense that is no gzip'), 2);
