// Adding and removing listeners, and what is told about them.
const EventEmitter = require('events');
const { Readable } = require('stream');
const log = console.log;
const f = function f() {};
const g = () => {};

const e = new EventEmitter();
log(e.on('a', f) === e, e.once('a', g) === e, e.off('b', f) === e, e.removeAllListeners('b') === e);
log(e.listeners('a'), e.rawListeners('a'), e.listeners('none'), e.rawListeners('none'));
e.prependListener('a', g).prependOnceListener('a', f);
log(e.listeners('a'), e.listenerCount('a'), e.listenerCount('a', f), e.listenerCount('a', log));
log(EventEmitter.listenerCount(e, 'a'), e.eventNames());
e.off('a', f);
log(e.listeners('a'));
e.off('a', g).off('a', f).off('a', f).off('a', g).off('a', g);
log(e.listeners('a'), e.eventNames(), e._eventsCount);

log('-- wrong listeners');
for (const add of ['on', 'once', 'off', 'prependListener', 'prependOnceListener', 'addListener']) {
  for (const listener of [undefined, null, 5, 'x', {}]) {
    try {
      e[add]('x', listener);
    } catch (error) {
      log(add, error.code, error.message);
    }
  }
}

log('-- newListener and removeListener');
const told = new EventEmitter();
told.on('newListener', (type, listener) => log('new', type, listener === f, told.listenerCount(type)));
told.on('removeListener', (type, listener) => log('removed', type, listener === f));
told.on('x', f);
told.once('x', f);
told.prependListener('y', g);
told.off('x', f);
told.off('x', f);
told.removeAllListeners('y');
told.on('z', f).on('z', g);
told.removeAllListeners('z');
told.on('w', f);
told.removeAllListeners();
log(told.eventNames());
const early = new EventEmitter();
early.once('newListener', (type) => {
  if (type === 'event') early.on('event', () => log('inserted before'));
});
early.on('event', () => log('after'));
early.emit('event');
const last = new EventEmitter();
last.on('removeListener', (type) => log('never told', type));
last.off('removeListener', last.listeners('removeListener')[0]);

log('-- once, removed by what it wraps and by its wrapper');
const wrapped = new EventEmitter();
wrapped.once('o', f);
wrapped.removeListener('o', wrapped.rawListeners('o')[0]);
log(wrapped.listenerCount('o'));
wrapped.once('o', (...args) => log('called', args));
const raw = wrapped.rawListeners('o')[0];
log(raw.name, typeof raw.listener);
raw(1, 2);
raw(3);
log(wrapped.listenerCount('o'));

log('-- streams keep the keys of removed listeners');
const stream = new Readable({ read() {} });
log(stream.eventNames(), stream._eventsCount);
stream.on('custom', f).on('close', f);
log(stream.eventNames(), stream._eventsCount);
stream.on('removeListener', (type) => log('removed', type));
stream.off('custom', f);
stream.on('custom', f).on('custom', g).off('custom', f);
log(stream.eventNames(), Object.keys(stream._events));
stream.removeAllListeners('custom');
log(stream.eventNames());

log('-- the order of names');
const order = new EventEmitter();
order.on('b', f).on(Symbol('s'), f).on('2', f).on('a', f).on('1', f);
log(order.eventNames());
order.off('b', f).on('b', f);
log(order.eventNames());

log('-- shapes');
log(e);
class Child extends EventEmitter {
  constructor() {
    super();
    this.own = 1;
  }
}
log(new Child().on('x', f).once('y', g));
function Old() { EventEmitter.call(this); }
require('util').inherits(Old, EventEmitter);
log(new Old().on('x', f).listenerCount('x'));
const bare = Object.create(EventEmitter.prototype);
log(bare.on('x', f).eventNames(), bare.emit('x'), Object.keys(bare));
for (const name of ['on', 'emit', 'once', 'off', 'listenerCount', 'removeAllListeners', 'setMaxListeners']) {
  log(name, EventEmitter.prototype[name].name, EventEmitter.prototype[name].length);
}
log(Object.keys(EventEmitter), Object.keys(EventEmitter.prototype));
log(EventEmitter.EventEmitter === EventEmitter, EventEmitter.usingDomains, EventEmitter.captureRejectionSymbol);
