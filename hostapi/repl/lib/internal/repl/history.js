'use strict';
// The history file: the lines of earlier sessions, the newest first. Only its
// owner may read it.

const fs = require('fs');

const mode = 0o600;
const delay = 15; // milliseconds in which lines are gathered

function setup(server, file, ready) {
  if (file === '' || file === undefined) {
    ready(null, server);
    return;
  }
  let text = '';
  try {
    fs.mkdirSync(require('path').dirname(file), { recursive: true, mode: 0o700 });
    text = fs.readFileSync(file, { encoding: 'utf8', flag: 'a+', mode });
    fs.chmodSync(file, mode);
  } catch (error) {
    server.output.write(`\nError: Could not open history file ${file}: ${error.message}\nREPL session history will not be persisted.\n`);
    ready(null, server);
    return;
  }
  server.history = text.split(/[\n\r]+/).filter(Boolean).slice(0, server.historySize);
  keep(server, file);
  ready(null, server);
}

// keep writes the history soon after each line, and at the end.
function keep(server, file) {
  let timer;
  function write() {
    timer = undefined;
    try {
      fs.writeFileSync(file, server.history.join('\n'), { mode });
    } catch {
      // The session goes on; its history ends with it.
    }
  }
  server.on('history', () => { timer ??= setTimeout(write, delay).unref(); });
  server.on('exit', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  });
}

module.exports = { setup };
