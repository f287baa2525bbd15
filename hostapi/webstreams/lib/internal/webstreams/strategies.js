'use strict';

// CountQueuingStrategy and ByteLengthQueuingStrategy.

const {
  codes: { ERR_MISSING_OPTION },
} = require('internal/errors');
const { validateObject } = require('internal/validators');
const { finishClass, kState, stateOf } = require('internal/webstreams/util');

// All strategies of a class have the same size function, as the standard says.
const countSize = Object.defineProperty(() => 1, 'name', { value: 'size' });
const byteSize = Object.defineProperty((chunk) => chunk.byteLength, 'name', { value: 'size' });

function readMark(init) {
  validateObject(init, 'init');
  if (init.highWaterMark === undefined) throw new ERR_MISSING_OPTION('init.highWaterMark');
  return { highWaterMark: +init.highWaterMark };
}

class CountQueuingStrategy {
  constructor(init) { this[kState] = readMark(init); }

  get highWaterMark() { return stateOf(this, 'CountQueuingStrategy').highWaterMark; }

  get size() {
    stateOf(this, 'CountQueuingStrategy');
    return countSize;
  }
}

class ByteLengthQueuingStrategy {
  constructor(init) { this[kState] = readMark(init); }

  get highWaterMark() { return stateOf(this, 'ByteLengthQueuingStrategy').highWaterMark; }

  get size() {
    stateOf(this, 'ByteLengthQueuingStrategy');
    return byteSize;
  }
}

for (const Class of [CountQueuingStrategy, ByteLengthQueuingStrategy]) {
  finishClass(Class, ['highWaterMark', 'size'], (it) => ({ highWaterMark: it.highWaterMark }));
}

module.exports = { ByteLengthQueuingStrategy, CountQueuingStrategy };
