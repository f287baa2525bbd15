// A chain of setImmediate: one turn each.
const turns = +process.argv[2] || 2e6;
let n = 0;
function next() { if (++n < turns) setImmediate(next); }
setImmediate(next);
