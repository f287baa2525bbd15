'use strict';

// The error which stands for a rejection with something that is no error.

const tagged = new Set(['[object Array]', '[object RegExp]', '[object Date]', '[object String]',
  '[object Number]', '[object Boolean]', '[object Arguments]', '[object Error]']);

// A text for any value, without running code of the program: "5", "#<Foo>", "[object Array]".
function describeReason(reason) {
  if (typeof reason === 'function') return Function.prototype.toString.call(reason);
  if (typeof reason !== 'object' || reason === null) return String(reason);
  const { engineKind } = internalBinding('util');
  const tag = `[object ${engineKind(reason)}]`;
  if (tagged.has(tag)) return tag;
  if (tag === '[object Proxy]') return '#<Object>';
  const { getConstructorOf } = require('internal/util');
  const constructor = getConstructorOf(reason);
  const isPlain = constructor !== undefined && reason.toString === Object.prototype.toString;
  return isPlain ? `#<${constructor.name}>` : '[object Object]';
}

class UnhandledPromiseRejection extends Error {
  constructor(reason) {
    super('This error originated either by throwing inside of an async function without a ' +
      'catch block, or by rejecting a promise which was not handled with .catch(). The promise ' +
      `rejected with the reason "${describeReason(reason)}".`);
    this.code = 'ERR_UNHANDLED_REJECTION';
    this.name = 'UnhandledPromiseRejection';
  }
}

module.exports = { UnhandledPromiseRejection };
