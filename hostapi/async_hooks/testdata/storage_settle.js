// clock: virtual
'use strict';
// AsyncLocalStorage where promises are settled: thenables, rejections nobody handles, errors.
const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const log = []; const L = (n) => log.push(n + ' ' + als.getStore());
let res, rej, rej2;
als.run('create', () => { new Promise((r) => { res = r; }); });
als.run('resolve', () => res({ then(f) { L('thenable'); f(); } }));
als.run('a', async () => { await { then(f) { L('await thenable'); f(1); } }; L('after await'); });
als.run('c2', () => { new Promise((_, j) => rej = j); });
als.run('r2', () => rej(new Error('u1')));
als.run('c3', () => Promise.reject(new Error('u2')));
als.run('c4', async () => { await 1; throw new Error('u3'); });
als.run('c5', () => { Promise.resolve().then(() => { als.enterWith('entered'); throw new Error('u4'); }); });
als.run('c6', () => { new Promise((r) => setTimeout(r, 1)).then(() => { throw new Error('u5'); }); });
let late; als.run('late', () => { late = Promise.reject(new Error('late')); });
process.on('unhandledRejection', (e) => { L('unhandled ' + e.message); if (e.message === 'late') setTimeout(() => als.run('catcher', () => late.catch(() => L('catch'))), 1); });
process.on('rejectionHandled', () => L('handled'));
process.on('uncaughtException', (e) => L('uncaught ' + e.message));
als.run('t', () => setTimeout(() => { throw new Error('e1'); }, 20));
als.run('n', () => process.nextTick(() => { throw new Error('e2'); }));
als.run('q', () => queueMicrotask(() => { throw new Error('e3'); }));
als.run('then return', () => { Promise.resolve().then(() => ({ then(f) { L('returned thenable'); f(); } })).then(() => L('then after')); });
als.run('fin', () => Promise.resolve().finally(() => L('finally')).then(() => L('f2')));
als.run('all', () => Promise.all([{ then(f) { L('all thenable'); f(); } }]).then(() => L('all')));
setTimeout(() => { console.log(log.join('\n')); }, 50);
