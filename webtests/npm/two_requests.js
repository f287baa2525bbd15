'use strict';
// Two requests that arrive a random time apart, as from two clients.
// spread is the longest time between them in milliseconds.
function twoRequests(first, second, finished, spread = 6) {
  const errors = [];
  let open = 2;
  function done(error) {
    if (error) errors.push(...[].concat(error));
    if (--open === 0) finished(errors);
  }
  first(done);
  setTimeout(() => second(done), Math.random() * spread);
}
module.exports = { twoRequests };
