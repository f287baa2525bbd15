// EventEmitterAsyncResource: listeners run in the context of the emitter's making.
const { EventEmitterAsyncResource, EventEmitter } = require('events');
const { AsyncLocalStorage, AsyncResource, executionAsyncId } = require('async_hooks');
const L = console.log;
const s = new AsyncLocalStorage();
const emitter = s.run('made', () => new EventEmitterAsyncResource({ name: 'Q' }));
emitter.on('x', function(a, b) { L(this === emitter, a, b, s.getStore(), executionAsyncId() === emitter.asyncId); });
L(s.run('emitting', () => emitter.emit('x', 1, 2)), emitter.emit('nothing'), s.getStore());
L(emitter instanceof EventEmitter, emitter.asyncResource instanceof AsyncResource, emitter.asyncResource.eventEmitter === emitter);
L(emitter.asyncId > 1, emitter.triggerAsyncId, emitter.emitDestroy());
L(new EventEmitterAsyncResource('name').asyncId > 0, new EventEmitterAsyncResource({ name: 'n', triggerAsyncId: 5 }).triggerAsyncId);
class Sub extends EventEmitterAsyncResource {}
L(new Sub().asyncId > 0, new Sub({ captureRejections: true })[Symbol('kCapture')] === undefined);
for (const wrong of [() => new EventEmitterAsyncResource(), () => new EventEmitterAsyncResource({}), () => new EventEmitterAsyncResource(5),
  () => new Sub({ triggerAsyncId: -5 }), () => EventEmitterAsyncResource.prototype.emit.call(new EventEmitter(), 'x'),
  () => EventEmitterAsyncResource.prototype.asyncId, () => EventEmitterAsyncResource.prototype.emitDestroy()]) {
  try { L('no error', wrong()); } catch (error) { L(error.name, error.code, error.message); }
}
try { emitter.emit('error', new Error('unheard')); } catch (error) { L(error.message, s.getStore()); }
L(Object.getOwnPropertyNames(EventEmitterAsyncResource.prototype));
