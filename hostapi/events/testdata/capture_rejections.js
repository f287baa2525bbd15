// captureRejections: what becomes of promises which listeners return.
const EventEmitter = require('events');
const log = console.log;

const e = new EventEmitter({ captureRejections: true });
e.on('error', (error) => log('error', error.message));
e.on('x', async (n) => { throw new Error(`async ${n}`); });
e.on('x', () => ({ then(resolve, reject) { log('then is called', resolve); reject(new Error('thenable')); } }));
e.on('x', () => ({ get then() { throw new Error('getter'); } }));
e.on('x', () => ({ then: 5 }));
e.on('x', () => Promise.resolve(1));
e.emit('x', 1);
log('sync');
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('microtask'));

const custom = new EventEmitter({ captureRejections: true });
custom[Symbol.for('nodejs.rejection')] = (...args) => log('custom', args.map((arg) => arg.message ?? arg));
custom.on('y', async () => { throw new Error('to the method'); });
custom.on('error', () => log('not called'));
custom.emit('y', 1, 2, 3, 4);

class Method extends EventEmitter {
  constructor() { super({ captureRejections: true }); }
  [EventEmitter.captureRejectionSymbol](error, type, ...args) { log('class', error.message, type, args); }
}
new Method().on('z', async () => { throw new Error('z'); }).emit('z', 'arg');

const loop = new EventEmitter({ captureRejections: true });
loop.on('error', async (error) => {
  log('rejecting error listener', error.message);
  throw new Error('from the error listener');
});
loop.on('w', async () => { throw new Error('w'); });
process.on('unhandledRejection', (error) => log('unhandled', error.message));
loop.emit('w');

const off = new EventEmitter();
off.on('v', async () => { throw new Error('nobody cares'); });
off.emit('v');

setTimeout(() => {
  log(EventEmitter.captureRejections);
  EventEmitter.captureRejections = true;
  log(new EventEmitter());
  EventEmitter.captureRejections = false;
  for (const set of [
    () => { EventEmitter.captureRejections = 1; },
    () => new EventEmitter({ captureRejections: 'yes' }),
    () => new EventEmitter({ captureRejections: 0 }),
  ]) {
    try {
      log(typeof set());
    } catch (error) {
      log(error.code, error.message);
    }
  }
}, 1);
