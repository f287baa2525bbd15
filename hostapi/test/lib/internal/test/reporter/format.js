'use strict';
// How a result is shown to people: a line with a mark and, for a failure, its error.

const { inspect } = require('internal/util/inspect');
const { failureTypes: { kSubtestsFailed }, shown } = require('internal/test/failure');

const marks = { 'test:fail': '\u2716 ', 'test:pass': '\u2714 ', 'test:diagnostic': '\u2139 ', parent: '\u25B6 ', skip: '\uFE63 ' };

const codes = { red: '\u001b[31m', green: '\u001b[32m', blue: '\u001b[34m', white: '\u001b[39m', gray: '\u001b[90m' };
const plain = { red: '', green: '', blue: '', white: '', gray: '' };

function palette() { return process.stdout.isTTY && process.stdout.hasColors?.() ? codes : plain; }

function coloursErrors() { return require('internal/util/terminal').allowsColors(process.stdout); }

const levels = new Map();
function indent(nesting) {
  let text = levels.get(nesting);
  if (text === undefined) levels.set(nesting, text = '  '.repeat(nesting));
  return text;
}

function errorText(error, margin) {
  if (!error) return '';
  const lines = inspect(shown(error), { __proto__: null, colors: coloursErrors() }).split('\n');
  return `\n${margin}  ${lines.join(`\n${margin}  `)}\n`;
}

// report formats test:pass and test:fail. A test with subtests has been shown with an arrow already.
function report(type, data, { margin = '', hasChildren = false, showsSubtestFailures = true } = {}) {
  const colours = palette();
  let colour = type === 'test:fail' ? colours.red : colours.green;
  let mark = marks[type];
  const { skip, todo, details } = data;
  const duration = details.duration_ms ? ` ${colours.gray}(${details.duration_ms}ms)${colours.white}` : '';
  let title = `${data.name}${duration}`;
  if (skip !== undefined) {
    title += ` # ${typeof skip === 'string' && skip.length > 0 ? skip : 'SKIP'}`;
    colour = colours.gray;
    mark = marks.skip;
  } else if (todo !== undefined) {
    title += ` # ${typeof todo === 'string' && todo.length > 0 ? todo : 'todo'.toUpperCase()}`;
  }
  const hidden = !showsSubtestFailures && details.error?.failureType === kSubtestsFailed;
  const error = hidden ? '' : errorText(details.error, margin);
  const apart = hasChildren && error !== '' ? '\n' : '';
  return `${margin}${colour}${mark}${title}${colours.white}${apart}${error === '' ? '\n' : error}`;
}

module.exports = { indent, marks, palette, report };
