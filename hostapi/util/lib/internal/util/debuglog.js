'use strict';

// util.debuglog: messages of a section which are written when NODE_DEBUG names it.

let patterns;

// Sections are compared without regard to case; a star stands for anything.
function isEnabled(section) {
  if (patterns === undefined) {
    const list = process.env.NODE_DEBUG;
    patterns = list ? list.toUpperCase().split(',').map((name) => name.split('*')) : [];
  }
  return patterns.some((parts) => matches(section, parts));
}

// Whether the parts of a pattern, which were separated by stars, follow each other in a text.
function matches(text, parts) {
  const [first, ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let place = first.length;
  for (const part of others) {
    const found = text.indexOf(part, place);
    if (found === -1) return false;
    place = found + part.length;
  }
  return text.length - last.length >= place && text.endsWith(last);
}

function write(section, args) {
  const { allowsColors, terminalStream } = require('internal/util/terminal');
  const { formatWithOptions } = require('internal/util/inspect');
  const colors = allowsColors(terminalStream(2));
  const message = formatWithOptions({ colors }, ...args);
  process.stderr.write(formatWithOptions({ colors }, '%s %d: %s\n', section, process.pid, message));
}

// onFirstCall gets the function which writes (or does not), so that later calls need no test.
function debuglog(set, onFirstCall) {
  let section = set;
  let enabled;
  const test = () => {
    if (enabled === undefined) {
      section = section.toUpperCase();
      enabled = isEnabled(section);
    }
    return enabled;
  };
  let direct;
  const logger = (...args) => {
    if (direct === undefined) {
      direct = test() ? (...more) => write(section, more) : () => {};
      if (typeof onFirstCall === 'function') onFirstCall(direct);
    }
    direct(...args);
  };
  Object.defineProperty(logger, 'enabled', { get: test, configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
