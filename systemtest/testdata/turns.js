'use strict';
// Takes as many turns as its argument says, most of them immediates.
const fs = require('fs');

let left = Number(process.argv[2]);
let sum = 0;

(function turn() {
  if (--left <= 0) return console.log(`sum ${sum}`);
  if (left % 50 === 0) Promise.resolve(left).then((n) => { sum += n % 7; });
  if (left % 50 === 10) sum += Math.random() < 0.5 ? 1 : Date.now() % 2;
  if (left % 500 === 20) process.nextTick(() => sum++);
  if (left % 1000 === 30) return setTimeout(turn, 0);
  if (left % 1000 === 40) return fs.stat(__filename, turn);
  if (left % 5000 === 60) console.log(`left ${left}`);
  setImmediate(turn);
})();
