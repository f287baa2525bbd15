'use strict';
// REPLServer: reads lines, evaluates them when they are complete, prints the
// values.

const { Interface } = require('readline');
const { inspect } = require('util');
const { evaluate, Recoverable, Thrown } = require('internal/repl/evaluate');
const { describe } = require('internal/repl/failure');
const { modeSloppy } = require('internal/repl/modes');
const { validateFunction } = require('internal/validators');
const { codes: { ERR_INVALID_REPL_EVAL_CONFIG, ERR_INVALID_REPL_INPUT } } = require('internal/errors');

const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspect.defaultOptions, showProxy: true };

const continued = '... ';

function readOptions(prompt, stream, evaluator, useGlobal, ignoreUndefined, replMode) {
  if (prompt !== null && typeof prompt === 'object') return { ...prompt };
  return { prompt, ...(stream ? { input: stream.stdin || stream, output: stream.stdout || stream } : {}), eval: evaluator, useGlobal, ignoreUndefined, replMode };
}

function complete(options) {
  if (options.breakEvalOnSigint && options.eval) throw new ERR_INVALID_REPL_EVAL_CONFIG();
  if (!options.input && !options.output) {
    options.input = process.stdin;
    options.output = process.stdout;
  }
  options.output ??= options.input;
  options.terminal ??= options.output.isTTY;
  options.useColors ??= options.terminal && (typeof options.output.getColorDepth === 'function' ? options.output.getColorDepth() > 2 : true);
  return options;
}

function REPLServer(prompt, stream, evaluator, useGlobal, ignoreUndefined, replMode) {
  if (!(this instanceof REPLServer)) return new REPLServer(prompt, stream, evaluator, useGlobal, ignoreUndefined, replMode);
  const options = complete(readOptions(prompt, stream, evaluator, useGlobal, ignoreUndefined, replMode));
  Reflect.apply(Interface, this, [{
    input: options.input, output: options.output, terminal: options.terminal, historySize: options.historySize ?? 1000,
    completer: options.completer || ((text, done) => done(null, require('internal/repl/complete').complete(this, text))),
    prompt: options.prompt ?? '> ',
  }]);
  Object.assign(this, {
    useColors: !!options.useColors, useGlobal: !!options.useGlobal, ignoreUndefined: !!options.ignoreUndefined,
    replMode: options.replMode || modeSloppy, breakEvalOnSigint: !!options.breakEvalOnSigint,
    commands: Object.create(null), lines: [], editorMode: false, last: undefined, lastError: undefined, underscoreAssigned: false,
    underscoreErrAssigned: false, _initialPrompt: options.prompt ?? '> ', _buffered: '', _count: 0, _busy: false, _draining: false, _closing: false, _waiting: [], _interrupt: null,
  });
  const colored = Object.assign((value) => inspect(value, colored.options), { options: { ...writer.options, colors: true } });
  this.writer = options.writer || (this.useColors ? colored : writer);
  this.eval = options.eval || ((code, context, file, done) => evaluate(this, code, file, done));
  this._importer = require('internal/modules/importer').importerOf(require('path').join(process.cwd(), '<repl>'));
  this.resetContext();
  require('internal/repl/commands').define(this);
  listen(this);
  this.displayPrompt();
}
Object.setPrototypeOf(REPLServer.prototype, Interface.prototype);
Object.setPrototypeOf(REPLServer, Interface);

function listen(server) {
  let asked = false; // to exit, by an interrupt
  server.on('SIGINT', () => {
    const empty = server.line.length === 0;
    server.clearLine();
    if (server._interrupt) {
      server._interrupt();
      return;
    }
    if (!server.editorMode && server._buffered === '' && empty) {
      if (asked) {
        server.close();
        return;
      }
      server.output.write('(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n');
      asked = true;
    }
    server.editorMode = false;
    server.clearBufferedCommand();
    server.displayPrompt();
  });
  server.on('line', (line) => {
    asked = false;
    server._take(line);
  });
  server.on('close', () => {
    if (server._busy) server._closing = true;
    else server.emit('exit');
  });
  watchEndKey(server);
  if (server.terminal) require('internal/repl/search').watch(server);
}

// watchEndKey lets Ctrl+D finish the editor mode instead of the session.
function watchEndKey(server) {
  const { _ttyWrite } = server;
  server._ttyWrite = function(text, key) {
    if (server.editorMode && key && key.ctrl && key.name === 'd') {
      if (server.line !== '') server._buffered += `${server.line}\n`;
      const code = server._buffered;
      server.clearLine();
      server.editorMode = false;
      server.clearBufferedCommand();
      server._evaluateText(code);
      return;
    }
    Reflect.apply(_ttyWrite, server, [text, key]);
  };
}

