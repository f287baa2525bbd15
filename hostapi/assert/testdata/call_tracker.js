'use strict';
// assert.CallTracker.
const assert = require('assert');
const { inspect } = require('util');

process.noDeprecation = true;
function attempt(fn) {
  try {
    console.log(fn());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.operator, Object.keys(error).join());
  }
}

let tracker = new assert.CallTracker();
const twice = tracker.calls((a) => a * 2, 2);
attempt(() => twice(4));
attempt(() => tracker.verify());
attempt(() => tracker.report().map(({ stack, ...rest }) => ({ ...rest, stack: typeof stack })));
attempt(() => twice.call({ x: 1 }, 5));
attempt(() => tracker.verify());
attempt(() => tracker.getCalls(twice));
attempt(() => tracker.report());
attempt(() => Object.isFrozen(tracker.getCalls(twice)));
attempt(() => tracker.getCalls(() => 1));
for (const expected of [0, -1, 1.5, 'x']) attempt(() => tracker.calls(() => 1, expected));
attempt(() => tracker.calls(5, 'x'));

tracker = new assert.CallTracker();
const once = tracker.calls();
attempt(() => once());
attempt(() => tracker.verify());
once();
attempt(() => tracker.verify());

tracker = new assert.CallTracker();
const named = tracker.calls(Object.assign(function named(x, y) { return 1; }, { property: 1 }), 1);
const throwing = tracker.calls(() => { throw new Error('thrown'); }, 3);
attempt(() => tracker.verify());
console.log(named.name, named.length, named.property, throwing.name);
attempt(() => throwing());
attempt(() => tracker.getCalls(throwing));
named();
attempt(() => tracker.reset(named));
attempt(() => tracker.getCalls(named));
attempt(() => tracker.reset());
attempt(() => tracker.getCalls(throwing));
attempt(() => tracker.reset(() => 1));
attempt(() => { try { assert.CallTracker(); } catch (error) { throw new TypeError(error.name); } });
console.log(assert.CallTracker.name, tracker.constructor.name, inspect(tracker));
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(tracker)).sort().join());
