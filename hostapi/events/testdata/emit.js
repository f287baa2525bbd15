// emit: arguments, this, snapshots of the listeners, 'error' without a listener.
const EventEmitter = require('events');
const log = console.log;

const e = new EventEmitter();
e.on('n', function(...args) { log('n', this === e, args); });
log(e.emit('n'), e.emit('n', 1), e.emit('n', undefined), e.emit('n', 1, 2), e.emit('n', 1, 2, 3));
log(e.emit('n', 1, 2, 3, 4, 5), e.emit('nobody', 1));
e.on('n', (...args) => log('second', args.length));
e.emit('n');
e.emit('n', null, undefined);
e.emit('n', 1, 2, 3, 4);

const symbol = Symbol('event');
e.on(symbol, () => log('symbol'));
log(e.emit(symbol), e.emit(1), e.emit(undefined));
e.on(1, () => log('number')).emit('1');

log('-- listeners change while they are called');
const changing = new EventEmitter();
const second = () => log('second');
changing.on('x', () => {
  log('first');
  changing.removeListener('x', second);
  changing.on('x', () => log('added'));
  changing.prependListener('x', () => log('prepended'));
});
changing.on('x', second);
changing.emit('x');
log('again');
changing.emit('x');
const cleared = new EventEmitter();
cleared.on('y', () => cleared.removeAllListeners());
cleared.on('y', () => log('still called'));
log(cleared.emit('y'), cleared.emit('y'));

log('-- once, from inside');
const once = new EventEmitter();
once.once('z', (n) => {
  log('z', n);
  if (n < 3) once.emit('z', n + 1);
});
once.once('z', (n) => log('other z', n));
log(once.emit('z', 1), once.emit('z', 9));

log('-- throwing listeners');
const throwing = new EventEmitter();
throwing.on('t', () => { throw new Error('stop'); });
throwing.on('t', () => log('not reached'));
try {
  throwing.emit('t');
} catch (error) {
  log(error.message);
}

log('-- error events');
function emitError(emitter, ...args) {
  try {
    log(emitter.emit('error', ...args));
  } catch (error) {
    log(error.name, error.code, error.message, 'context' in error, error.context);
  }
}
const errors = new EventEmitter();
emitError(errors, new TypeError('mine'));
emitError(errors);
emitError(errors, 'text');
emitError(errors, { a: [1, { b: 2 }] });
emitError(errors, null);
emitError(errors, 0, 1);
emitError(Object.create(EventEmitter.prototype), 'bare');
errors.on(EventEmitter.errorMonitor, (...args) => log('monitor', args));
emitError(errors, 'watched');
errors.on('error', (error) => log('handled', error));
emitError(errors, 'watched', 'twice');

log('-- overridden emit');
class Loud extends EventEmitter {
  emit(type, ...args) {
    log('emit', type, args.length);
    return super.emit(type, ...args);
  }
}
const loud = new Loud();
loud.on('newListener', () => {});
loud.on('a', () => {});
loud.emit('a', 1);
