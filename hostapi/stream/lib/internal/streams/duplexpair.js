'use strict';

// stream.duplexPair(): two streams, each of which reads what is written to the other.

const { Duplex } = require('internal/streams/duplex');

const kCallback = Symbol('Callback');
const kOtherSide = Symbol('OtherSide');

class DuplexSide extends Duplex {
  [kCallback] = null;
  [kOtherSide] = null;

  // Called once: the two sides know each other for good.
  static connect(first, second) {
    first[kOtherSide] = second;
    second[kOtherSide] = first;
  }

  _read() {
    const callback = this[kCallback];
    if (callback) {
      this[kCallback] = null;
      callback();
    }
  }

  _write(chunk, encoding, callback) {
    const other = this[kOtherSide];
    if (chunk.length === 0) {
      process.nextTick(callback);
    } else {
      other.push(chunk);
      other[kCallback] = callback;
    }
  }

  _final(callback) {
    const other = this[kOtherSide];
    other.on('end', callback);
    other.push(null);
  }
}

function duplexPair(options) {
  const first = new DuplexSide(options);
  const second = new DuplexSide(options);
  DuplexSide.connect(first, second);
  return [first, second];
}

module.exports = { duplexPair };
