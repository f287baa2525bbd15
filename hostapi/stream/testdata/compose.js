// compose, Duplex.from, Readable.from.
const { compose, Readable, Writable, Duplex, Transform, PassThrough } = require('stream');
const log = console.log;

function watch(name, s) {
  for (const event of ['data', 'end', 'finish', 'close', 'error']) {
    s.on(event, (value) => log(name, event, value instanceof Error ? `${value.name} ${value.message}` : value === undefined ? '' : String(value)));
  }
  return s;
}
const upper = () => new Transform({ transform(chunk, encoding, done) { done(null, String(chunk).toUpperCase()); } });
const attempt = (make) => {
  try {
    return make();
  } catch (error) {
    log(error.code, error.message);
    return undefined;
  }
};
function* generator(values, name) {
  try {
    yield* values;
  } finally {
    log(name, 'finally');
  }
}
function asyncIterable(values, fails) {
  let index = 0;
  return {
    [Symbol.asyncIterator]() { return this; },
    async next() {
      if (index === values.length && fails) throw new Error('iterator');
      return index < values.length ? { value: values[index++], done: false } : { value: undefined, done: true };
    },
    async return(value) {
      log('return');
      return { value, done: true };
    },
    async throw(error) {
      log('throw', error.message);
      return { value: undefined, done: true };
    },
  };
}

const cases = {
  'compose transforms'() {
    const d = watch('d', compose(upper(), new PassThrough()));
    log(d instanceof Duplex, d.readable, d.writable);
    d.write('a');
    d.end('b');
  },
  'compose functions'() {
    const d = compose((source) => ({
      [Symbol.asyncIterator]() { return source[Symbol.asyncIterator](); },
    }), upper());
    watch('d', d).end('text');
  },
  'compose to a writable, from a readable'() {
    const w = watch('w', compose(upper(), new Writable({
      write(chunk, encoding, done) {
        log('_write', String(chunk));
        done();
      },
    })));
    log(w.readable, w.writable);
    w.end('x');
    const r = watch('r', compose(Readable.from(['a']), upper()));
    log(r.readable, r.writable);
  },
  'an error inside'() {
    const bad = new Transform({ transform(chunk, encoding, done) { done(new Error('inside')); } });
    const d = watch('d', compose(new PassThrough(), bad));
    d.write('x');
    setImmediate(() => setImmediate(() => log(bad.destroyed, d.destroyed)));
  },
  'destroyed from outside'() {
    const inner = watch('inner', new PassThrough());
    const d = watch('d', compose(inner, new PassThrough()));
    d.destroy();
  },
  'wrong parts'() {
    attempt(() => compose());
    attempt(() => compose(new Writable(), new PassThrough()));
    attempt(() => compose(new PassThrough(), new Readable()));
    log(compose(new PassThrough()) instanceof PassThrough);
  },
  'Readable.prototype.compose'() {
    watch('r', Readable.from(['a', 'b']).compose(upper()));
    attempt(() => Readable.from([]).compose(new Readable()));
  },
  'Readable.from iterables'() {
    watch('array', Readable.from(['a', 1, { toString: () => 'object' }]));
    watch('promises', Readable.from([Promise.resolve('p'), 'q', { then(resolve) { resolve('thenable'); } }]));
    watch('set', Readable.from(new Set([1, 2])));
    watch('generator', Readable.from(generator([1, 2], 'generator')));
    watch('async', Readable.from(asyncIterable(['x', 'y'])));
    watch('string', Readable.from('whole'));
    watch('bytes', Readable.from(Buffer.from('bytes')));
    watch('bytes mode', Readable.from(['ab', 'cd'], { objectMode: false, encoding: 'hex' }));
    log(Readable.from([]).readableHighWaterMark, Readable.from([]).readableObjectMode);
  },
  'Readable.from what fails'() {
    watch('null', Readable.from([1, null]));
    watch('rejected', Readable.from([Promise.reject(new Error('rejected'))]));
    watch('iterator', Readable.from(asyncIterable([1], true)));
    for (const wrong of [5, null, undefined, {}, () => {}]) attempt(() => Readable.from(wrong));
  },
  'Readable.from is closed early'() {
    const r = watch('generator', Readable.from(generator([1, 2, 3], 'generator')));
    r.once('data', () => r.destroy());
    const s = watch('async', Readable.from(asyncIterable([1, 2, 3])));
    s.once('data', () => s.destroy(new Error('stop')));
    const t = watch('async too', Readable.from(asyncIterable([1, 2, 3])));
    t.once('data', () => t.destroy());
  },
  'Duplex.from streams'() {
    const duplex = new PassThrough();
    log(Duplex.from(duplex) === duplex);
    watch('readable', Duplex.from(Readable.from(['r'])));
    const w = watch('writable', Duplex.from(new Writable({
      write(chunk, encoding, done) {
        log('_write', String(chunk));
        done();
      },
    })));
    log(w.readable, w.writable);
    w.end('w');
    const pair = watch('pair', Duplex.from({ readable: Readable.from(['out']), writable: new PassThrough() }));
    log(pair.readable, pair.writable);
    pair.end('in');
  },
  'Duplex.from other things'() {
    watch('iterable', Duplex.from(['a', 'b']));
    watch('promise', Duplex.from(Promise.resolve('value')));
    watch('no value', Duplex.from(Promise.resolve()));
    watch('rejected', Duplex.from(Promise.reject(new Error('rejected'))));
    const consumer = watch('function', Duplex.from(async (source) => {
      const iterator = source[Symbol.asyncIterator]();
      for (let result = await iterator.next(); !result.done; result = await iterator.next()) log('consumed', String(result.value));
    }));
    consumer.write('1');
    consumer.end('2');
    for (const wrong of [5, null, undefined, {}, () => 5]) attempt(() => Duplex.from(wrong));
  },
  'Duplex.from, one part fails'() {
    const r = new PassThrough();
    const w = watch('w', new PassThrough());
    watch('pair', Duplex.from({ readable: r, writable: w }));
    r.destroy(new Error('readable part'));
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 12; i++) await new Promise(setImmediate);
  }
}
main();
