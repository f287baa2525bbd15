'use strict';

// The first line of a core error's stack shows the code once: "TypeError [ERR_X]: …". The engine
// writes that line when the stack is first asked for, from the name of that moment.
function writeStackWithCode(error, name, code) {
  Object.defineProperty(error, 'name', {
    value: `${name} [${code}]`, writable: true, enumerable: false, configurable: true,
  });
  void error.stack;
  delete error.name;
}

module.exports = { writeStackWithCode };
