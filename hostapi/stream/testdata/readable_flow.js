// Readable streams which flow: 'data', pause, resume, and the ticks in which events come.
const { Readable } = require('stream');
const log = console.log;

function source(chunks, options) {
  return new Readable({ ...options, read() { this.push(chunks.length > 0 ? chunks.shift() : null); } });
}

function watch(name, stream) {
  for (const event of ['data', 'end', 'close', 'error', 'pause', 'resume']) {
    stream.on(event, (value) => log(name, event, String(value)));
  }
  return stream;
}

const cases = {
  'data, end, close among ticks and microtasks'() {
    const r = watch('r', source(['a', 'b']));
    log(r.readableFlowing, r.readable, r.readableLength);
    process.nextTick(() => log('tick'));
    Promise.resolve().then(() => log('microtask'));
    setImmediate(() => log('immediate', r.readableFlowing, r.readable, r.readableEnded, r.destroyed, r.closed));
  },
  'pause in a listener'() {
    const r = watch('r', source(['a', 'b', 'c']));
    r.once('data', () => {
      r.pause();
      log('paused', r.isPaused(), r.readableFlowing);
      setImmediate(() => {
        r.resume();
        log('resumed', r.isPaused(), r.readableFlowing);
      });
    });
  },
  'pause and resume before anything'() {
    const r = source(['a']);
    log(r.isPaused(), r.pause() === r, r.isPaused(), r.resume() === r, r.isPaused());
    watch('r', r);
    r.pause();
    r.pause();
    r.resume();
  },
  'a listener does not start what was paused'() {
    const r = source(['a']);
    r.pause();
    watch('r', r);
    setImmediate(() => {
      log('still', r.readableFlowing);
      r.resume();
    });
  },
  'resume without listeners throws the data away'() {
    const r = source(['a', 'b']);
    r.on('end', () => log('end'));
    r.resume();
  },
  'the last data listener leaves'() {
    const r = source(['a', 'b', 'c']);
    const once = (chunk) => {
      log('once', String(chunk));
      r.removeListener('data', once);
      log(r.readableFlowing, r.listenerCount('data'));
    };
    r.on('data', once);
    r.on('end', () => log('end'));
  },
  'pushed from outside'() {
    const r = watch('r', new Readable({ read() { log('_read'); } }));
    r.push('sync');
    setImmediate(() => {
      log(r.push('first'), r.push('second'), r.push(''), r.push(null));
      log(r.push(null));
    });
  },
  'object mode'() {
    const r = watch('r', source([1, 'two', { toString: () => 'three' }, '', 0, false], { objectMode: true }));
    log(r.readableObjectMode, r.readableHighWaterMark);
    r.on('end', () => log(r.readableDidRead));
  },
  'several listeners, one of which throws'() {
    process.once('uncaughtException', (error) => log('uncaught', error.message));
    const r = source(['a', 'b']);
    r.on('data', (chunk) => {
      log('first', String(chunk));
      if (String(chunk) === 'a') throw new Error('listener');
    });
    r.on('data', (chunk) => log('second', String(chunk)));
    r.on('end', () => log('end'));
    setImmediate(() => r.resume());
  },
  'push after the end'() {
    const r = watch('r', new Readable({ read() {} }));
    r.push(null);
    log(r.push('late'));
  },
  'read is not implemented'() {
    watch('r', new Readable());
  },
  '_read throws'() {
    watch('r', new Readable({ read() { throw new Error('from _read'); } }));
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  }
}
main();
