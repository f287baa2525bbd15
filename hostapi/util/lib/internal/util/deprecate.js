'use strict';

// util.deprecate: a function which warns when it is first called.

const { validateString } = require('internal/validators');

const warnedCodes = new Set();

function emitWarning(message, code, fn) {
  if (process.noDeprecation === true) return;
  if (code === undefined) {
    process.emitWarning(message, 'DeprecationWarning', fn);
  } else if (!warnedCodes.has(code)) {
    warnedCodes.add(code);
    process.emitWarning(message, 'DeprecationWarning', code, fn);
  }
}

function deprecate(fn, message, code) {
  if (code !== undefined) validateString(code, 'code');
  let warned = false;
  function deprecated(...args) {
    if (!warned) {
      warned = true;
      emitWarning(message, code, deprecated);
    }
    if (new.target) return Reflect.construct(fn, args, new.target);
    return Reflect.apply(fn, this, args);
  }
  // Static properties stay reachable, and instanceof works with the wrapper.
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

module.exports = { deprecate };
