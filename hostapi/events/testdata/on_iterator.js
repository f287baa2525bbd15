// events.on: the async iterator.
const EventEmitter = require('events');
const { on } = EventEmitter;
const log = console.log;
const shown = (value) => (value instanceof Error ? `${value.name}: ${value.message}` : value);
const settle = (name, promise) => promise.then(
  (result) => log(name, result.done, result.value),
  (error) => log(name, 'rejected', error.name, error.code, error.message, error.cause));

const cases = {
  'events before and after next()'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x');
    e.emit('x', 1, 2);
    settle('first', iterator.next());
    settle('second', iterator.next());
    settle('third', iterator.next());
    e.emit('x', 3);
    e.emit('x');
    process.nextTick(() => log('tick'));
  },
  'an error rejects, then it is over'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x');
    e.emit('x', 1);
    e.emit('error', new Error('bad'));
    for (const name of ['value', 'error', 'end', 'end again']) settle(name, iterator.next());
    log(e.eventNames());
  },
  'an error while waiting'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x');
    settle('waiting', iterator.next());
    settle('behind', iterator.next());
    e.emit('error', new Error('bad'));
  },
  'return'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x');
    settle('waiting', iterator.next());
    settle('return', iterator.return(5));
    e.emit('x', 1);
    settle('after', iterator.next());
    log(e.eventNames());
  },
  'throw'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x');
    try {
      iterator.throw('text');
    } catch (error) {
      log(error.code, error.message);
    }
    settle('waiting', iterator.next());
    log(iterator.throw(new Error('thrown')));
    settle('after', iterator.next());
  },
  'error as the event'() {
    const e = new EventEmitter();
    const iterator = on(e, 'error');
    e.emit('error', new Error('value'));
    iterator.next().then(({ value }) => log(value.map(shown)));
  },
  'abort'() {
    const e = new EventEmitter();
    const controller = new AbortController();
    const iterator = on(e, 'x', { signal: controller.signal });
    e.emit('x', 1);
    controller.abort('why');
    settle('value', iterator.next());
    settle('abort', iterator.next());
    settle('end', iterator.next());
    try {
      on(e, 'x', { signal: controller.signal });
    } catch (error) {
      log(error.name, error.cause);
    }
  },
  'closing events'() {
    const e = new EventEmitter();
    const iterator = on(e, 'x', { close: ['end', 'close'] });
    e.emit('x', 1);
    log(e.eventNames());
    e.emit('close');
    log(e.eventNames());
    settle('value', iterator.next());
    settle('end', iterator.next());
  },
  'water marks'() {
    const e = new EventEmitter();
    e.pause = () => log('pause');
    e.resume = () => log('resume');
    const iterator = on(e, 'x', { highWaterMark: 2, lowWaterMark: 2 });
    const marks = iterator[Symbol.for('nodejs.watermarkData')];
    for (let i = 0; i < 4; i++) {
      e.emit('x', i);
      log(marks.size, marks.low, marks.high, marks.isPaused);
    }
    for (let i = 0; i < 4; i++) {
      settle(i, iterator.next());
      log(marks.size, marks.isPaused);
    }
    for (const options of [{ highWaterMark: 0 }, { lowWaterMark: 'x' }, { highWaterMark: 1.5 }, 5]) {
      try {
        on(e, 'x', options);
        log('fine');
      } catch (error) {
        log(error.code, error.message);
      }
    }
  },
  'event targets'() {
    const target = new EventTarget();
    const iterator = on(target, 'x');
    target.dispatchEvent(new Event('x'));
    iterator.next().then(({ value }) => log(value.length, value[0].type));
    iterator.return();
    log(EventEmitter.getEventListeners(target, 'x').length, iterator[Symbol.asyncIterator]() === iterator);
  },
};

(async () => {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    await new Promise((resolve) => setImmediate(resolve));
  }
})();
