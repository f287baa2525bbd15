'use strict';
// The session of "jsrr" on a terminal.

function start(history) {
  const { REPLServer } = require('internal/repl/server');
  const { versions, version } = process;
  process.stdout.write(`Welcome to jsrr ${versions.jsrr} (Node.js ${version} interface).\nType ".help" for more information.\n`);
  const server = new REPLServer({ useGlobal: true, breakEvalOnSigint: true });
  // An error of a callback is shown, and the session goes on.
  process.setUncaughtExceptionCaptureCallback((error) => {
    server._showError(error);
    server.displayPrompt(true);
  });
  server.setupHistory(history, () => {});
  server.on('exit', () => process.exit()); // when the history is kept
}

module.exports = { start };
