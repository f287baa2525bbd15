'use strict';
// Where a test was written: the first frame of the stack that is the program's.

const frame = /^\s*at (?:.*\()?(?:file:\/\/)?([^()]+?):(\d+):(\d+)(?:\(\d+\))?\)?$/;

function callerLocation() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 30;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  for (const line of stack.split('\n').slice(1)) {
    const match = frame.exec(line);
    if (match !== null && !match[1].startsWith('node:')) {
      return { line: +match[2], column: +match[3], file: match[1] };
    }
  }
  return undefined;
}

module.exports = { callerLocation };
