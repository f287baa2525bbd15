'use strict';
// AsyncResource, the ids, and createHook's shape.
const hooks = require('async_hooks');
const { AsyncResource, AsyncLocalStorage, executionAsyncId, triggerAsyncId, executionAsyncResource } = hooks;
const L = console.log;
L(Object.keys(hooks), executionAsyncId(), triggerAsyncId());
L(Object.getOwnPropertyNames(AsyncResource.prototype), Object.getOwnPropertyNames(AsyncLocalStorage.prototype));
L(Object.isFrozen(hooks.asyncWrapProviders), hooks.asyncWrapProviders.PROMISE, Object.keys(hooks.asyncWrapProviders).length);
const a = new AsyncLocalStorage();
const resource = a.run('made', () => new AsyncResource('Mine'));
L(resource.asyncId() > 1, resource.triggerAsyncId(), new AsyncResource('Mine', 7).triggerAsyncId(), new AsyncResource('Mine', { triggerAsyncId: 9 }).triggerAsyncId());
L(resource.runInAsyncScope(function(x) {
  return [this.t, x, executionAsyncId() === resource.asyncId(), triggerAsyncId(), executionAsyncResource() === resource, a.getStore()];
}, { t: 't' }, 'x'), executionAsyncId(), a.getStore());
resource.runInAsyncScope(() => new AsyncResource('Inner').runInAsyncScope(() => {
  L(triggerAsyncId() === resource.asyncId(), a.getStore());
}));
try { resource.runInAsyncScope(() => { throw new Error('out of the scope'); }); } catch (error) { L(error.message, executionAsyncId()); }
resource.runInAsyncScope(() => a.enterWith('entered'));
L(resource.runInAsyncScope(() => a.getStore()), a.getStore());
L(resource.emitDestroy() === resource);
const bound = resource.bind(function named(x, y) { return [this, x, y, a.getStore(), executionAsyncId() === resource.asyncId()]; }, 'this');
L(bound(1, 2), bound.length, bound.name);
const loose = resource.bind(function(x) { return this; });
L(loose.call('receiver'), loose.length, loose.name, Object.keys(loose));
const statics = AsyncResource.bind(function fn(x) { return this; }, 'type', 'that');
L(statics.call(1), statics.length, statics.name);
L(AsyncResource.bind(() => executionAsyncResource().constructor.name)());
class Sub extends AsyncResource { constructor() { super('Sub'); } run() { return this.runInAsyncScope(() => executionAsyncResource() === this); } }
L(new Sub().run());
for (const wrong of [
  () => new AsyncResource(), () => new AsyncResource(1), () => new AsyncResource('x', { triggerAsyncId: -2 }),
  () => new AsyncResource('x', { triggerAsyncId: 'a' }), () => new AsyncResource('x', 1.5), () => new AsyncResource(''),
  () => resource.bind(1),
  () => hooks.createHook({ init: 1 }), () => hooks.createHook({ before: {} }), () => hooks.createHook({ after: 'x' }),
  () => hooks.createHook({ destroy: 1 }), () => hooks.createHook({ promiseResolve: 1 }),
]) {
  try { L('no error', typeof wrong()); } catch (error) { L(error.name, error.code, error.message); }
}
const hook = hooks.createHook({ init() {} });
L(hook.enable() === hook, hook.enable() === hook, hook.disable() === hook, hook.disable() === hook, hooks.createHook({}));
try { hook.enable(); new AsyncResource(''); } catch (error) { L(error.name, error.code, error.message); } finally { hook.disable(); }
L(executionAsyncResource() === executionAsyncResource(), typeof executionAsyncResource());
const timer = setTimeout(() => {
  L(executionAsyncId() > 1, triggerAsyncId(), executionAsyncResource() === timer);
  const own = executionAsyncId();
  const immediate = setImmediate(() => {
    L(executionAsyncId() > own, triggerAsyncId() === own, executionAsyncResource() === immediate);
  });
  process.nextTick(() => L('tick', executionAsyncId() > own, triggerAsyncId() === own));
}, 1);
