'use strict';

// util.parseEnv: the content of a .env file as an object.

function parseEnv(content) {
  require('internal/validators').validateString(content, 'content');
  const variables = {};
  const list = internalBinding('util').parseEnv(content);
  for (let i = 0; i < list.length; i += 2) {
    Object.defineProperty(variables, list[i], { value: list[i + 1], writable: true, enumerable: true, configurable: true });
  }
  return variables;
}

module.exports = { parseEnv };
