// Writable streams: the order of callbacks and events, backpressure, errors.
const { Writable } = require('stream');
const log = console.log;

function watch(name, stream) {
  for (const event of ['drain', 'prefinish', 'finish', 'close', 'error', 'pipe', 'unpipe']) {
    stream.on(event, (value) => log(name, event, value instanceof Error ? value.message : ''));
  }
  return stream;
}
const callback = (name) => (...args) => log(name, args.map((arg) => (arg ? arg.message : arg)));
const writer = (how, options) => watch('w', new Writable({
  ...options,
  write(chunk, encoding, done) {
    log('_write', chunk, encoding);
    how(done);
  },
}));

const cases = {
  'callbacks at once'() {
    const w = writer((done) => done());
    log(w.write('a', callback('a')), w.write('b', 'latin1', callback('b')), w.write(Buffer.from('c')));
    w.end('d', callback('end'));
    log('sync', w.writableEnded, w.writableFinished, w.writableLength);
    process.nextTick(() => log('tick', w.writableFinished));
  },
  'callbacks later'() {
    const w = writer(setImmediate);
    log(w.write('a', callback('a')), w.write('b', callback('b')), w.writableLength);
    w.end(callback('end'));
  },
  'backpressure'() {
    const w = writer(setImmediate, { highWaterMark: 3 });
    log(w.write('aa'), w.writableNeedDrain, w.write('b'), w.writableNeedDrain, w.write('c'));
    w.once('drain', () => {
      log(w.writableNeedDrain, w.writableLength);
      w.end();
    });
  },
  'a high water mark of 0'() {
    const w = writer(process.nextTick, { highWaterMark: 0 });
    log(w.write('a'), w.writableNeedDrain);
  },
  'no drain while ending'() {
    const w = writer(setImmediate, { highWaterMark: 1 });
    w.write('a');
    w.end();
  },
  'object mode'() {
    const w = writer((done) => done(), { objectMode: true });
    for (const chunk of [1, 'text', {}, undefined, '', false]) log(w.write(chunk));
    try {
      w.write(null);
    } catch (error) {
      log(error.code, error.message);
    }
    log(w.writableObjectMode, w.writableHighWaterMark);
  },
  'strings as they are'() {
    const w = writer((done) => done(), { decodeStrings: false, defaultEncoding: 'latin1' });
    w.write('a');
    w.write('b', 'hex');
    w.setDefaultEncoding('base64').write('c');
    for (const encoding of ['nonsense', 5, {}]) {
      for (const use of [() => w.write('x', encoding), () => w.setDefaultEncoding(encoding), () => new Writable({ defaultEncoding: encoding })]) {
        try {
          use();
          log('fine');
        } catch (error) {
          log(error.code, error.message);
        }
      }
    }
  },
  'chunks of the wrong kind'() {
    const w = writer((done) => done());
    for (const chunk of [undefined, null, 5, {}, [], true, new ArrayBuffer(1), new Uint8Array([1]), new Uint16Array([2])]) {
      try {
        w.write(chunk, callback('cb'));
      } catch (error) {
        log(error.code, error.message);
      }
    }
  },
  'an error at once'() {
    const w = writer((done) => done(new Error('write')));
    log(w.write('a', callback('a')), w.write('b', callback('b')), w.errored?.message);
    w.end(callback('end'));
    log('sync', w.destroyed, w.errored?.message);
  },
  'an error later'() {
    const w = writer((done) => setImmediate(done, new Error('write')));
    w.write('a', callback('a'));
    w.write('b', callback('b'));
    w.end(callback('end'));
  },
  'an error without destroying'() {
    const w = writer((done) => done(new Error('write')), { autoDestroy: false });
    w.write('a', callback('a'));
    setImmediate(() => log(w.destroyed, w.errored.message, w.writable));
  },
  '_write throws'() {
    const w = writer(() => { throw new Error('thrown'); });
    try {
      w.write('a');
    } catch (error) {
      log(error.message);
    }
  },
  'a second callback'() {
    writer((done) => {
      done();
      done();
    }).write('a');
  },
  'write after end'() {
    const w = writer((done) => done());
    w.end();
    log(w.write('late', callback('late')));
    w.end('later', callback('later'));
  },
  'end twice'() {
    const w = writer((done) => done());
    w.end(callback('first'));
    w.end(callback('second'));
    setImmediate(() => w.end(callback('third')));
    w.on('close', () => w.end(callback('after close')));
  },
  'end of a destroyed stream'() {
    const w = writer((done) => done());
    w.destroy();
    w.end(callback('end'));
    log(w.write('x', callback('write')));
  },
  'destroy while writing'() {
    const w = writer((done) => setImmediate(done));
    for (const chunk of ['a', 'b', 'c']) w.write(chunk, callback(chunk));
    w.end(callback('end'));
    w.destroy();
    log(w.writableAborted, w.writable, w.closed);
    setImmediate(() => log(w.closed, w.writableLength));
  },
  'a writable cannot be read'() {
    writer((done) => done()).pipe(process.stdout);
  },
  'write is not implemented'() {
    try {
      watch('w', new Writable()).write('a');
    } catch (error) {
      log(error.code, error.message);
    }
  },
  'empty chunks'() {
    const w = writer((done) => done());
    log(w.write(''), w.write(Buffer.alloc(0), callback('empty')), w.end('', callback('end')) === w);
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 6; i++) await new Promise(setImmediate);
  }
}
main();
