// How many listeners are too many.
const EventEmitter = require('events');
const { getMaxListeners, setMaxListeners } = EventEmitter;
const log = console.log;
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  log(warning.name, warning.message, warning.count, String(warning.type), warning.emitter === emitter,
    warning.target === target);
});

const emitter = new EventEmitter();
const target = new EventTarget();
log(emitter.getMaxListeners(), EventEmitter.defaultMaxListeners, getMaxListeners(emitter), getMaxListeners(target));
for (let i = 0; i < 12; i++) emitter.on('many', () => {});
for (let i = 0; i < 12; i++) target.addEventListener('many', () => {});
emitter.setMaxListeners(1).on(Symbol('s'), log);
const [symbol] = emitter.eventNames().slice(-1);
emitter.prependListener(symbol, log);
emitter.prependListener(symbol, log);
emitter.off(symbol, log);
emitter.on(symbol, log);

const quiet = new EventEmitter().setMaxListeners(0);
for (let i = 0; i < 20; i++) quiet.on('q', () => {});
setMaxListeners(5, quiet, target);
log(quiet.getMaxListeners(), getMaxListeners(target));
target.addEventListener('many', () => {});

for (const n of [-1, NaN, '1', {}, undefined, null, Infinity, 2.5]) {
  for (const set of [
    () => emitter.setMaxListeners(n),
    () => { EventEmitter.defaultMaxListeners = n; },
    () => setMaxListeners(n),
    () => setMaxListeners(n, emitter),
  ]) {
    try {
      set();
      log('set', n, EventEmitter.defaultMaxListeners);
    } catch (error) {
      log(error.name, error.code, error.message);
    }
  }
}
for (const wrong of [{}, 5]) {
  for (const call of [() => setMaxListeners(1, wrong), () => getMaxListeners(wrong)]) {
    try {
      log(call());
    } catch (error) {
      log(error.name, error.code, error.message);
    }
  }
}
EventEmitter.defaultMaxListeners = 2;
log(new EventEmitter().getMaxListeners(), getMaxListeners(new EventTarget()));
