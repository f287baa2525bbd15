// pipe and unpipe.
const { Readable, Writable, PassThrough, Stream } = require('stream');
const EventEmitter = require('events');
const log = console.log;

const source = (chunks) => new Readable({ read() { this.push(chunks.length > 0 ? chunks.shift() : null); } });
const target = (name, how = (done) => done(), options) => watch(name, new Writable({
  ...options,
  write(chunk, encoding, done) {
    log(name, String(chunk));
    how(done);
  },
}));
function watch(name, s) {
  for (const event of ['end', 'finish', 'close', 'error', 'pipe', 'unpipe', 'pause', 'resume', 'drain']) {
    s.on(event, (value) => log(name, event, value instanceof Error ? value.message : ''));
  }
  return s;
}

const cases = {
  'to the end'() {
    const r = watch('r', source(['a', 'b']));
    const w = target('w');
    log(r.pipe(w) === w, r.readableFlowing, r._readableState.pipes.length);
    process.nextTick(() => log('tick'));
  },
  'end: false'() {
    const w = target('w');
    source(['a']).pipe(w, { end: false }).on('unpipe', () => setImmediate(() => w.end('b')));
  },
  'backpressure'() {
    const r = watch('r', source(['aa', 'bb', 'cc']));
    r.pipe(target('w', setImmediate, { highWaterMark: 2 }));
  },
  'two targets, one of them slow'() {
    const r = watch('r', source(['a', 'b', 'c']));
    r.pipe(target('fast'));
    r.pipe(target('slow', setImmediate, { highWaterMark: 1 }));
    log(r._readableState.pipesCount);
  },
  'a target which is full already'() {
    const w = target('w', setImmediate, { highWaterMark: 1 });
    w.write('before');
    const r = watch('r', source(['a']));
    r.pipe(w);
    log(r.readableFlowing);
  },
  'unpipe one'() {
    const r = source(['a', 'b', 'c']);
    const first = target('first');
    const second = target('second');
    r.pipe(first);
    r.pipe(second);
    r.once('data', () => {
      log(r.unpipe(first) === r, r._readableState.pipes.length);
      r.unpipe(new PassThrough());
    });
  },
  'unpipe all, and pipe again'() {
    const r = watch('r', source(['a', 'b', 'c']));
    const w = target('w');
    r.pipe(w);
    r.pipe(target('v'));
    r.once('data', () => {
      r.unpipe();
      log(r.readableFlowing, r._readableState.pipes.length);
      setImmediate(() => r.pipe(w));
    });
  },
  'an error of the target'() {
    const r = watch('r', source(['a', 'b']));
    r.pipe(target('w', (done) => done(new Error('write'))));
  },
  'an error of the target which nobody hears'() {
    process.once('uncaughtException', (error) => log('uncaught', error.message));
    const r = watch('r', source(['a', 'b']));
    r.pipe(new Writable({ write(chunk, encoding, done) { done(new Error('unheard')); } }));
  },
  'an error of the source'() {
    const r = watch('r', new Readable({ read() {} }));
    const w = target('w');
    r.pipe(w);
    r.destroy(new Error('source'));
    setImmediate(() => log(w.destroyed, w.listenerCount('unpipe')));
  },
  'a target which closes'() {
    const r = watch('r', source(['a', 'b']));
    const w = target('w', (done) => {
      w.destroy();
      done();
    });
    r.pipe(w);
  },
  'a source which has ended'() {
    const r = source([]);
    r.resume();
    r.on('end', () => setImmediate(() => r.pipe(target('w'))));
  },
  'a target which is no stream'() {
    const object = watch('object', new EventEmitter());
    object.write = (chunk) => log('write', String(chunk));
    object.end = () => log('end()');
    source(['a']).pipe(object);
  },
  'the same target twice'() {
    const r = source(['a']);
    const w = target('w');
    r.pipe(w);
    r.pipe(w);
  },
  'through'() {
    source(['a', 'b']).pipe(new PassThrough()).pipe(new PassThrough()).pipe(target('w'));
  },
  'old streams'() {
    const old = watch('old', new Stream());
    old.readable = true;
    old.pause = () => log('pause()');
    old.resume = () => log('resume()');
    const w = target('w', setImmediate, { highWaterMark: 1 });
    old.pipe(w);
    old.emit('data', 'a');
    old.emit('data', 'b');
    setImmediate(() => old.emit('end'));
    const failing = new Stream();
    failing.pipe(target('v'));
    try {
      failing.emit('error', new Error('unheard'));
    } catch (error) {
      log(error.message);
    }
  },
  'wrap'() {
    const old = new EventEmitter();
    old.pause = () => log('pause()');
    old.resume = () => log('resume()');
    old.extra = function() { return this === old; };
    const r = watch('r', new Readable({ highWaterMark: 2 }).wrap(old));
    log(r.extra());
    r.on('data', (chunk) => log('data', String(chunk)));
    old.emit('data', 'abc');
    old.emit('data', 'd');
    setImmediate(() => old.emit('end'));
    const bad = watch('bad', new Readable().wrap(Object.assign(new EventEmitter(), { pause() {} })));
    bad.destroy();
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
