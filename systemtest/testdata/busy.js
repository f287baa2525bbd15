'use strict';
// A program that always has something to do, and says so in every turn. It ends
// when it is killed, or after half a minute.
const fs = require('fs');

const began = Date.now();
let turns = 0;
let writing = 0;

function turn(what) {
  console.log(`${++turns} ${what}`);
  return Date.now() - began < 30000;
}

(function immediate() {
  if (turn('immediate')) setImmediate(immediate);
})();

const interval = setInterval(() => {
  if (!turn(`timer ${Math.random()}`)) clearInterval(interval);
}, 1);

(function read() {
  fs.readFile(__filename, (error, data) => {
    if (error) throw error;
    if (turn(`read ${data.length}`)) read();
  });
})();

(async () => {
  while (turn('promise')) {
    const name = `file-${writing++ % 3}`;
    await fs.promises.writeFile(name, 'x'.repeat(writing % 9000));
    turn(`written ${(await fs.promises.readFile(name, 'latin1')).length}`);
    process.nextTick(turn, 'tick');
  }
})();
