'use strict';
// Promise.withResolvers.

function withResolvers(constructor) {
  if (typeof constructor !== 'function') throw new TypeError('Promise.withResolvers called on non-object');
  let resolve, reject;
  const promise = new constructor((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

module.exports = { withResolvers };
