'use strict';

const { pipelineImpl } = require('internal/streams/pipeline');
const { finished } = require('internal/streams/end-of-stream');
const { isIterable, isNodeStream, isWebStream } = require('internal/streams/utils');

function isOptions(value) {
  return value && typeof value === 'object' && !isNodeStream(value) && !isIterable(value) &&
    !isWebStream(value);
}

function pipeline(...streams) {
  return new Promise((resolve, reject) => {
    let options;
    if (isOptions(streams[streams.length - 1])) options = streams.pop();
    pipelineImpl(streams, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    }, { signal: options?.signal, end: options?.end });
  });
}

module.exports = { finished, pipeline };
