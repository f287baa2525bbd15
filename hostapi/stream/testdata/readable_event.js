// Readable streams which are read from: 'readable', read(n), unshift, encodings.
const { Readable } = require('stream');
const log = console.log;
const show = (chunk) => (chunk === null ? null : typeof chunk === 'object' ? `<${chunk}>` : chunk);

function source(chunks, options) {
  return new Readable({ ...options, read() { this.push(chunks.length > 0 ? chunks.shift() : null); } });
}

const cases = {
  'readable until null'() {
    const r = source(['ab', 'cd', 'ef'], { highWaterMark: 4 });
    r.on('readable', () => {
      log('readable', r.readableLength);
      for (let chunk; (chunk = r.read()) !== null;) log('read', show(chunk), r.readableLength);
    });
    r.on('end', () => log('end')).on('close', () => log('close'));
    log(r.readableFlowing);
  },
  'read(n)'() {
    const r = source(['abc', 'de', 'fghi']);
    r.once('readable', () => {
      for (const n of [2, 2, 0, -1, 3, 100, undefined, 1]) log(n, show(r.read(n)), r.readableLength);
    });
    r.on('end', () => log('end'));
  },
  'read of strange sizes'() {
    const r = source(['abcdefgh']);
    r.once('readable', () => {
      log(show(r.read('2')), show(r.read(1.7)), show(r.read(NaN)));
      try {
        r.read(0x40000001);
      } catch (error) {
        log(error.code, error.message);
      }
    });
  },
  'read(n) raises the high water mark'() {
    const r = new Readable({ highWaterMark: 2, read(n) { log('_read', n); } });
    r.push('abc');
    log(show(r.read(5)), r.readableHighWaterMark);
    r.push('def');
    log(show(r.read(5)), show(r.read()));
  },
  'read() before the event'() {
    const r = source(['a']);
    log(show(r.read()), show(r.read()));
    r.on('readable', () => log('readable', show(r.read())));
    r.on('end', () => log('end'));
  },
  'data and readable together'() {
    const r = source(['a', 'b']);
    r.on('data', (chunk) => log('data', show(chunk)));
    r.on('readable', () => {
      log('readable', r.readableFlowing);
      while (r.read() !== null);
    });
    r.on('end', () => log('end'));
  },
  'data takes over when readable leaves'() {
    const r = source(['a', 'b', 'c']);
    const onReadable = () => {
      log('readable', show(r.read()));
      r.removeListener('readable', onReadable);
      log(r.readableFlowing);
    };
    r.on('readable', onReadable);
    r.on('data', (chunk) => log('data', show(chunk)));
    r.on('end', () => log('end'));
  },
  'unshift'() {
    const r = source(['head|body', 'more']);
    r.once('readable', () => {
      const chunk = r.read();
      log(show(chunk), r.unshift(chunk.subarray(5)), show(r.read(2)), r.unshift('x'), r.unshift(''), r.readableLength);
      r.on('data', (rest) => log('data', show(rest)));
      r.on('end', () => {
        log('end');
        r.on('error', (error) => log(error.code, error.message));
        r.unshift('too late');
      });
    });
  },
  'unshift null ends'() {
    const r = new Readable({ read() {} });
    r.on('data', (chunk) => log('data', show(chunk))).on('end', () => log('end'));
    r.push('a');
    log(r.unshift(null));
  },
  'encoding option'() {
    const euro = Buffer.from('€uro');
    const r = source([euro.subarray(0, 1), euro.subarray(1, 2), euro.subarray(2)], { encoding: 'utf8' });
    r.on('data', (chunk) => log('data', show(chunk), r.readableEncoding)).on('end', () => log('end'));
  },
  'an unfinished character at the end'() {
    const r = source([Buffer.from([0x61, 0xe2, 0x82])]);
    r.setEncoding('utf8').on('data', (chunk) => log('data', JSON.stringify(chunk))).on('end', () => log('end'));
  },
  'setEncoding on what is buffered'() {
    const r = new Readable({ read() {} });
    r.push(Buffer.from([0xe2, 0x82]));
    r.push(Buffer.from([0xac, 0x61]));
    r.setEncoding('utf8');
    log(r.readableLength, r.read(1), r.read(5), r.read());
    r.push('string');
    r.push('68657921', 'hex');
    r.unshift('€', 'utf8');
    log(r.read());
    try {
      r.setEncoding('nonsense');
    } catch (error) {
      log(error.code, error.message);
    }
  },
  'push of all kinds'() {
    for (const objectMode of [false, true]) {
      for (const chunk of [undefined, '', 0, 5, {}, [], 'abc', Buffer.alloc(0), Buffer.from('b'),
        new Uint16Array([0x4142]), new DataView(new ArrayBuffer(2)), new ArrayBuffer(2)]) {
        const r = new Readable({ objectMode, read() {} });
        r.on('error', (error) => log(error.code, error.message));
        log(objectMode, typeof chunk, r.push(chunk), r.readableLength, r.readableBuffer, r.unshift(chunk), r.readableLength);
      }
    }
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