const methods = {
  setupHistory(file, ready) { require('internal/repl/history').setup(this, file, ready); },
  clearBufferedCommand() { this._buffered = ''; },
  close() {
    if (this.terminal && this._flushing) return;
    Interface.prototype.close.call(this);
  },

  createContext() {
    if (this.useGlobal) return globalThis;
    const context = require('vm').createContext();
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (name in context || name === 'globalThis') continue;
      Object.defineProperty(context, name, Object.getOwnPropertyDescriptor(globalThis, name));
    }
    context.global = context;
    Object.defineProperty(context, 'console', { value: new (require('console').Console)(this.output), writable: true, configurable: true });
    return context;
  },
  resetContext() {
    this.context = this.createContext();
    this.underscoreAssigned = false;
    this.underscoreErrAssigned = false;
    this.lines = [];
    addModuleNames(this);
    addResults(this);
    this.emit('reset', this.context);
  },

  // _run evaluates a script whose declarations were prepared.
  _run(text, file) {
    if (!this.useGlobal) return require('vm').runInContext(text, this.context, { filename: file });
    const modules = internalBinding('modules');
    if (!this.breakEvalOnSigint || !this.terminal) return modules.runSession(text, file, this._importer);
    const cooked = this._setRawMode(false);
    try {
      return require('internal/vm/limit').interruptible(() => modules.runSession(text, file, this._importer));
    } finally {
      if (cooked) this._setRawMode(true);
    }
  },

  setPrompt(prompt) { Interface.prototype.setPrompt.call(this, prompt); },
  displayPrompt(preserveCursor) {
    this.setPrompt(this._buffered === '' ? this._initialPrompt : continued);
    this.prompt(preserveCursor);
  },

  defineCommand(keyword, command) {
    if (typeof command === 'function') command = { action: command };
    else validateFunction(command.action, 'cmd.action');
    this.commands[keyword] = command;
  },

  // _take gets a line, or keeps it while an earlier one is evaluated.
  _take(line) {
    if (this._busy) {
      this._waiting.push(line);
      return;
    }
    if (this.editorMode) {
      this._buffered += `${line}\n`;
      return;
    }
    if (this._command(line.trim())) return;
    this.lines.push(line);
    this._evaluate(`${this._buffered}${line}\n`);
  },

  // _command runs a line that is a command.
  _command(line) {
    const match = /^\.(?!\.)([^\s\d][^\s]*)\s*(.*)$/.exec(line);
    if (!match || Number.isFinite(Number.parseFloat(line))) return false;
    const command = this.commands[match[1]];
    if (command) {
      Reflect.apply(command.action, this, [match[2]]);
      return true;
    }
    if (this._buffered !== '') return false; // a chain of calls goes on
    this.output.write('Invalid REPL keyword\n');
    this.displayPrompt();
    return true;
  },

  // _evaluateText evaluates several lines at once.
  _evaluateText(text) {
    this.lines.push(...text.split('\n'));
    this._evaluate(`${text}\n`);
  },

  _evaluate(code) {
    this._busy = true;
    let finished = false;
    const finish = (error, ...value) => {
      if (finished) return;
      finished = true;
      this._busy = false;
      this._finish(code, error, value);
      this._next();
    };
    this._count++;
    this.eval(code, this.context, `REPL${this._count}`, finish);
  },

  // _next goes on with what came while code was evaluated.
  _next() {
    if (this._draining) return; // further out on the stack somebody goes on
    this._draining = true;
    while (!this._busy && this._waiting.length > 0) this._take(this._waiting.shift());
    this._draining = false;
    if (this._closing && !this._busy) {
      this._closing = false;
      this.emit('exit');
    }
  },

  _finish(code, error, value) {
    if (error instanceof Recoverable && !(this._closing && this._waiting.length === 0)) {
      this._buffered = code;
      this.displayPrompt();
      return;
    }
    this.clearBufferedCommand();
    if (error instanceof Thrown) {
      this._showError(error.value);
    } else if (error) {
      this._showError(error instanceof Recoverable ? error.err : error);
    } else if (value.length > 0 && (!this.ignoreUndefined || value[0] !== undefined)) {
      if (!this.underscoreAssigned) this.last = value[0];
      this._print(value[0]);
    }
    if (!this.closed || this._closing) this.displayPrompt();
  },

  _print(value) {
    let text;
    try {
      text = this.writer(value);
    } catch (error) {
      this._showError(error);
      return;
    }
    this.output.write(`${text}\n`);
  },

  _showError(error) {
    if (!this.underscoreErrAssigned) this.lastError = error;
    let text;
    try {
      text = describe(error, this.writer);
    } catch {
      text = 'Uncaught error that cannot be printed\n';
    }
    this.output.write(text);
  },

  complete(text, done) { this.completer(text, done); },
  completeOnEditorMode(done) {
    return (error, results) => (error ? done(error) : done(null, results));
  },
};

for (const name of Object.keys(methods)) {
  Object.defineProperty(REPLServer.prototype, name, { value: methods[name], writable: true, configurable: true, enumerable: true });
}

function addModuleNames(server) {
  const Module = require('internal/modules/cjs');
  const m = new Module('<repl>');
  m.filename = null;
  m.paths = Module._nodeModulePaths(process.cwd());
  const hidden = (value) => ({ value, writable: true, configurable: true, enumerable: false });
  Object.defineProperties(server.context, {
    module: hidden(m), require: hidden(Module._requireOf(m)), exports: hidden(m.exports),
  });
  require('internal/modules/builtin_globals').install(server.context);
}

// addResults makes _ the last value and _error the last error, until the
// program takes the names for itself.
function addResults(server) {
  function own(name, kept, assigned, what) {
    Object.defineProperty(server.context, name, {
      configurable: true,
      get() { return server[kept]; },
      set(value) {
        server[kept] = value;
        if (server[assigned]) return;
        server[assigned] = true;
        server.output.write(`Expression assignment to ${what} now disabled.\n`);
      },
    });
  }
  own('_', 'last', 'underscoreAssigned', '_');
  own('_error', 'lastError', 'underscoreErrAssigned', '_error');
}

module.exports = { REPLServer, writer };
