// finished, and the questions one can ask of streams.
const stream = require('stream');
const { finished, Readable, Writable, Duplex, PassThrough } = stream;
const promises = require('stream/promises');
const EventEmitter = require('events');
const log = console.log;

const readable = (options) => new Readable({ read() {}, ...options });
const writable = (options) => new Writable({ write(chunk, encoding, done) { setImmediate(done); }, ...options });
const report = (name) => (...args) => log(name, args.length, args[0] ? `${args[0].name} ${args[0].code} ${args[0].message}` : args[0]);
const answers = (s) => [
  stream.isReadable(s), stream.isWritable(s), stream.isErrored(s), stream.isDisturbed(s), stream.isDestroyed(s),
].join(' ');

const cases = {
  'end and finish'() {
    const r = readable();
    finished(r, report('readable'));
    r.on('close', () => log('close'));
    r.resume();
    r.push(null);
    const w = writable();
    finished(w, report('writable'));
    w.end('x');
  },
  'both sides'() {
    const d = new Duplex({ read() {}, write(chunk, encoding, done) { done(); } });
    finished(d, report('duplex'));
    finished(d, { readable: false }, report('writable side'));
    finished(d, { writable: false }, report('readable side'));
    d.end();
    setImmediate(() => {
      log('now the other');
      d.resume();
      d.push(null);
    });
  },
  'errors'() {
    const r = readable();
    finished(r, report('error'));
    finished(r, { error: false }, report('error: false'));
    r.on('error', () => log('error event'));
    r.destroy(new Error('bad'));
  },
  'closed too early'() {
    for (const s of [readable(), writable(), new PassThrough()]) {
      finished(s, report(s.constructor.name));
      s.destroy();
    }
  },
  'streams which are over'() {
    const r = readable();
    r.resume();
    r.push(null);
    const w = writable();
    w.end();
    const broken = readable();
    broken.on('error', () => {});
    broken.destroy(new Error('broken'));
    const cut = writable();
    cut.destroy();
    setImmediate(() => setImmediate(() => {
      for (const [name, s] of Object.entries({ r, w, broken, cut })) {
        log(name, answers(s));
        finished(s, report(name));
      }
      log('sync');
    }));
  },
  'without closing'() {
    const r = readable({ autoDestroy: false, emitClose: false });
    finished(r, report('readable'));
    r.resume();
    r.push(null);
    const w = writable({ autoDestroy: false });
    w.end();
    setImmediate(() => setImmediate(() => {
      finished(w, report('after finish'));
      finished(r, report('after end'));
    }));
  },
  'cleanup'() {
    const r = readable();
    const count = () => r.eventNames().map((name) => `${String(name)} ${r.listenerCount(name)}`).join();
    const cleanup = finished(r, report('never'));
    log(count());
    cleanup();
    log(count());
    r.destroy();
  },
  'listeners stay after the callback'() {
    const r = readable();
    finished(r, () => log(r.listenerCount('end'), r.listenerCount('error'), r.listenerCount('close')));
    r.resume();
    r.push(null);
  },
  'abort'() {
    const controller = new AbortController();
    const r = readable();
    finished(r, { signal: controller.signal }, report('aborted'));
    finished(r, { signal: AbortSignal.abort() }, report('aborted before'));
    setImmediate(() => {
      controller.abort();
      log(r.destroyed);
    });
  },
  'promises'() {
    const r = readable();
    promises.finished(r).then((...args) => log('resolved', args));
    promises.finished(r, { cleanup: true }).then(() => log('cleaned', r.listenerCount('end')));
    finished.finished(r).then(() => log('the same'));
    r.resume();
    r.push(null);
    const w = writable();
    promises.finished(w).catch((error) => log('rejected', error.message));
    w.destroy(new Error('bad'));
  },
  'wrong arguments'() {
    for (const args of [[], [{}], [{}, () => {}], [readable()], [readable(), 5], [readable(), {}, 5], [readable(), 5, () => {}],
      [readable(), { signal: 5 }, () => {}], [readable(), null, () => {}]]) {
      try {
        log(typeof finished(...args));
      } catch (error) {
        log(error.code, error.message);
      }
    }
    promises.finished(readable(), { cleanup: 1 }).catch((error) => log(error.code));
  },
  'old streams and requests'() {
    const old = Object.assign(new EventEmitter(), { readable: true, writable: true, pipe() {}, write() {} });
    finished(old, report('old'));
    old.writable = false;
    old.emit('end');
    old.emit('close');
    const request = Object.assign(new EventEmitter(), { writable: true, write() {}, setHeader() {}, abort() {}, aborted: false });
    finished(request, report('request'));
    log(request.eventNames());
    request.emit('request');
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    try {
      run();
    } catch (error) {
      log(error.name);
    }
    for (let i = 0; i < 6; i++) await new Promise(setImmediate);
  }
  log('-- questions');
  for (const s of [readable(), writable(), new PassThrough(), new Duplex({ readable: false }), new EventEmitter(), {}, null, undefined, 5]) {
    log(answers(s));
  }
}
main();
