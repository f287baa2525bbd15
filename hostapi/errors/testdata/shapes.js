'use strict';
// What an error with a code is made of, and how it is shown.
const util = require('util');

function caught(fn) {
  try {
    fn();
  } catch (error) {
    return error;
  }
  return undefined;
}
const withoutFrames = (text) => text.replace(/\n\s+at .*/g, '');

for (const fn of [() => util.promisify(5), () => util.getSystemErrorName(5), () => util.styleText('x', 'y')]) {
  const error = caught(fn);
  console.log(Reflect.ownKeys(error).sort(), error instanceof Error, error.name, String(error));
  console.log(withoutFrames(util.inspect(error)));
  console.log(Object.getOwnPropertyDescriptor(error, 'code'), Object.getOwnPropertyDescriptor(error, 'message').enumerable);
  error.name = 'Renamed';
  console.log(String(error), error.stack.split('\n')[0]);
  error.code = 'CHANGED';
  console.log(String(error), withoutFrames(util.inspect(error)));
  error.message = 'changed';
  console.log(String(error), error.stack.split('\n')[0]);
}
const system = util._errnoException(-2, 'call', 'detail');
console.log(Object.entries(system), String(system));
