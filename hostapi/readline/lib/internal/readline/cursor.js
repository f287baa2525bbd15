'use strict';
// Moving the cursor of a terminal, and clearing what stands there.

const { codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_CURSOR_POS } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const clearToBeginning = '\x1b[1K';
const clearToEnd = '\x1b[0K';
const clearWhole = '\x1b[2K';
const clearDown = '\x1b[0J';

// send writes a sequence; without a stream, or anything to send, only the
// callback is called.
function send(stream, sequence, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (stream === null || stream === undefined || sequence === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(sequence, callback);
}

function cursorSequence(x, y) {
  if (Number.isNaN(x)) throw new ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new ERR_INVALID_ARG_VALUE('y', y);
  if (typeof x !== 'number' && typeof y !== 'number') return '';
  if (typeof x !== 'number') throw new ERR_INVALID_CURSOR_POS();
  return typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`;
}

function cursorTo(stream, x, y, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (typeof y === 'function') {
    callback = y;
    y = undefined;
  }
  return send(stream, cursorSequence(x, y), callback);
}

function moveSequence(dx, dy) {
  let sequence = '';
  if (dx < 0) sequence += `\x1b[${-dx}D`;
  else if (dx > 0) sequence += `\x1b[${dx}C`;
  if (dy < 0) sequence += `\x1b[${-dy}A`;
  else if (dy > 0) sequence += `\x1b[${dy}B`;
  return sequence;
}

function moveCursor(stream, dx, dy, callback) { return send(stream, moveSequence(dx, dy), callback); }

function clearLineSequence(direction) {
  if (direction < 0) return clearToBeginning;
  return direction > 0 ? clearToEnd : clearWhole;
}

function clearLine(stream, direction, callback) { return send(stream, clearLineSequence(direction), callback); }

function clearScreenDown(stream, callback) { return send(stream, clearDown, callback); }

module.exports = {
  clearDown, clearLine, clearLineSequence, clearScreenDown, cursorSequence, cursorTo, moveCursor, moveSequence,
};
