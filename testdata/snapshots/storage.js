'use strict';
// AsyncLocalStorage and hooks over turns.
const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId, triggerAsyncId } = require('async_hooks');
const storage = new AsyncLocalStorage();
const other = new AsyncLocalStorage();
const log = (...args) => console.log(...args, storage.getStore(), other.getStore());
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
storage.run('one', async () => {
  log('start');
  await sleep(1);
  other.enterWith('inner');
  log('after await');
  await null;
  setTimeout(log, 1, 'timer');
  setImmediate(log, 'immediate');
  process.nextTick(log, 'tick');
  queueMicrotask(() => log('microtask'));
  await storage.run('nested', () => sleep(2).then(() => log('nested')));
  storage.exit(() => setTimeout(log, 1, 'outside'));
});
const resource = storage.run('bound', () => new AsyncResource('MINE'));
const bound = storage.run('snapshot', () => AsyncLocalStorage.snapshot());
setTimeout(() => { resource.runInAsyncScope(log, null, 'resource'); bound(log, 'bound'); }, 2);
const events = new Map();
const hook = createHook({
  init(id, type) { events.set(type, (events.get(type) || 0) + 1); },
  before() { events.set('before', (events.get('before') || 0) + 1); },
  after() { events.set('after', (events.get('after') || 0) + 1); },
  destroy() { events.set('destroy', (events.get('destroy') || 0) + 1); },
});
setTimeout(() => {
  hook.enable();
  setTimeout(() => log(executionAsyncId() > triggerAsyncId()), 1);
  Promise.resolve().then(() => {});
  setTimeout(() => { hook.disable(); console.log([...events].sort().join(' ')); }, 4);
}, 5);
