'use strict';

// util.styleText.

const { codes } = require('internal/errors');
const { validateBoolean, validateOneOf, validateString } = require('internal/validators');
const { colors } = require('internal/util/inspect/style');
const { allowsColors, terminalStream } = require('internal/util/terminal');

function isStream(value) {
  return typeof value === 'object' && value !== null &&
    (typeof value.pipe === 'function' || typeof value.pipeTo === 'function' ||
      typeof value.getWriter === 'function');
}

function codesOf(format) {
  const color = colors[format];
  if (color === undefined) validateOneOf(format, 'format', Object.keys(colors));
  return color;
}

function styleText(format, text, { validateStream = true, stream } = {}) {
  validateString(text, 'text');
  validateBoolean(validateStream, 'options.validateStream');
  let plain = false;
  if (validateStream) {
    if (stream !== undefined && !isStream(stream)) {
      throw new codes.ERR_INVALID_ARG_TYPE('stream',
        ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    plain = !allowsColors(stream ?? terminalStream(1));
  }
  if (Array.isArray(format)) {
    const pairs = format.map(codesOf);
    const open = pairs.map(([start]) => `\u001b[${start}m`).join('');
    const close = pairs.map(([, end]) => `\u001b[${end}m`).reverse().join('');
    return open + text + close;
  }
  const [start, end] = codesOf(format);
  return plain ? text : `\u001b[${start}m${text}\u001b[${end}m`;
}

module.exports = { styleText };
