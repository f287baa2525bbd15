// Random programs: each makes streams with random options, feeds, reads, pipes and disturbs them at
// random moments, and logs every event, callback and answer. Printed is a digest of each log;
// `node random_streams.js pipeline 17` prints the log itself.
const stream = require('stream');
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = stream;

let lines;
const log = (...words) => { if (lines.length < 500) lines.push(words.join(' ')); };
process.on('uncaughtException', (error) => log('uncaught', show(error)));
process.on('unhandledRejection', (error) => log('unhandled', show(error)));

function show(value) {
  if (value === null || value === undefined) return String(value);
  if (Buffer.isBuffer(value)) return `<${value.latin1Slice()}>`;
  if (value instanceof Error) return value.code ?? value.message;
  return Array.isArray(value) ? `[${value.map(show)}]` : `${typeof value} ${value}`;
}

class Random {
  constructor(seed) {
    this.state = Math.imul(seed, 2654435761) >>> 0 || 1;
    for (let i = 0; i < 5; i++) this.below(2);
  }

  below(n) {
    this.state ^= this.state << 13;
    this.state >>>= 0;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % n;
  }

  oneIn(n) { return this.below(n) === 0; }

  pick(list) { return list[this.below(list.length)]; }
}

const moments = [
  (f) => f(),
  (f) => process.nextTick(f),
  (f) => queueMicrotask(f),
  (f) => setImmediate(f),
  (f) => setImmediate(() => process.nextTick(f)),
  (f) => Promise.resolve().then(() => process.nextTick(f)),
];

class Program {
  constructor(seed) {
    this.random = new Random(seed);
    this.objectMode = this.random.oneIn(2);
    this.chunks = 0;
    this.reads = 60;
  }

  moment(later) { return moments[later ? 1 + this.random.below(moments.length - 1) : this.random.below(moments.length)]; }

  soon(f) { this.moment(false)(f); }

  later(f) { this.moment(true)(f); }

  chunk() {
    this.chunks++;
    if (this.objectMode) return this.random.pick([this.chunks, '', `s${this.chunks}`, { toString: () => 'object' }]);
    const text = this.random.pick(['a', 'bb', 'ccc', 'dddd', '']) + (this.chunks % 10);
    return this.random.oneIn(3) ? Buffer.from(text) : text;
  }

  commonOptions() {
    const { random } = this;
    const options = { objectMode: this.objectMode };
    if (random.oneIn(3)) options.highWaterMark = random.pick([0, 1, 2, 3, 5, 100]);
    if (random.oneIn(6)) options.emitClose = false;
    if (random.oneIn(5)) options.autoDestroy = false;
    if (random.oneIn(6)) options.construct = this.method('_construct', this.below(5));
    if (random.oneIn(4)) options.destroy = this.destroyMethod();
    return options;
  }

  below(n) { return this.random.below(n); }

  // A method which calls back at some moment: with an error (0), twice (1), or throws (2).
  method(name, kind) {
    const moment = this.moment(false);
    return (...args) => {
      log(name);
      const callback = args.at(-1);
      if (kind === 2) throw new Error(`${name} throws`);
      moment(() => {
        callback(kind === 0 ? new Error(name) : null);
        if (kind === 1) callback();
      });
    };
  }

  destroyMethod() {
    const kind = this.below(4);
    const moment = this.moment(false);
    return (error, callback) => {
      log('_destroy', show(error));
      if (kind === 0) throw new Error('_destroy throws');
      moment(() => callback(kind === 1 ? new Error('_destroy') : error));
    };
  }

  readOptions() {
    const program = this;
    const sync = this.below(8);
    let left = this.below(6) + 1;
    const options = {
      ...this.commonOptions(),
      read(size) {
        log('_read', size);
        if (program.reads-- < 0) this.push(null);
        else if (left-- <= 0) program.endReading(this);
        else program.push(this, sync);
      },
    };
    if (!this.objectMode && this.random.oneIn(4)) options.encoding = this.random.pick(['utf8', 'hex', 'latin1', 'base64']);
    return options;
  }

  endReading(s) {
    const kind = this.below(12);
    if (kind === 0) s.destroy(new Error('_read destroys'));
    else if (kind === 1) throw new Error('_read throws');
    else this.soon(() => log('end', s.push(null)));
    if (this.random.oneIn(8)) this.soon(() => log('late', s.push(this.chunk())));
  }

