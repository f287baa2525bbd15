'use strict';
// process.emitWarning and what prints the warnings.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateString } = require('internal/validators');

const { list, option } = require('internal/options');

function emitWarning(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ctor = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    ctor = type;
    code = undefined;
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = undefined;
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = make(warning, type, code, detail);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick(deliver, warning);
}

function make(message, type, code, detail) {
  const warning = new Error(message);
  warning.name = String(type || 'Warning');
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  return warning;
}

function deliver(warning) { process.emit('warning', warning); }

// install makes warnings visible. A program may take the listener away.
function install(process) {
  if (option('--warnings') !== false) process.on('warning', print);
}

let hinted = false;
function print(warning) {
  if (process.env.NODE_NO_WARNINGS === '1') return;
  if (!(warning instanceof Error)) return;
  const deprecation = warning.name === 'DeprecationWarning';
  if (deprecation && process.noDeprecation) return;
  if (list('--disable-warning').some((name) => name === warning.name || name === warning.code)) return;
  const trace = process.traceProcessWarnings || (deprecation && process.traceDeprecation) || option('--trace-warnings');
  const code = warning.code ? `[${warning.code}] ` : '';
  let text = `(jsrr:${process.pid}) ${code}`;
  text += trace && warning.stack ? warning.stack : `${warning.name}: ${warning.message}`;
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hinted) {
    hinted = true;
    const flag = deprecation ? '--trace-deprecation' : '--trace-warnings';
    text += `\n(Use \`jsrr ${flag} ...\` to show where the warning was created)`;
  }
  write(`${text}\n`);
}

// write prints a warning, or appends it to the file of --redirect-warnings.
function write(text) {
  const file = option('--redirect-warnings') || process.env.NODE_REDIRECT_WARNINGS;
  if (file) {
    try {
      require('fs').appendFileSync(file, text);
      return;
    } catch {
      // It is shown after all.
    }
  }
  internalBinding('process').emit(2, text);
}

module.exports = { emitWarning, install };
