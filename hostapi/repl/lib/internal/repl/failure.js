'use strict';
// How a session shows an error.

// trimStack takes the frames away that belong to the session itself: what was
// typed at the top level, and all below it.
function trimStack(error) {
  const { stack } = error;
  if (typeof stack !== 'string') return;
  if (error.name === 'SyntaxError') {
    error.stack = stack.replace(/^REPL\d+:\d+(?::\d+)?\r?\n/, '').replace(/^\s+at\s.*\n?/gm, '').trimEnd();
    return;
  }
  const lines = stack.split('\n');
  let end = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (/^\s+at (?:async )?(?:<anonymous> \()?REPL\d+:\d+(?::\d+)?\)?$/.test(lines[i])) end = i;
  }
  if (end === lines.length) end = lines.findIndex((line) => / \(?node:internal\/repl\//.test(line));
  if (end >= 0) error.stack = lines.slice(0, end).join('\n');
}

// describe returns the text for an error that was thrown, or for any other
// value.
function describe(error, writer) {
  const isError = Object.prototype.toString.call(error) === '[object Error]' || error instanceof Error;
  if (isError && error.stack) trimStack(error);
  let text = writer(error);
  // An error without a stack is shown in brackets.
  if (isError && text[0] === '[' && text[text.length - 1] === ']') text = text.slice(1, -1);
  const lines = text.split(/(?<=\n)/);
  const at = lines.findIndex((line) => /^\[?([A-Z][a-z0-9_]*)*Error/.test(line));
  if (at >= 0) {
    const breakLength = writer.options?.breakLength ?? 80;
    lines[at] = breakLength >= lines[at].length ? `Uncaught ${lines[at]}` : `Uncaught:\n${lines[at]}`;
    text = lines.join('');
  } else {
    text = `Uncaught${lines.length === 1 ? ' ' : ':\n'}${text}`;
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}

module.exports = { describe };
