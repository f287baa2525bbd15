'use strict';

// High water marks.

const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateInteger } = require('internal/validators');

let defaultBytes = 16 * 1024;
let defaultObjects = 16;

function getDefaultHighWaterMark(objectMode) {
  return objectMode ? defaultObjects : defaultBytes;
}

function setDefaultHighWaterMark(objectMode, value) {
  validateInteger(value, 'value', 0);
  if (objectMode) defaultObjects = value;
  else defaultBytes = value;
}

// The mark which options ask for; key is the option for one side of a duplex stream.
function getHighWaterMark(state, options, key, isDuplex) {
  const mark = options.highWaterMark ?? (isDuplex ? options[key] : null);
  if (mark === null || mark === undefined) return getDefaultHighWaterMark(state.objectMode);
  if (!Number.isInteger(mark) || mark < 0) {
    throw new ERR_INVALID_ARG_VALUE(`options.${isDuplex ? key : 'highWaterMark'}`, mark);
  }
  return Math.floor(mark);
}

module.exports = { getDefaultHighWaterMark, getHighWaterMark, setDefaultHighWaterMark };
