'use strict';
// createHook and promises: each reaction is a resource of its own, made by the callback that added it.
const { createHook, executionAsyncId, triggerAsyncId } = require('async_hooks');
const parents = new Map();
const types = new Map();
let running = 0;
let deepest = 0;
const hook = createHook({
  init(id, type, trigger) { parents.set(id, trigger); types.set(id, type); },
  before() { running++; deepest = Math.max(deepest, running); },
  after() { running--; },
}).enable();
const isAbove = (ancestor, id) => id === ancestor || (parents.has(id) && isAbove(ancestor, parents.get(id)));
const lines = [];
setTimeout(() => {
  const timer = executionAsyncId();
  const check = (name) => lines.push(`${name} ${types.get(executionAsyncId())} ${isAbove(timer, executionAsyncId())} ${executionAsyncId() > timer}`);
  Promise.resolve().then(() => check('then'));
  (async () => { await null; check('await'); await 1; check('await 2'); })();
  queueMicrotask(() => lines.push(`microtask ${isAbove(timer, executionAsyncId())}`));
  process.nextTick(() => check('tick'));
}, 1);
setTimeout(() => {
  hook.disable();
  console.log(lines.join('\n'));
  console.log(deepest >= 1, running);
}, 20);
