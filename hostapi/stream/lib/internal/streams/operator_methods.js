'use strict';

// The methods map, filter, toArray … of readable streams. Few programs use them, so that the code
// behind them is loaded when one is called first.

const { codes } = require('internal/errors');

// The functions of operators.js, and the length that each method shows.
const streamReturning = {
  asIndexedPairs: 0, drop: 1, filter: 2, flatMap: 2, map: 2, take: 1, compose: 2,
};
const promiseReturning = { every: 1, forEach: 2, reduce: 3, toArray: 1, some: 1, find: 2 };

function defineMethod(Readable, name, length, method) {
  Object.defineProperties(method, {
    name: { value: name === 'asIndexedPairs' ? 'deprecated' : name },
    length: { value: length },
  });
  Object.defineProperty(Readable.prototype, name, {
    value: method, writable: true, enumerable: false, configurable: true,
  });
}

function install(Readable) {
  for (const name of Object.keys(streamReturning)) {
    defineMethod(Readable, name, streamReturning[name], function(...args) {
      if (new.target) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
      const operators = require('internal/streams/operators').streamReturning;
      return Readable.from(Reflect.apply(operators[name], this, args));
    });
  }
  for (const name of Object.keys(promiseReturning)) {
    defineMethod(Readable, name, promiseReturning[name], function(...args) {
      if (new.target) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
      const operators = require('internal/streams/operators').promiseReturning;
      return Reflect.apply(operators[name], this, args);
    });
  }
}

module.exports = { install };
