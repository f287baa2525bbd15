'use strict';
const fs = require('fs');

// Two requests that arrive a random time apart, as from two clients. The time
// is counted in file operations, so that it means the same on every machine;
// spread is the longest.
function twoRequests(first, second, finished, spread) {
  const errors = [];
  let open = 2;
  function done(error) {
    if (error) errors.push(...[].concat(error));
    if (--open === 0) finished(errors);
  }
  first(done);
  let operations = Math.floor(Math.random() * spread);
  (function wait() {
    if (operations-- === 0) second(done);
    else fs.stat(__filename, wait);
  })();
}
module.exports = { twoRequests };
