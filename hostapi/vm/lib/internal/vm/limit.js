'use strict';
// Code that is ended from outside: by a time limit, or by Ctrl+C. It is what is compiled
// while it runs that looks.

const modules = internalBinding('modules');

function timeoutError(ms) { return Object.assign(new Error(`Script execution timed out after ${ms}ms`), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }); }

function interruptedError() {
  return Object.assign(new Error('Script execution was interrupted by `SIGINT`'), { code: 'ERR_SCRIPT_EXECUTION_INTERRUPTED' });
}

// between runs between begin and end. Code that caught the error ends with it
// nevertheless.
function between(begin, end, error, run) {
  begin(error);
  let isOver;
  let value;
  try {
    value = run();
  } finally {
    isOver = end();
  }
  if (isOver) throw error;
  return value;
}

function withTimeout(ms, run) { return between((error) => modules.beginLimit(ms, error), modules.endLimit, timeoutError(ms), run); }

function interruptible(run) { return between(modules.beginInterruptible, modules.endInterruptible, interruptedError(), run); }

module.exports = { interruptedError, interruptible, withTimeout };
