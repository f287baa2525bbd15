'use strict';
// The error of a builtin that is called on the wrong kind of object.

// show is how V8 names a receiver: "#<Map>", "[object Array]", "5".
function show(value) {
  if (typeof value === 'string') return value;
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return String(value);
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return Object.prototype.toString.call(value);
  }
  const { constructor } = value;
  const name = typeof constructor === 'function' ? constructor.name : '';
  return `#<${name || 'Object'}>`;
}

function incompatible(method, receiver) {
  throw new TypeError(`Method ${method} called on incompatible receiver ${show(receiver)}`);
}

module.exports = { incompatible, show };
