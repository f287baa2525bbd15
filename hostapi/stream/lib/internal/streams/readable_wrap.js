'use strict';

// Readable.prototype.wrap: reads a stream in the style of Node 0.8 through a new one.

const { errorOrDestroy } = require('internal/streams/destroy');

function forward(readable, stream) {
  let paused = false;
  stream.on('data', (chunk) => {
    if (!readable.push(chunk) && stream.pause) {
      paused = true;
      stream.pause();
    }
  });
  stream.on('end', () => readable.push(null));
  stream.on('error', (error) => errorOrDestroy(readable, error));
  stream.on('close', () => readable.destroy());
  stream.on('destroy', () => readable.destroy());
  readable._read = () => {
    if (paused && stream.resume) {
      paused = false;
      stream.resume();
    }
  };
}

function wrap(readable, stream) {
  forward(readable, stream);
  for (const key of Object.keys(stream)) {
    if (readable[key] === undefined && typeof stream[key] === 'function') {
      readable[key] = stream[key].bind(stream);
    }
  }
  return readable;
}

module.exports = { wrap };
