'use strict';
// AsyncLocalStorage: its methods, several storages, errors.
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const a = new AsyncLocalStorage();
const b = new AsyncLocalStorage();
const L = console.log;
L(a.getStore(), a.enabled, a);
L(a.run(1, (x, y) => [a.getStore(), x, y], 'x', 'y'), a.getStore(), a.enabled);
L(a.run(1, function() { return this === undefined || this === globalThis || this === null; }));
try { a.run(2, () => { throw new Error(`thrown in ${a.getStore()}`); }); } catch (error) { L(error.message, a.getStore()); }
a.run(1, () => {
  a.run(2, () => L('inner', a.getStore()));
  L('outer', a.getStore());
  a.run(1, () => L('same', a.getStore()));
  a.run(undefined, () => L('undefined', a.getStore()));
  a.run(null, () => L('null', a.getStore()));
});
// enterWith lasts to the end of the callback, but not beyond an enclosing run.
a.enterWith('entered');
L(a.getStore());
a.run(3, () => { a.enterWith(4); L(a.getStore()); });
L(a.getStore());
a.run(5, () => b.enterWith('b stays'));
L(a.getStore(), b.getStore());
b.run('b2', () => a.run('a2', () => L(a.getStore(), b.getStore())));
// exit
L(a.exit((x) => [a.getStore(), b.getStore(), x], 'x'), a.getStore());
a.exit(() => setTimeout(() => L('timer of exit', a.getStore(), b.getStore()), 1));
a.exit(() => { a.enterWith('entered in exit'); L(a.getStore()); });
L(a.getStore());
const c = new AsyncLocalStorage();
L(c.exit(() => 'exit of a fresh one'), c.enabled);
// bind and snapshot
const bound = a.run('bound', () => AsyncLocalStorage.bind((x) => [x, a.getStore()]));
L(bound(1), bound.length, bound.name, typeof bound);
const snapshot = a.run('snapshot', () => AsyncLocalStorage.snapshot());
L(snapshot((x, y) => [x, y, a.getStore()], 1, 2), a.getStore());
a.run('later', () => setTimeout(snapshot, 1, () => L('snapshot in a timer', a.getStore())));
for (const wrong of [() => AsyncLocalStorage.bind(1), () => AsyncResource.bind({})]) {
  try { wrong(); } catch (error) { L(error.name, error.code, error.message); }
}
// disable
setTimeout(() => {
  a.run('kept', () => setTimeout(() => L('kept', a.getStore()), 5));
  a.run(6, () => {
    a.disable();
    L('disabled', a.getStore(), a.enabled);
    setTimeout(() => L('started while disabled', a.getStore()), 1);
  });
  L(a.run(7, () => a.getStore()), a.enabled, a.getStore());
  a.disable();
  a.disable();
  a.enterWith(8);
  L(a.getStore());
}, 10);
// async functions and enterWith
(async () => {
  b.enterWith('in async');
  await null;
  L('after await', b.getStore());
})();
L('after the call', b.getStore());
// errors and rejections
process.on('unhandledRejection', (reason) => L('rejection', reason, a.getStore()));
process.on('uncaughtException', (error) => L('uncaught', error, a.getStore()));
a.run('rejecting', () => { Promise.reject('no'); });
a.run('async rejecting', async () => { await null; throw 'no 2'; });
a.run('throwing', () => setTimeout(() => { throw 'timer'; }, 5));
a.run('throwing', () => process.nextTick(() => { throw 'tick'; }));
a.run('throwing', () => queueMicrotask(() => { throw 'microtask'; }));
process.on('exit', () => L('exit', a.getStore()));
