'use strict';
// The text of an uncaught error: the place with its source line, then the
// error with its stack.

const modules = internalBinding('modules');

// place finds the innermost frame of the program in a stack.
function place(stack) {
  for (const line of String(stack).split('\n')) {
    const match = /^\s+at (?:.*\()?((?:\/|[A-Za-z]:\\|\[eval)[^()]*?):(\d+):(\d+)/.exec(line);
    if (match) return { file: match[1], line: +match[2], column: +match[3] };
  }
  return undefined;
}

function sourceLines(at) {
  const text = at && modules.sourceLine(at.file, at.line);
  if (!text) return at ? `${at.file}:${at.line}\n` : '';
  const clipped = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const pad = clipped.slice(0, at.column - 1).replace(/[^\t]/g, ' ');
  return `${at.file}:${at.line}\n${clipped}\n${at.column <= 200 ? `${pad}^\n` : ''}`;
}

function uncaught(error, origin) {
  const { inspect } = require('util');
  const { nodeStack } = require('internal/errors');
  const isError = error instanceof Error;
  let text = isError ? inspect(error) : `Uncaught:\n${inspect(error)}`;
  if (isError && !text.includes('\n    at ') && typeof error.stack === 'string') text = nodeStack(error);
  const at = isError ? place(error.stack) : undefined;
  const note = isError ? '' : '(Use `jsrr --trace-uncaught ...` to show where the exception was thrown)\n';
  const where = at ? `${sourceLines(at)}\n` : origin === 'unhandledRejection' ? '' : '';
  return `${where}${text}\n${note}\njsrr ${process.versions.jsrr} (Node.js ${process.version} interface)\n`;
}

module.exports = { uncaught };