  push(s, kind) {
    const count = kind === 0 ? this.below(3) + 1 : 1;
    for (let i = 0; i < count; i++) {
      const chunk = this.chunk();
      const push = () => log('push', show(chunk), s.push(chunk));
      if (kind < 4) push();
      else this.later(push);
    }
    if (this.random.oneIn(25)) this.soon(() => log('unshift', s.unshift(this.chunk())));
  }

  writeOptions() {
    const { random } = this;
    const moment = this.moment(false);
    const trouble = this.below(12);
    let writes = 0;
    const options = {
      ...this.commonOptions(),
      write(chunk, encoding, callback) {
        log('_write', show(chunk), encoding);
        writes++;
        if (trouble === 1 && writes === 3) throw new Error('_write throws');
        moment(() => {
          callback(trouble === 0 && writes >= 2 ? new Error('_write') : null);
          if (trouble === 2 && writes === 2) callback();
        });
      },
    };
    if (random.oneIn(3)) {
      const answer = this.method('_writev', this.below(8));
      options.writev = (chunks, callback) => {
        log(chunks.map(({ chunk }) => show(chunk)), chunks.allBuffers);
        answer(callback);
      };
    }
    if (random.oneIn(3)) options.final = this.method('_final', this.below(6));
    if (random.oneIn(8)) options.decodeStrings = false;
    return options;
  }

  transformOptions() {
    const kind = this.below(10);
    const moment = this.moment(false);
    const options = {
      ...this.commonOptions(),
      transform(chunk, encoding, callback) {
        log('_transform', show(chunk));
        if (kind === 1) this.push(chunk);
        moment(() => {
          if (kind === 0) callback(new Error('_transform'));
          else callback(null, kind === 2 ? undefined : chunk);
        });
      },
    };
    if (this.random.oneIn(2)) options.flush = this.method('_flush', this.below(6));
    return options;
  }

  readable() { return new Readable(this.readOptions()); }

  writable() { return new Writable(this.writeOptions()); }

  duplex() {
    const options = { ...this.readOptions(), ...this.writeOptions() };
    if (this.random.oneIn(4)) options.allowHalfOpen = false;
    return new Duplex(options);
  }

  transform() {
    return this.random.oneIn(5) ? new PassThrough(this.commonOptions()) : new Transform(this.transformOptions());
  }

  watch(name, s, events = ['end', 'close', 'error', 'pause', 'resume', 'finish', 'prefinish', 'drain', 'unpipe']) {
    for (const event of events) s.on(event, (value) => log(name, event, value instanceof Error ? show(value) : ''));
    return s;
  }

  consume(name, s) {
    const ways = [
      () => s.on('data', (chunk) => log(name, 'data', show(chunk))),
      () => s.on('readable', () => { for (let c; (c = s.read()) !== null;) log(name, 'read', show(c)); }),
      () => s.on('readable', () => log(name, 'read(n)', show(s.read(this.below(4))))),
      () => this.iterate(name, s[Symbol.asyncIterator](), this.below(6)),
      () => s.on('data', (chunk) => {
        log(name, 'data', show(chunk));
        if (!this.random.oneIn(3)) return;
        s.pause();
        this.soon(() => s.resume());
      }),
      () => s.resume(),
      () => s.once('data', (chunk) => log(name, 'once', show(chunk))),
      () => this.iterate(name, s.iterator({ destroyOnReturn: this.random.oneIn(2) }), 1),
    ];
    this.random.pick(ways)();
  }

  iterate(name, iterator, left) {
    iterator.next().then(({ value, done }) => {
      log(name, 'next', done, show(value));
      if (done) return undefined;
      return left > 0 ? this.iterate(name, iterator, left - 1) : iterator.return().then(() => log(name, 'returned'));
    }, (error) => log(name, 'rejected', show(error)));
  }

