'use strict';
// Writes, reads and prints a megabyte of changing bytes as often as its
// argument says.
const fs = require('fs');

const size = 1 << 20;
let left = Number(process.argv[2]);
const chunk = Buffer.alloc(size, 'some text that fills a file, ');

(function round() {
  if (left-- === 0) return;
  chunk.fill(`${left} `, 0, 1000);
  fs.writeFile('file', chunk, (error) => {
    if (error) throw error;
    fs.readFile('file', (failure, data) => {
      if (failure) throw failure;
      process.stdout.write(data);
      round();
    });
  });
})();
