'use strict';
// The commands of a session, which begin with a dot.

const fs = require('fs');

function define(server) {
  server.defineCommand('break', {
    help: 'Sometimes you get stuck, this gets you out',
    action() {
      this.clearBufferedCommand();
      this.displayPrompt();
    },
  });
  server.defineCommand('clear', {
    help: server.useGlobal ? "Alias for .break" : 'Break, and also clear the local context',
    action() {
      this.clearBufferedCommand();
      if (!this.useGlobal) {
        this.output.write('Clearing context...\n');
        this.resetContext();
      }
      this.displayPrompt();
    },
  });
  server.defineCommand('exit', { help: 'Exit the REPL', action() { this.close(); } });
  server.defineCommand('help', { help: 'Print this help message', action() { help(this); } });
  server.defineCommand('save', {
    help: 'Save all evaluated commands in this REPL session to a file',
    action(file) { save(this, file); },
  });
  server.defineCommand('load', { help: 'Load JS from a file into the REPL session', action(file) { load(this, file); } });
  if (server.terminal) {
    server.defineCommand('editor', {
      help: 'Enter editor mode',
      action() {
        this.editorMode = true;
        this.output.write('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n');
      },
    });
  }
}

function help(server) {
  const names = Object.keys(server.commands).sort();
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) {
    const text = server.commands[name].help;
    server.output.write(`.${name}${text ? ' '.repeat(width - name.length + 3) + text : ''}\n`);
  }
  server.output.write('\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n');
  server.displayPrompt();
}

function save(server, file) {
  try {
    if (file === '') throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('file');
    fs.writeFileSync(file, server.lines.join('\n'));
    server.output.write(`Session saved to: ${file}\n`);
  } catch (error) {
    server.output.write(error.code === 'ERR_MISSING_ARGS' ? `${error.message}\n` : `Failed to save: ${file}\n`);
  }
  server.displayPrompt();
}

function load(server, file) {
  try {
    if (file === '') throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('file');
    if (!fs.statSync(file).isFile()) {
      server.output.write(`Failed to load: ${file} is not a valid file\n`);
    } else {
      server._evaluateText(fs.readFileSync(file, 'utf8'));
      return;
    }
  } catch (error) {
    server.output.write(error.code === 'ERR_MISSING_ARGS' ? `${error.message}\n` : `Failed to load: ${file}\n`);
  }
  server.displayPrompt();
}

module.exports = { define };
