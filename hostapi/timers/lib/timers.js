'use strict';
// timers: the functions are natives; what stands here is the prototypes of the
// objects they return, and the promise forms.

const binding = internalBinding('timers');
const { promisify } = require('internal/util/promisify');

class Timeout {}
class Immediate {}

function method(prototype, name, value) {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
}
for (const name of ['ref', 'unref', 'hasRef', 'refresh', 'close']) method(Timeout.prototype, name, binding[name]);
method(Timeout.prototype, Symbol.toPrimitive, binding.toPrimitive);
for (const name of ['ref', 'unref', 'hasRef']) method(Immediate.prototype, name, binding[name]);

binding.setup(Timeout.prototype, Immediate.prototype, (delay) => {
  process.emitWarning(`${delay} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
    'TimeoutOverflowWarning');
});

const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } = binding;

function promiseForm(fn, name) {
  Object.defineProperty(fn, promisify.custom, {
    enumerable: true,
    get() { return require('timers/promises')[name]; },
  });
}
promiseForm(setTimeout, 'setTimeout');
promiseForm(setImmediate, 'setImmediate');

// The four legacy functions that keep a timer in an object of the caller.
const kTimer = Symbol('timer');
function enroll(item, msecs) {
  unenroll(item);
  item._idleTimeout = msecs;
}
function unenroll(item) {
  clearTimeout(item[kTimer]);
  item[kTimer] = undefined;
  item._idleTimeout = -1;
}
function active(item) { arm(item).ref(); }
function unrefActive(item) { arm(item).unref(); }
function arm(item) {
  clearTimeout(item[kTimer]);
  item[kTimer] = setTimeout(() => { if (item._onTimeout) item._onTimeout(); }, item._idleTimeout);
  return item[kTimer];
}

module.exports = {
  setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval,
  enroll, unenroll, active, _unrefActive: unrefActive,
};
Object.defineProperty(module.exports, 'promises', {
  configurable: true, enumerable: true, get() { return require('timers/promises'); },
});