  feed(name, s) {
    let left = this.below(6) + 1;
    const waits = this.below(3);
    const go = () => {
      while (left-- > 0) {
        const chunk = this.chunk();
        const callback = this.random.oneIn(3) ? (...args) => log(name, 'written', show(args)) : undefined;
        const more = s.write(chunk, callback);
        log(name, 'write', show(chunk), more);
        if (waits === 0 && !more) return void s.once('drain', go);
        if (waits === 1) return void this.later(go);
      }
      if (!this.random.oneIn(8)) this.soon(() => s.end(...(this.random.oneIn(2) ? [(...args) => log(name, 'ended', show(args))] : [])));
      return undefined;
    };
    this.soon(() => this.guarded(go));
  }

  guarded(f) {
    try {
      f();
    } catch (error) {
      log('thrown', show(error));
    }
  }

  disturb(name, s) {
    const readable = s._readableState !== undefined;
    const writable = s._writableState !== undefined;
    const ways = [
      () => s.destroy(this.random.oneIn(2) ? new Error('disturbed') : undefined),
      ...(readable ? [
        () => s.pause(), () => s.resume(), () => log(show(s.read())), () => log(show(s.read(0))), () => log(show(s.read(2))),
        () => s.setEncoding('utf8'), () => s.push(null), () => s.unpipe(), () => s.removeAllListeners('readable'),
      ] : []),
      ...(writable ? [
        () => s.end((...args) => log(name, 'ended', show(args))),
        () => {
          s.cork();
          this.soon(() => s.uncork());
        },
      ] : []),
    ];
    for (let i = this.below(3); i > 0; i--) {
      this.later(() => {
        this.guarded(this.random.pick(ways));
        log(name, s.readable, s.writable, s.destroyed, s.closed, show(s.errored), s.readableFlowing, s.readableLength,
          s.writableLength, s.writableNeedDrain, s.readableEnded, s.writableFinished, stream.isReadable(s), stream.isWritable(s));
      });
    }
  }

  one(s) {
    this.watch('s', s);
    if (s._readableState !== undefined) this.consume('s', s);
    if (s._writableState !== undefined) this.feed('s', s);
    if (this.random.oneIn(3)) finished(s, (error) => log('finished', show(error)));
    this.disturb('s', s);
  }

  pipe() {
    const source = this.watch('source', this.readable());
    const targets = [this.writable(), this.writable()].slice(0, this.below(2) + 1);
    for (const target of targets) source.pipe(this.watch('target', target), { end: !this.random.oneIn(5) });
    this.disturb('source', source);
    this.disturb('target', targets[0]);
  }

  pipeline() {
    const streams = [this.random.oneIn(4) ? ['x', 'yy', 'z'] : this.readable()];
    for (let i = this.below(3); i > 0; i--) streams.push(this.random.oneIn(4) ? this.duplex() : this.transform());
    streams.push(this.random.oneIn(4) ? this.transform() : this.writable());
    for (const s of streams) if (s.on) this.watch('part', s, ['end', 'finish', 'close', 'error']);
    pipeline(streams, (error) => log('pipeline', show(error), streams.map((s) => s.destroyed)));
    const last = streams.at(-1);
    if (last.readable) this.consume('last', last);
    const disturbed = this.random.pick(streams);
    if (disturbed.on) this.disturb('part', disturbed);
  }
}

const kinds = {
  readable: (p) => p.one(p.readable()),
  writable: (p) => p.one(p.writable()),
  duplex: (p) => p.one(p.duplex()),
  transform: (p) => p.one(p.transform()),
  pipe: (p) => p.pipe(),
  pipeline: (p) => p.pipeline(),
};

async function run(kind, seed) {
  lines = [];
  const program = new Program(seed);
  program.guarded(() => kinds[kind](program));
  for (let i = 0; i < 40; i++) await new Promise(setImmediate);
  return lines;
}

function digest(words) {
  let hash = 0;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) >>> 0;
  }
  return `${words.length}:${hash.toString(16)}`;
}

async function main([kind, seed]) {
  if (kind !== undefined) {
    console.log((await run(kind, Number(seed))).join('\n'));
    process.exit();
  }
  for (const name of Object.keys(kinds)) {
    for (let first = 1; first <= 120; first += 8) {
      const digests = [];
      for (let i = first; i < first + 8; i++) digests.push(digest(await run(name, i)));
      console.log(name, first, digests.join(' '));
    }
  }
  process.exit();
}
main(process.argv.slice(2));
