// pipeline, with callbacks and promises.
const stream = require('stream');
const { pipeline, Readable, Writable, Transform, PassThrough, Duplex } = stream;
const promises = require('stream/promises');
const log = console.log;

const source = (chunks, options) => new Readable({ ...options, read() { this.push(chunks.length > 0 ? chunks.shift() : null); } });
const sink = (name, options) => new Writable({
  write(chunk, encoding, done) {
    log(name, String(chunk));
    done();
  },
  ...options,
});
function watch(name, s) {
  for (const event of ['end', 'finish', 'close', 'error']) {
    s.on(event, (value) => log(name, event, value instanceof Error ? `${value.code ?? value.name} ${value.message}` : ''));
  }
  return s;
}
const done = (name, ...streams) => (error, value) => {
  log(name, error ? `${error.name} ${error.code} ${error.message}` : error, value, streams.map((s) => s.destroyed));
};
function asyncIterable(values) {
  let index = 0;
  return {
    [Symbol.asyncIterator]() { return this; },
    next() { return Promise.resolve(index < values.length ? { value: values[index++], done: false } : { value: undefined, done: true }); },
    return() {
      log('return()');
      return Promise.resolve({ value: undefined, done: true });
    },
  };
}
// What `async function*(source) { for await (const chunk of source) yield f(chunk); }` would return.
function mapped(iterable, f) {
  const iterator = (iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator]).call(iterable);
  return {
    [Symbol.asyncIterator]() { return this; },
    next: () => Promise.resolve(iterator.next()).then(({ value, done: isDone }) => ({ value: isDone ? undefined : f(value), done: isDone })),
    return: () => iterator.return?.() ?? Promise.resolve({ value: undefined, done: true }),
  };
}
async function collect(iterable) {
  const iterator = iterable[Symbol.asyncIterator]();
  let all = '';
  for (;;) {
    const { value, done: isDone } = await iterator.next();
    if (isDone) return all;
    all += value;
  }
}

const cases = {
  'all goes well'() {
    const r = watch('r', source(['a', 'b']));
    const t = watch('t', new PassThrough());
    const w = watch('w', sink('w'));
    log(pipeline(r, t, w, done('done', r, t, w)) === w);
  },
  'the source fails'() {
    const r = watch('r', new Readable({ read() { process.nextTick(() => this.destroy(new Error('source'))); } }));
    const t = watch('t', new PassThrough());
    const w = watch('w', sink('w'));
    pipeline([r, t, w], done('done', r, t, w));
  },
  'the middle fails'() {
    const r = watch('r', source(['a', 'b']));
    const t = watch('t', new Transform({ transform(chunk, encoding, callback) { callback(new Error('middle')); } }));
    const w = watch('w', sink('w'));
    pipeline(r, t, w, done('done', r, t, w));
  },
  'the target fails'() {
    const r = watch('r', source(['a', 'b']));
    const w = watch('w', sink('w', { write(chunk, encoding, callback) { setImmediate(callback, new Error('target')); } }));
    pipeline(r, w, done('done', r, w));
  },
  'the source closes too early'() {
    const r = watch('r', new Readable({ read() {} }));
    const w = watch('w', sink('w'));
    pipeline(r, w, done('done', r, w));
    r.push('a');
    setImmediate(() => r.destroy());
  },
  'the target closes too early'() {
    const r = watch('r', new Readable({ read() {} }));
    const w = watch('w', sink('w'));
    pipeline(r, w, done('done', r, w));
    setImmediate(() => w.destroy());
  },
  'the last stream can be read'() {
    const r = source(['a']);
    const t = watch('t', new PassThrough());
    pipeline(r, t, done('done', r, t)).on('data', (chunk) => log('data', String(chunk)));
  },
  'iterables and functions'() {
    pipeline(['a', 'b'], sink('array'), done('array'));
    pipeline(asyncIterable(['c', 'd']), sink('async iterable'), done('async iterable'));
    pipeline(({ signal }) => {
      log('signal', signal.aborted);
      return ['e'];
    }, (iterable) => mapped(iterable, (chunk) => chunk.toUpperCase()), sink('functions'), done('functions'));
    pipeline('string', sink('string'), done('string'));
  },
  'an async function at the end'() {
    const result = pipeline(source(['a', 'b']), collect, done('value'));
    log(result instanceof Duplex);
    result.on('data', (chunk) => log('data', String(chunk)));
    pipeline(source(['a']), async () => { throw new Error('consumer'); }, done('rejected')).on('error', (error) => log('error', error.message));
  },
  'a function which returns the wrong thing'() {
    for (const streams of [[() => 5, sink('w')], [source(['a']), () => 5, sink('w')], [source(['a']), () => 5]]) {
      try {
        pipeline(...streams, done('done'));
      } catch (error) {
        log(error.code, error.message);
      }
    }
  },
  'wrong arguments'() {
    for (const streams of [[], [source([])], [source([]), sink('w')], [[source([])], done('x')], [5, sink('w'), done('x')], [source([]), 5, done('x')]]) {
      try {
        pipeline(...streams);
        log('fine');
      } catch (error) {
        log(error.code, error.message);
      }
    }
  },
  'an iterable which fails'() {
    const failing = { * [Symbol.iterator]() { yield 'a'; throw new Error('iterator'); } };
    const w = watch('w', sink('w'));
    pipeline(failing, w, done('done', w));
  },
  'an iterable is closed when the target fails'() {
    const w = watch('w', sink('w', { highWaterMark: 1, write(chunk, encoding, callback) { setImmediate(callback, new Error('target')); } }));
    pipeline(asyncIterable(['a', 'b', 'c']), w, done('done', w));
  },
  'promises'() {
    promises.pipeline(source(['a']), sink('w')).then((value) => log('resolved', value));
    promises.pipeline(source(['a']), collect).then((value) => log('resolved', value));
    promises.pipeline(source(['a']), sink('v', { write(chunk, encoding, callback) { callback(new Error('written')); } })).catch((error) => log('rejected', error.message));
    promises.pipeline(source(['a'])).catch((error) => log(error.code, error.message));
    stream.promises.pipeline(5, sink('w')).catch((error) => log(error.code));
    const left = sink('left open');
    promises.pipeline(source(['a']), left, { end: false }).then(() => {
      log('resolved', left.writableEnded);
      left.end('b');
    });
  },
  'abort'() {
    const controller = new AbortController();
    const r = watch('r', new Readable({ read() {} }));
    const w = watch('w', sink('w'));
    promises.pipeline(r, w, { signal: controller.signal }).catch((error) => log(error.name, error.code, error.cause));
    setImmediate(() => controller.abort('enough'));
    promises.pipeline(source(['a']), sink('v'), { signal: AbortSignal.abort('before') }).catch((error) => log(error.name, error.cause));
    promises.pipeline(source(['a']), sink('v'), { signal: 5 }).catch((error) => log(error.code, error.message));
  },
  'promisify'() {
    const { promisify } = require('util');
    log(promisify(pipeline) === promises.pipeline, promisify(stream.finished) === promises.finished);
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 10; i++) await new Promise(setImmediate);
  }
}
main();
