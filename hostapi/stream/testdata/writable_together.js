// cork, writev, final, construct.
const { Writable, Duplex, Readable } = require('stream');
const log = console.log;

function watch(name, stream) {
  for (const event of ['drain', 'prefinish', 'finish', 'end', 'close', 'error']) {
    stream.on(event, (value) => log(name, event, value instanceof Error ? value.message : ''));
  }
  return stream;
}
const callback = (name) => (...args) => log(name, args.map((arg) => (arg ? arg.message : arg)));
const write = (chunk, encoding, done) => {
  log('_write', String(chunk), encoding);
  done();
};
const writev = (chunks, done) => {
  log('_writev', chunks.map(({ chunk, encoding }) => `${chunk} ${encoding}`), chunks.allBuffers);
  done();
};

const cases = {
  'cork and uncork'() {
    const w = watch('w', new Writable({ write, writev }));
    w.cork();
    w.cork();
    for (const chunk of ['a', 'b', 'c']) w.write(chunk, callback(chunk));
    log(w.writableCorked, w.writableLength, w.writableBuffer.length);
    w.uncork();
    log('one left', w.writableCorked);
    w.uncork();
    w.uncork();
    log(w.writableCorked, w.writableLength);
    w.end();
  },
  'end uncorks'() {
    const w = watch('w', new Writable({ write, writev }));
    w.cork();
    w.cork();
    w.write('a');
    w.write('b');
    w.end('c');
  },
  'one chunk is written alone'() {
    const w = watch('w', new Writable({ write, writev }));
    w.cork();
    w.write('a');
    w.uncork();
  },
  'without writev'() {
    const w = watch('w', new Writable({ write }));
    w.cork();
    w.write('a', callback('a'));
    w.write('b', callback('b'));
    process.nextTick(() => w.uncork());
  },
  'only writev'() {
    const w = watch('w', new Writable({ writev, decodeStrings: false }));
    w.write('a');
    w.write('b', 'latin1');
    w.end();
  },
  'what waits is written together'() {
    const w = watch('w', new Writable({
      write(chunk, encoding, done) {
        log('_write', String(chunk));
        setImmediate(done);
      },
      writev(chunks, done) {
        writev(chunks, () => setImmediate(done));
      },
    }));
    for (const chunk of ['a', 'b', 'c', 'd']) w.write(chunk, callback(chunk));
    w.end();
  },
  'writev fails'() {
    const w = watch('w', new Writable({ write, writev(chunks, done) { done(new Error('writev')); } }));
    w.cork();
    w.write('a', callback('a'));
    w.write('b', callback('b'));
    w.uncork();
  },
  'final'() {
    const w = watch('w', new Writable({
      write,
      final(done) {
        log('_final');
        setImmediate(done);
      },
    }));
    w.write('a');
    w.end(callback('end'));
    log(w.writableFinished);
  },
  'final at once'() {
    watch('w', new Writable({ write, final: (done) => done() })).end('a', callback('end'));
    log('sync');
    process.nextTick(() => log('tick'));
  },
  'final fails'() {
    watch('w', new Writable({ write, final: (done) => done(new Error('final')) })).end(callback('end'));
  },
  'final throws'() {
    watch('w', new Writable({ write, final() { throw new Error('final throws'); } })).end(callback('end'));
  },
  'final calls back twice'() {
    watch('w', new Writable({ write, final(done) { done(); done(); } })).end(callback('end'));
  },
  'construct'() {
    const w = watch('w', new Writable({
      write,
      construct(done) {
        log('_construct');
        setImmediate(done);
      },
    }));
    log(w.write('a', callback('a')), w.writableLength);
    w.end(callback('end'));
    setImmediate(() => setImmediate(() => log('constructed')));
  },
  'construct fails'() {
    const w = watch('w', new Writable({ write, construct: (done) => done(new Error('construct')) }));
    w.write('a', callback('a'));
    w.end(callback('end'));
  },
  'construct throws'() {
    watch('r', new Readable({ read() { log('never'); }, construct() { throw new Error('construct throws'); } })).resume();
  },
  'destroyed before it was constructed'() {
    const r = watch('r', new Readable({
      read() { log('never'); },
      construct(done) { setImmediate(done); },
      destroy(error, done) {
        log('_destroy', error);
        done(error);
      },
    }));
    r.destroy();
    log(r.destroyed, r.closed);
  },
  'reading waits for construct'() {
    const r = watch('r', new Readable({
      construct(done) { setImmediate(done); },
      read() {
        log('_read');
        this.push(null);
      },
    }));
    r.on('data', log);
  },
  'construct of a duplex stream'() {
    const d = watch('d', new Duplex({
      construct(done) {
        log('_construct');
        process.nextTick(done);
      },
      read() { this.push(null); },
      write,
    }));
    d.resume();
    d.end('a');
  },
  'construct calls back twice'() {
    watch('w', new Writable({ write, construct(done) { done(); done(); } }));
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
