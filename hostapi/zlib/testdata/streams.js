// Compression and decompression as streams: pieces, flushes, errors, ends.
const zlib = require('zlib');
const { pipeline, Readable } = require('stream');
const { promisify } = require('util');
const compressed = require('./compressed');
const gz = Buffer.from(compressed.gzip6, 'base64');
const text = zlib.gunzipSync(gz);

const steps = [
  // Sizes of what comes out.
  (done) => {
    const sizes = [];
    zlib.createGunzip().on('data', (d) => sizes.push(d.length)).on('end', () => { console.log('sizes', sizes); done(); }).end(zlib.gzipSync(Buffer.alloc(50000, 'x')));
  },
  (done) => {
    const sizes = [];
    const s = zlib.createGunzip({ chunkSize: 1000 }).on('data', (d) => sizes.push(d.length)).on('end', () => { console.log('chunk size', sizes, s.bytesWritten === gz.length, s.bytesRead === gz.length); done(); });
    s.end(gz);
  },
  // Input byte by byte.
  (done) => {
    const s = zlib.createGunzip();
    const pieces = [];
    s.on('data', (d) => pieces.push(d)).on('end', () => { console.log('bytes', Buffer.concat(pieces).equals(text)); done(); });
    for (const byte of gz) s.write(Buffer.from([byte]));
    s.end();
  },
  // A flush gives out what is there.
  (done) => {
    const c = zlib.createDeflate();
    const d = zlib.createInflate();
    d.setEncoding('utf8');
    d.on('data', (x) => console.log('got', x)).on('end', () => { console.log('end of inflate'); done(); });
    c.pipe(d);
    c.write('first');
    c.flush(() => {
      console.log('flushed one');
      setImmediate(() => {
        c.write('second');
        c.flush(zlib.constants.Z_SYNC_FLUSH, () => { console.log('flushed two'); c.end('third'); });
      });
    });
  },
  // Callbacks, one after the other and together.
  (done) => zlib.gzip(text, (error, packed) => zlib.gunzip(packed, (again, back) => { console.log('callbacks', error, again, back.equals(text)); done(); })),
  (done) => zlib.gunzip('bad', (error, result) => { console.log(error.code, error.errno, error.message, result); done(); }),
  (done) => zlib.gunzip(gz.subarray(0, 50), (error) => { console.log(error.code, error.message); done(); }),
  (done) => zlib.gunzip(gz, { maxOutputLength: 100 }, (error, result) => { console.log(error.code, error.message, result); done(); }),
  (done) => zlib.inflate(gz, { info: true }, (error) => { console.log(error.code); done(); }),
  (done) => zlib.unzip(gz, { info: true }, (error, { buffer, engine }) => { console.log(buffer.equals(text), engine instanceof zlib.Unzip); done(); }),
  (done) => {
    Promise.all(['deflate', 'gzip', 'deflateRaw'].map((name) => promisify(zlib[name])('x'))).then((all) => { console.log(all.length, all.every(Buffer.isBuffer)); done(); });
  },
  // Never at once, and order against ticks.
  (done) => {
    let sync = true;
    zlib.deflate('x', () => { console.log('sync', sync); process.nextTick(() => { console.log('tick'); done(); }); Promise.resolve().then(() => console.log('microtask')); });
    sync = false;
  },
  // Errors destroy.
  (done) => {
    const s = zlib.createGunzip();
    s.on('error', (e) => console.log('error', e.code, e.errno, e.message)).on('close', () => { console.log('close', s.destroyed); done(); }).on('end', () => console.log('never'));
    s.end('not compressed');
  },
  (done) => {
    const s = zlib.createGzip();
    s.on('close', () => console.log('close event'));
    s.write('x', (e) => { console.log('write', e?.code); });
    s.close(() => { console.log('closed'); setImmediate(done); });
  },
  (done) => pipeline(Readable.from([gz.subarray(0, 20), gz.subarray(20, 40)]), zlib.createGunzip(), (error) => { console.log('pipeline', error.code); done(); }).resume(),
  (done) => {
    const pieces = [];
    pipeline(Readable.from(['a'.repeat(40000), 'b'.repeat(40000)]), zlib.createDeflateRaw({ level: 9 }), zlib.createInflateRaw(), (error) => { const all = Buffer.concat(pieces); console.log('round', error, all.length, all[39999], all[40000]); done(); }).on('data', (d) => pieces.push(d));
  },
  // Backpressure: nothing is lost when nobody reads for a while.
  (done) => {
    const s = zlib.createGunzip({ highWaterMark: 100, chunkSize: 200 });
    s.end(gz);
    setTimeout(() => {
      const pieces = [];
      s.on('data', (d) => pieces.push(d)).on('end', () => { console.log('late reader', Buffer.concat(pieces).equals(text)); done(); });
    }, 5);
  },
  // Other parameters in the middle, and from the start again.
  (done) => {
    const c = zlib.createDeflate({ level: 1 });
    const pieces = [];
    c.on('data', (d) => pieces.push(d)).on('end', () => { console.log('params', zlib.inflateSync(Buffer.concat(pieces)).equals(Buffer.concat([text, text]))); done(); });
    c.write(text);
    c.params(9, zlib.constants.Z_DEFAULT_STRATEGY, () => { console.log('changed', c._level); c.end(text); });
  },
  (done) => {
    const s = zlib.createInflate();
    const packed = zlib.deflateSync('again');
    let count = 0;
    s.on('data', (d) => { console.log('reset', d.toString()); if (++count === 1) { s.reset(); s.end(packed); } else done(); });
    s.write(packed);
  },
  (done) => {
    const s = zlib.createGzip();
    s.flush(() => console.log('flush of nothing'));
    s.end(() => { console.log('finish'); });
    s.resume().on('end', () => { s.flush(() => { console.log('flush after the end'); done(); }); });
  },
];
(function run(i) { if (i < steps.length) steps[i](() => setImmediate(run, i + 1)); })(0);
