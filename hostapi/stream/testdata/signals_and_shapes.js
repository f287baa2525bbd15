// Abort signals, default marks, and how streams look.
const stream = require('stream');
const { Readable, Writable, Duplex, Transform, PassThrough, Stream, addAbortSignal } = stream;
const log = console.log;
const attempt = (run) => {
  try {
    log(run());
  } catch (error) {
    log(error.name, error.code, error.message);
  }
};

function signals() {
  const controller = new AbortController();
  const r = new Readable({ read() {}, signal: controller.signal });
  const w = addAbortSignal(controller.signal, new Writable({ write(chunk, encoding, done) { done(); } }));
  const d = new Duplex({ read() {}, signal: AbortSignal.abort('before') });
  for (const [name, s] of Object.entries({ r, w, d })) {
    s.on('error', (error) => log(name, error.name, error.code, error.cause)).on('close', () => log(name, 'close'));
  }
  log(r.destroyed, d.destroyed);
  controller.abort('reason');
  log(r.destroyed, w.destroyed);
  attempt(() => addAbortSignal(5, r));
  attempt(() => addAbortSignal({}, r));
  attempt(() => addAbortSignal(controller.signal, {}));
  attempt(() => new Readable({ signal: 5 }).destroyed);
}

function marks() {
  log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true));
  stream.setDefaultHighWaterMark(false, 100);
  stream.setDefaultHighWaterMark(true, 3);
  log(new Readable().readableHighWaterMark, new Writable({ objectMode: true }).writableHighWaterMark);
  attempt(() => stream.setDefaultHighWaterMark(false, -1));
  attempt(() => stream.setDefaultHighWaterMark(false, 'x'));
  stream.setDefaultHighWaterMark(false, 16384);
  stream.setDefaultHighWaterMark(true, 16);
  for (const highWaterMark of [0, 1, undefined, null, '5', -1, Infinity, 1.5, NaN]) {
    attempt(() => new Readable({ highWaterMark }).readableHighWaterMark);
    attempt(() => new Writable({ highWaterMark }).writableHighWaterMark);
  }
}

function shapes() {
  log(new Readable({ read() {} }));
  const r = new Readable({ read() {}, encoding: 'hex', objectMode: true });
  r.push('61', 'hex');
  r.on('end', function onEnd() {}).pause();
  log(r._readableState.flowing, r._readableState);
  const w = new Writable({ write() {}, defaultEncoding: 'latin1', decodeStrings: false });
  w.write('first');
  w.write('second', function callback() {});
  w.cork();
  log(w);
  log(new Transform({ highWaterMark: 5 }));
  class Mine extends PassThrough {
    constructor() {
      super();
      this.mine = true;
    }
  }
  log(Object.keys(new Mine()), new Mine()._writableState.getBuffer());
  log(String(new Readable()), [new Writable()].length);
}

function classes() {
  log(stream === Stream, stream.Stream === Stream, Object.keys(stream));
  for (const Class of [Stream, Readable, Writable, Duplex, Transform, PassThrough]) {
    log(Class.name, Class.length, Object.getPrototypeOf(Class).name, Object.getPrototypeOf(Class.prototype).constructor.name);
    const s = Class === Stream ? new Stream() : Class();
    log([Stream, Readable, Writable, Duplex, Transform, PassThrough].map((Other) => s instanceof Other));
  }
  log(null instanceof Writable, {} instanceof Writable, Object.create(Writable.prototype) instanceof Writable);
  class Sub extends Writable {}
  log(new Duplex() instanceof Sub, new Sub() instanceof Sub, new Sub() instanceof Writable);
  for (const key of ['isReadable', 'finished', 'pipeline', 'compose', 'destroy', 'addAbortSignal', 'duplexPair']) {
    log(key, stream[key].name, typeof stream[key]);
  }
  attempt(() => stream._isUint8Array(Buffer.alloc(0)));
  attempt(() => stream._uint8ArrayToBuffer(new Uint8Array([65])).toString());
  const r = new Readable({ read() {} });
  log(r.readableFlowing = false, r.isPaused(), r.readable = false, r.readable);
  const w = new Writable();
  log(w.writable = false, w.writable);
}

signals();
setImmediate(() => {
  marks();
  shapes();
  classes();
});
