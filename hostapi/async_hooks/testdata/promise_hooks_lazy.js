'use strict';
// A hook without init: promises get ids when somebody is told of them. AsyncLocalStorage numbers them, too.
const ah = require('async_hooks');
const { AsyncLocalStorage } = ah;
const lines = [];
const hook = ah.createHook({ before(id) { lines.push(`before ${id - ah.executionAsyncId()}`); }, after() { lines.push('after'); } }).enable();
const keys = (p) => Object.getOwnPropertySymbols(p).map((s) => s.description).join();
const p = Promise.resolve(1);
lines.push('resolve ' + keys(p));
const q = p.then(() => {
  lines.push(`in ${ah.executionAsyncResource() === q} ${keys(q)}`);
});
lines.push('then ' + keys(q));
setTimeout(() => {
  hook.disable();
  lines.push('disabled ' + keys(Promise.resolve()));
  const als = new AsyncLocalStorage();
  als.run(1, () => {
    const r = Promise.resolve();
    lines.push(`storage ${keys(r).startsWith('async_id_symbol,trigger_async_id_symbol')}`);
    r.then(() => {
      lines.push(`${als.getStore()} ${ah.executionAsyncId() > 0} ${ah.triggerAsyncId() > 0}`);
      console.log(lines.join('\n'));
    });
  });
}, 2);
