// Duplex, Transform, PassThrough, duplexPair.
const { Duplex, Transform, PassThrough, duplexPair } = require('stream');
const log = console.log;

function watch(name, s) {
  for (const event of ['data', 'end', 'prefinish', 'finish', 'close', 'error', 'drain']) {
    s.on(event, (value) => log(name, event, value instanceof Error ? value.message : value === undefined ? '' : String(value)));
  }
  return s;
}
const upper = (options) => new Transform({
  transform(chunk, encoding, done) { done(null, String(chunk).toUpperCase()); },
  ...options,
});

const cases = {
  'transform and flush'() {
    const t = watch('t', upper({ flush(done) { done(null, '!'); } }));
    log(t.write('a'), t.write('b'));
    t.end('c', () => log('end callback'));
    process.nextTick(() => log('tick'));
  },
  'transform later'() {
    const t = watch('t', new Transform({
      transform(chunk, encoding, done) {
        log('_transform', String(chunk), encoding);
        setImmediate(done, null, chunk);
      },
      flush(done) { setImmediate(done); },
    }));
    for (const chunk of ['a', 'b']) t.write(chunk, () => log('written', chunk));
    t.end();
  },
  'several or no pieces'() {
    const t = watch('t', new Transform({
      readableObjectMode: true,
      transform(chunk, encoding, done) {
        for (const byte of chunk) this.push(byte);
        done();
      },
    }));
    t.write('ab');
    t.write('');
    t.end();
    log(t.readableObjectMode, t.writableObjectMode, t.readableHighWaterMark, t.writableHighWaterMark);
  },
  'transform fails'() {
    watch('t', upper({ transform(chunk, encoding, done) { done(new Error('transform')); } })).write('a', (error) => log('callback', error.message));
  },
  'transform throws'() {
    try {
      watch('t', upper({ transform() { throw new Error('thrown'); } })).write('a');
    } catch (error) {
      log(error.message);
    }
  },
  'flush fails'() {
    watch('t', upper({ flush(done) { done(new Error('flush')); } })).end('a');
  },
  'transform is not implemented'() {
    try {
      new Transform().write('a');
    } catch (error) {
      log(error.code, error.message);
    }
  },
  'backpressure through a transform'() {
    const t = new PassThrough({ highWaterMark: 2 });
    log(t.write('ab'), t.write('cd'), t.write('e'), t.writableLength, t.readableLength);
    t.on('drain', () => log('drain', t.writableLength, t.readableLength));
    setImmediate(() => {
      log(String(t.read()), t.writableLength, t.readableLength);
      log(String(t.read()), t.writableLength, t.readableLength);
    });
  },
  'marks of 0'() {
    log(new Transform({ readableHighWaterMark: 0 }).writableHighWaterMark, new Transform({ highWaterMark: 0 }).readableHighWaterMark);
    const t = watch('t', new PassThrough({ highWaterMark: 0 }));
    log(t.write('a'), t.write('b'));
    t.end();
  },
  'the readable side ends first'() {
    const t = watch('t', upper());
    t.push(null);
    t.write('a', (error) => log('callback', error?.message));
  },
  'a subclass with its own final'() {
    class Mine extends Transform {
      _transform(chunk, encoding, done) { done(null, chunk); }
      _flush(done) {
        log('_flush');
        done();
      }
      _final(done) {
        log('_final');
        done();
      }
    }
    watch('t', new Mine()).end('x');
  },
  'old style subclass'() {
    function Old() { Transform.call(this, { objectMode: true }); }
    require('util').inherits(Old, Transform);
    Old.prototype._transform = function(value, encoding, done) {
      this.push(value * 2);
      done();
    };
    const old = watch('old', new Old());
    old.write(1);
    old.end(2);
    log(Transform({ objectMode: true }) instanceof Transform, PassThrough() instanceof Duplex, Duplex() instanceof Duplex);
  },
  'duplex: two independent sides'() {
    const d = watch('d', new Duplex({
      read() {
        this.push('from _read');
        this.push(null);
      },
      write(chunk, encoding, done) {
        log('_write', String(chunk));
        done();
      },
      final(done) {
        log('_final');
        done();
      },
    }));
    d.end('written');
  },
  'duplex options'() {
    const d = new Duplex({ readableObjectMode: true, writableHighWaterMark: 5, readableHighWaterMark: 3, defaultEncoding: 'latin1' });
    log(d.readableObjectMode, d.writableObjectMode, d.readableHighWaterMark, d.writableHighWaterMark, d.allowHalfOpen);
    for (const options of [{ highWaterMark: -1 }, { readableHighWaterMark: 'x' }, { writableHighWaterMark: 1.5 }, { highWaterMark: NaN }]) {
      for (const Class of [Duplex, Transform]) {
        try {
          new Class(options);
          log('fine');
        } catch (error) {
          log(error.code, error.message);
        }
      }
    }
  },
  'duplexPair'() {
    const [a, b] = duplexPair();
    watch('a', a);
    watch('b', b);
    a.write('to b', () => log('written'));
    b.write('to a');
    a.write('');
    a.end('last');
    b.end();
  },
  'duplexPair in object mode, with backpressure'() {
    const [a, b] = duplexPair({ objectMode: true, highWaterMark: 1 });
    log(a.write({ n: 1 }), a.write({ n: 2 }), a.writableLength);
    b.on('data', ({ n }) => log('b', n));
    a.end();
    b.on('end', () => log('b ended'));
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 8; i++) await new Promise(setImmediate);
  }
}
main();
