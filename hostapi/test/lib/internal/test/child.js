'use strict';
// In the process of a test file: what happens is told to the process that started it. A report for
// people goes to a stream that replays show.

const { emit } = internalBinding('process');
const { encode } = require('internal/test/wire');

const eventStream = 3;
const reportStream = 4;

// send tells something to the process that started this one.
function send(type, data) { emit(eventStream, encode({ type, data })); }

function report(stream) {
  stream.onMessage = send;
  const { compose } = require('stream');
  compose(stream, require('test/reporters').spec()).on('data', (text) => emit(reportStream, text));
}

module.exports = { report, send };
