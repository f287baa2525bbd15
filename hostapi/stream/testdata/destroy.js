// destroy: the order of what follows, in all kinds of streams.
const stream = require('stream');
const { Readable, Writable, Duplex, Transform, PassThrough } = stream;
const log = console.log;

function watch(name, s) {
  for (const event of ['end', 'finish', 'close', 'error']) {
    s.on(event, (value) => log(name, event, value instanceof Error ? `${value.name} ${value.message}` : ''));
  }
  return s;
}
const kinds = {
  readable: (options) => new Readable({ read() {}, ...options }),
  writable: (options) => new Writable({ write(chunk, encoding, done) { setImmediate(done); }, ...options }),
  duplex: (options) => new Duplex({ read() {}, write(chunk, encoding, done) { done(); }, ...options }),
  transform: (options) => new Transform({ transform(chunk, encoding, done) { done(); }, ...options }),
};
const state = (s) => [s.destroyed, s.closed, s.errored?.message ?? s.errored, s.readable, s.writable].join(' ');

const cases = {};
for (const [kind, make] of Object.entries(kinds)) {
  cases[`${kind}, without an error`] = () => {
    const s = watch('s', make());
    log(s.destroy() === s, state(s));
    process.nextTick(() => log('tick', state(s)));
    Promise.resolve().then(() => log('microtask'));
    s.destroy(new Error('second'));
  };
  cases[`${kind}, with an error`] = () => {
    const s = watch('s', make());
    s.destroy(new Error('reason'), () => log('callback'));
    log(state(s));
    s.destroy(new Error('second'), () => log('second callback'));
    setImmediate(() => log(state(s)));
  };
  cases[`${kind}, _destroy later`] = () => {
    const s = watch('s', make({ destroy(error, done) { setImmediate(done, error); } }));
    s.destroy(new Error('reason'));
    log(state(s));
  };
  cases[`${kind}, _destroy replaces the error`] = () => {
    watch('s', make({ destroy(error, done) { done(new Error('other')); } })).destroy(new Error('reason'));
  };
  cases[`${kind}, _destroy swallows the error`] = () => {
    watch('s', make({ destroy(error, done) { done(); } })).destroy(new Error('reason'));
  };
  cases[`${kind}, _destroy throws`] = () => {
    watch('s', make({ destroy() { throw new Error('thrown'); } })).destroy();
  };
  cases[`${kind}, emitClose false`] = () => {
    const s = watch('s', make({ emitClose: false }));
    s.destroy(new Error('reason'));
    setImmediate(() => log(state(s)));
  };
  cases[`${kind}, autoDestroy false`] = () => {
    const s = watch('s', make({ autoDestroy: false }));
    if (s.end) s.end();
    if (s.push) s.push(null);
    if (s.resume) s.resume();
    setImmediate(() => log(state(s)));
  };
  cases[`${kind}, stream.destroy`] = () => {
    stream.destroy(watch('s', make()));
    stream.destroy(watch('t', make()), new Error('given'));
  };
  cases[`${kind}, destroyed set by hand`] = () => {
    const s = watch('s', make());
    s.destroyed = true;
    log(state(s));
    s.destroy();
  };
}
Object.assign(cases, {
  'data after destroy'() {
    const r = watch('r', kinds.readable());
    r.on('data', (chunk) => log('data', String(chunk)));
    r.push('a');
    r.destroy();
    log(r.push('b'), r.read());
  },
  'destroy in a data listener'() {
    const r = watch('r', Readable.from(['a', 'b', 'c']));
    r.on('data', (chunk) => {
      log('data', chunk);
      r.destroy();
    });
  },
  'destroy in an error listener'() {
    const r = kinds.readable();
    r.on('error', (error) => {
      log(error.message);
      r.destroy(new Error('again'));
    });
    r.on('close', () => log('close'));
    r.destroy(new Error('first'));
  },
  'allowHalfOpen'() {
    for (const allowHalfOpen of [true, false]) {
      const d = watch(`half ${allowHalfOpen}`, kinds.duplex({ allowHalfOpen }));
      d.resume();
      d.push(null);
      setImmediate(() => log(allowHalfOpen, state(d)));
    }
  },
  'one side only'() {
    const d = watch('not readable', kinds.duplex({ readable: false }));
    d.end();
    const e = watch('not writable', kinds.duplex({ writable: false }));
    e.resume();
    e.push(null);
    log(d.readable, e.writable);
  },
  'an end which nobody reads'() {
    const p = watch('p', new PassThrough());
    p.end('data');
    setImmediate(() => log(p.writableFinished, p.destroyed, p.readableLength));
  },
  'things which are no streams of ours'() {
    const EventEmitter = require('events');
    for (const object of [
      Object.assign(new EventEmitter(), { pipe() {}, name: 'nothing' }),
      Object.assign(new EventEmitter(), { pipe() {}, close() { log('close()'); } }),
      Object.assign(new EventEmitter(), { pipe() {}, setHeader() {}, abort() { log('abort()'); } }),
    ]) {
      object.on('error', (error) => log(error.name)).on('close', () => log('close'));
      stream.destroy(object);
      log(stream.isDestroyed(object), object.destroyed);
    }
    log(stream.isDestroyed({}), stream.destroy(null));
  },
});

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  }
}
main();
