'use strict';
// Runs what was typed. Declarations of the top level belong to the session:
// they may be made again, and await is allowed there.

const modules = internalBinding('modules');
const { modeStrict } = require('internal/repl/modes');

// Recoverable says that the input is not complete yet.
class Recoverable extends SyntaxError {
  constructor(error) {
    super();
    this.err = error;
  }
}

// Thrown is a thrown value, which may be null or undefined.
class Thrown {
  constructor(value) { this.value = value; }
}

// looksLikeObject says that a block is more likely meant as an object.
function looksLikeObject(code) { return /^\s*\{/.test(code) && !/;\s*$/.test(code); }

// kindOf returns how code is to be run, and what of it.
function kindOf(code) {
  if (looksLikeObject(code)) {
    const wrapped = `(${code.trim()})\n`;
    const kind = modules.sessionKind(wrapped);
    if (kind !== 'incomplete' && compiles(kind, wrapped)) return [kind, wrapped];
  }
  return [modules.sessionKind(code), code];
}

// compiles says whether code of a kind has no syntax errors.
function compiles(kind, code) {
  if (kind === 'async') return true;
  try {
    modules.checkScript(code, 'REPL');
    return kind === 'script';
  } catch {
    return false;
  }
}

// evaluate gives (error) or (null, value) to done, later when the code awaits.
function evaluate(server, code, file, done) {
  if (code === '\n') {
    done(null);
    return;
  }
  const source = server.replMode === modeStrict && !/^\s*$/.test(code) ? `'use strict'; void 0; ${code}` : code;
  const [kind, text] = kindOf(source);
  if (kind === 'incomplete') {
    done(new Recoverable(new SyntaxError('Unexpected end of input')));
    return;
  }
  if (kind === 'async') {
    evaluateAsync(server, text, file, done);
    return;
  }
  let value;
  try {
    value = server._run(text, file);
  } catch (error) {
    done(new Thrown(error));
    return;
  }
  done(null, value);
}

function evaluateAsync(server, text, file, done) {
  let promise;
  try {
    promise = modules.sessionFunction(text, file, server._importer)();
  } catch (error) {
    done(new Thrown(error));
    return;
  }
  let settled = false;
  const settle = (...args) => {
    if (settled) return;
    settled = true;
    server._interrupt = null;
    done(...args);
  };
  server._interrupt = () => {
    settle(require('internal/vm/limit').interruptedError());
  };
  promise.then((result) => settle(null, result.value), (reason) => settle(new Thrown(reason)));
}

module.exports = { compiles, evaluate, Recoverable, Thrown };
