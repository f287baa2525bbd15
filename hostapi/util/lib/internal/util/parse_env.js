'use strict';

// util.parseEnv: the content of a .env file as an object.

const quotes = new Set(['"', "'", '`']);

function endOfLine(text, start) {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

// Reads the value which begins at `start`; returns it with the place behind it.
function readValue(text, start) {
  const lineEnd = endOfLine(text, start);
  let begin = start;
  while (begin < lineEnd && (text[begin] === ' ' || text[begin] === '\t')) begin++;
  const mark = text[begin];
  if (begin < lineEnd && quotes.has(mark)) {
    const close = text.indexOf(mark, begin + 1);
    if (close !== -1) {
      const quoted = text.slice(begin + 1, close);
      return [mark === '"' ? quoted.replaceAll('\\n', '\n') : quoted, endOfLine(text, close)];
    }
  }
  const line = text.slice(begin, lineEnd);
  const comment = line.indexOf('#');
  return [(comment === -1 ? line : line.slice(0, comment)).trim(), lineEnd];
}

function parseEnv(content) {
  require('internal/validators').validateString(content, 'content');
  const text = content.replaceAll('\r\n', '\n');
  const values = new Map();
  let place = 0;
  while (place < text.length) {
    const start = place + text.slice(place).search(/\S|$/);
    if (text[start] === '#') {
      place = endOfLine(text, start) + 1;
      continue;
    }
    const equals = text.indexOf('=', start);
    if (equals === -1) break;
    const name = text.slice(start, equals).trim().replace(/^export /, '');
    const [value, end] = readValue(text, equals + 1);
    if (name !== '') values.set(name, value);
    place = end + 1;
  }
  // node gives the names in the order of their bytes.
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { parseEnv };
