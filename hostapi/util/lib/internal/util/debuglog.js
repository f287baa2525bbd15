'use strict';

// util.debuglog: messages of a section which are written when NODE_DEBUG names it.

let enabledSections;

function isEnabled(section) {
  enabledSections ??= compile(process.env.NODE_DEBUG);
  return enabledSections.test(section);
}

// "net,http*" as a regular expression; sections are compared without regard to case.
function compile(list) {
  if (!list) return /^\b$/;
  const literal = list.replace(/[|\\{}()[\]^$+?.]/g, '\\$&');
  const pattern = literal.replaceAll('*', '.*').replaceAll(',', '$|^');
  return new RegExp(`^${pattern}$`, 'i');
}

function write(section, args) {
  const { formatWithOptions } = require('internal/util/inspect');
  const colors = process.stderr.hasColors?.() === true;
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
