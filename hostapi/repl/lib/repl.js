'use strict';
// repl: an interactive session.

const { REPLServer, writer } = require('internal/repl/server');
const { compiles, Recoverable } = require('internal/repl/evaluate');
const { modeSloppy, modeStrict } = require('internal/repl/modes');

function start(prompt, source, evaluate, useGlobal, ignoreUndefined, replMode) {
  return new REPLServer(prompt, source, evaluate, useGlobal, ignoreUndefined, replMode);
}

function isValidSyntax(code) {
  const kind = internalBinding('modules').sessionKind(`${code}`);
  return kind !== 'incomplete' && compiles(kind, `${code}`);
}

module.exports = {
  start, writer, REPLServer, REPL_MODE_SLOPPY: modeSloppy, REPL_MODE_STRICT: modeStrict, Recoverable, isValidSyntax,
};

for (const [name, enumerable] of [['builtinModules', true], ['_builtinLibs', false]]) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable,
    get() { return require('internal/modules/builtin_globals').names(); },
  });
}
