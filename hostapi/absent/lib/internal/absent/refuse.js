'use strict';
// Functions that throw, since what they need does not exist here.

const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');

// refuse returns a function of a module that throws.
function refuse(module, name, length = 0) {
  const f = { [name]() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`${module}.${name}()`); } }[name];
  Object.defineProperty(f, 'length', { value: length, configurable: true });
  return f;
}

module.exports = { refuse };
