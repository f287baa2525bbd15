'use strict';

// Whether what is written to stdout and stderr is seen on a terminal.

// The stream for 1 (stdout) or 2 (stderr) if it is a terminal, else undefined. A stream which the
// program has not looked at, and which is no terminal, is not made for the question.
function terminalStream(fd) {
  const stdio = require('internal/process/stdio');
  if (stdio.direct(fd) && !stdio.terminal?.(fd)) return undefined;
  const stream = fd === 1 ? process.stdout : process.stderr;
  return stream?.isTTY ? stream : undefined;
}

// Whether a stream shows colours. FORCE_COLOR decides for every stream.
function allowsColors(stream) {
  const force = process.env.FORCE_COLOR;
  if (force !== undefined) return ['', '1', '2', '3', 'true'].includes(force);
  if (!stream?.isTTY) return false;
  return typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true;
}

module.exports = { allowsColors, terminalStream };
