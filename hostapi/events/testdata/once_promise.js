// events.once.
const EventEmitter = require('events');
const { once } = EventEmitter;
const log = console.log;
const show = (name) => [
  (value) => log(name, 'resolved', value.map((item) => (item instanceof Error ? item.message : item))),
  (error) => log(name, error.name, error.code, error.message, error.cause?.name ?? error.cause),
];

async function microtasks(count) {
  for (let i = 1; i <= count; i++) {
    await null;
    log('microtask', i);
  }
}

const e = new EventEmitter();
once(e, 'a').then(...show('a'));
once(e, 'error').then(...show('error event'));
log(e.eventNames());
e.emit('a', 1, undefined, { x: 1 });
e.emit('error', new Error('as a value'));
log(e.eventNames());
microtasks(8);

setImmediate(() => {
  log('-- errors');
  once(e, 'b').then(...show('b'));
  e.emit('error', new Error('rejects'));
  once(e, 'c').then(...show('c'));
  e.emit('c');
  log(e.eventNames());
  once({}, 'x').then(...show('not an emitter'));
  once(e, 'x', 5).then(...show('wrong options'));
  once(e, 'x', { signal: {} }).then(...show('wrong signal'));
  once(e, 'x', { signal: AbortSignal.abort('before') }).then(...show('aborted before'));
  const controller = new AbortController();
  once(e, 'x', { signal: controller.signal }).then(...show('aborted'));
  once(e, 'y', { signal: controller.signal }).then(...show('not aborted'));
  e.emit('y', 'in time');
  controller.abort('reason');
  log(e.eventNames());
});

setTimeout(() => {
  log('-- event targets');
  const target = new EventTarget();
  once(target, 'foo').then(([event]) => log(event.type, event instanceof Event));
  once(target, 'error').then(([event]) => log(event.type));
  target.dispatchEvent(new Event('foo'));
  target.dispatchEvent(new Event('error'));
  const controller = new AbortController();
  once(target, 'bar', { signal: controller.signal }).then(...show('target aborted'));
  controller.abort();
  log(EventEmitter.getEventListeners(target, 'bar'), once.constructor.name, once.length);
}, 1);
