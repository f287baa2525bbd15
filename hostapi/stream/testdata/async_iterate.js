// The async iterator of readable streams.
const { Readable, PassThrough, Stream } = require('stream');
const log = console.log;

const source = (chunks, options) => new Readable({ objectMode: true, ...options, read() { this.push(chunks.length > 0 ? chunks.shift() : null); } });
const watch = (name, s) => {
  for (const event of ['end', 'close', 'error']) s.on(event, (value) => log(name, event, value ? value.message : ''));
  return s;
};
const settle = (name, promise) => promise.then(
  (result) => log(name, result.done, result.value),
  (error) => log(name, 'rejected', error.name, error.code, error.message));
async function all(iterator, each = () => {}) {
  const values = [];
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return values;
    values.push(value);
    await each(value, iterator);
  }
}

const cases = {
  'to the end'() {
    const r = watch('r', source([1, 2, 3]));
    all(r[Symbol.asyncIterator]()).then((values) => log(values, r.destroyed));
    process.nextTick(() => log('tick'));
    Promise.resolve().then(() => log('microtask'));
  },
  'several next() at once'() {
    const iterator = source([1, 2])[Symbol.asyncIterator]();
    for (const name of ['a', 'b', 'c', 'd']) settle(name, iterator.next());
  },
  'return'() {
    const r = watch('r', source([1, 2, 3]));
    const iterator = r[Symbol.asyncIterator]();
    settle('next', iterator.next());
    settle('return', iterator.return('value'));
    settle('after', iterator.next());
    settle('return again', iterator.return('again'));
    log(r.destroyed);
  },
  'return before next'() {
    const r = watch('r', source([1]));
    const iterator = r[Symbol.asyncIterator]();
    settle('return', iterator.return('value'));
    settle('next', iterator.next());
    setImmediate(() => log(r.destroyed));
  },
  'throw'() {
    const r = watch('r', source([1, 2]));
    const iterator = r[Symbol.asyncIterator]();
    settle('next', iterator.next());
    settle('throw', iterator.throw(new Error('thrown')));
    settle('after', iterator.next());
  },
  'destroyOnReturn'() {
    const r = watch('r', source([1, 2, 3]));
    const iterator = r.iterator({ destroyOnReturn: false });
    settle('next', iterator.next());
    iterator.return().then(() => {
      log(r.destroyed, r.listenerCount('readable'), r.listenerCount('end'));
      return all(r.iterator());
    }).then(log);
    for (const options of [5, null, {}]) {
      try {
        r.iterator(options);
        log('fine');
      } catch (error) {
        log(error.code, error.message);
      }
    }
  },
  'an error before'() {
    const r = source([]);
    r.on('error', () => {});
    r.destroy(new Error('before'));
    settle('next', r[Symbol.asyncIterator]().next());
  },
  'an error while waiting'() {
    const r = watch('r', new Readable({ read() {} }));
    const iterator = r[Symbol.asyncIterator]();
    settle('next', iterator.next());
    settle('behind', iterator.next());
    setImmediate(() => r.destroy(new Error('while waiting')));
  },
  'an error behind data'() {
    const r = watch('r', new Readable({ objectMode: true, read() {} }));
    r.push(1);
    const iterator = r[Symbol.asyncIterator]();
    settle('next', iterator.next());
    r.destroy(new Error('behind data'));
    setImmediate(() => settle('after', iterator.next()));
  },
  'destroyed while waiting'() {
    const r = watch('r', new Readable({ read() {} }));
    settle('next', r[Symbol.asyncIterator]().next());
    setImmediate(() => r.destroy());
  },
  'bytes are joined'() {
    const p = new PassThrough();
    p.write('a');
    p.write('b');
    all(p[Symbol.asyncIterator]()).then((values) => log(values.map(String)));
    setImmediate(() => p.end('c'));
  },
  'encodings'() {
    const p = new PassThrough({ encoding: 'utf8' });
    p.write(Buffer.from([0xe2, 0x82]));
    p.end(Buffer.from([0xac]));
    all(p[Symbol.asyncIterator]()).then(log);
  },
  'promises as chunks'() {
    all(source([Promise.resolve('resolved'), { then: (f) => f('thenable') }])[Symbol.asyncIterator]()).then(log);
  },
  'left in the middle'() {
    const r = watch('r', source([1, 2, 3]));
    const iterator = r[Symbol.asyncIterator]();
    all(iterator, (value) => (value === 2 ? iterator.return() : undefined)).then((values) => log(values, r.destroyed));
  },
  'old streams'() {
    const old = new Stream();
    const iterator = Readable.prototype[Symbol.asyncIterator].call(old);
    all(iterator).then(log);
    old.emit('data', 'a');
    old.emit('data', 'b');
    old.emit('end');
  },
  'the iterator itself'() {
    const r = source([]);
    const iterator = r[Symbol.asyncIterator]();
    log(iterator.stream === r, iterator[Symbol.asyncIterator]() === iterator, Object.prototype.toString.call(iterator), Object.keys(iterator));
  },
  'asyncDispose'() {
    const r = watch('r', source([1]));
    r[Symbol.asyncDispose]().then((value) => log('disposed', value, r.destroyed));
    const p = watch('p', new PassThrough());
    p[Symbol.asyncDispose]().then((value) => log('disposed', value, p.destroyed));
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
