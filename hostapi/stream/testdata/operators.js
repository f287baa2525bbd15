// The iterator helpers of readable streams.
const { Readable } = require('stream');
const log = console.log;
process.removeAllListeners('warning');

const numbers = (n) => Readable.from(Array.from({ length: n }, (_, i) => i + 1));
const settle = (name, promise) => promise.then(
  (value) => log(name, value),
  (error) => log(name, 'rejected', error.name, error.code, error.message, error.cause));
const later = (value) => new Promise((resolve) => setImmediate(resolve, value));
const attempt = (run) => {
  try {
    const result = run();
    if (typeof result.then === 'function') return settle('promise', result);
    result.on('error', () => {});
    return settle('stream', result.toArray());
  } catch (error) {
    return log('thrown', error.name, error.code, error.message);
  }
};

const cases = {
  map() {
    settle('sync', numbers(3).map((x) => x * 2).toArray());
    settle('async', numbers(3).map(async (x) => later(x * 3)).toArray());
    settle('throws', numbers(3).map((x) => { if (x === 2) throw new Error('two'); return x; }).toArray());
    settle('rejects', numbers(3).map(async (x) => { if (x === 2) throw new Error('two'); return x; }).toArray());
  },
  'concurrency'() {
    let active = 0;
    let most = 0;
    const fn = async (x) => {
      most = Math.max(most, ++active);
      await later();
      active--;
      return x;
    };
    settle('in order', numbers(6).map(fn, { concurrency: 3 }).toArray().then((values) => [values, most]));
    settle('high water mark', numbers(4).map((x) => later(x), { concurrency: 2, highWaterMark: 0 }).toArray());
  },
  filter() {
    settle('sync', numbers(5).filter((x) => x % 2).toArray());
    settle('async', numbers(5).filter(async (x) => later(x > 3)).toArray());
  },
  'forEach, some, every, find'() {
    const seen = [];
    settle('forEach', numbers(3).forEach((x) => { seen.push(x); }).then(() => seen));
    settle('some', numbers(3).some((x) => x === 2));
    settle('some not', numbers(3).some(() => false));
    settle('every', numbers(3).every((x) => x < 9));
    settle('every not', numbers(3).every((x) => x < 2));
    settle('find', numbers(3).find((x) => x > 1));
    settle('find nothing', numbers(3).find(() => false));
    settle('rejects', numbers(3).forEach(async () => { throw new Error('for each'); }));
  },
  'take, drop, flatMap, asIndexedPairs'() {
    settle('take', numbers(5).take(2).toArray());
    settle('take more', numbers(2).take(5).toArray());
    settle('take none', numbers(2).take(0).toArray());
    settle('drop', numbers(5).drop(3).toArray());
    settle('drop all', numbers(2).drop(5).toArray());
    settle('both', numbers(9).drop(2).take(3).toArray());
    settle('flatMap', numbers(3).flatMap((x) => [x, x * 10]).toArray());
    settle('flatMap streams', numbers(2).flatMap((x) => Readable.from([x, x])).toArray());
    settle('flatMap strings', Readable.from(['ab', 'c']).flatMap((x) => x).toArray());
    settle('pairs', Readable.from(['a', 'b']).asIndexedPairs().toArray());
  },
  reduce() {
    settle('with a start', numbers(4).reduce((sum, x) => sum + x, 100));
    settle('without', numbers(4).reduce((sum, x) => sum + x));
    settle('async', numbers(4).reduce(async (sum, x) => later(sum + x), 0));
    settle('of nothing', numbers(0).reduce((sum, x) => sum + x));
    settle('of nothing, with a start', numbers(0).reduce((sum, x) => sum + x, 'start'));
    settle('undefined as the start', numbers(1).reduce((sum, x) => [sum, x], undefined));
    settle('throws', numbers(2).reduce(() => { throw new Error('reducer'); }, 0));
  },
  'early ends destroy the source'() {
    for (const [name, use] of Object.entries({
      some: (s) => s.some(() => true), find: (s) => s.find(() => true), take: (s) => s.take(1).toArray(),
      throwing: (s) => s.map(() => { throw new Error('stop'); }).toArray(),
    })) {
      const s = numbers(9);
      s.on('error', () => {});
      use(s).catch(() => {}).then(() => setImmediate(() => log(name, s.destroyed)));
    }
  },
  'abort'() {
    const before = AbortSignal.abort('before');
    settle('map', numbers(2).map((x) => x, { signal: before }).toArray());
    settle('toArray', numbers(2).toArray({ signal: before }));
    settle('reduce', numbers(2).reduce((a, b) => a + b, 0, { signal: before }));
    settle('take', numbers(2).take(1, { signal: before }).toArray());
    settle('forEach', numbers(2).forEach(() => {}, { signal: before }));
    const controller = new AbortController();
    settle('during', numbers(5).forEach((x, { signal }) => {
      log(x, signal.aborted);
      if (x === 2) controller.abort('during');
    }, { signal: controller.signal }));
  },
  'wrong arguments'() {
    attempt(() => numbers(1).map(5));
    attempt(() => numbers(1).map((x) => x, 5));
    attempt(() => numbers(1).map((x) => x, { concurrency: 0 }));
    attempt(() => numbers(1).map((x) => x, { concurrency: 'x' }));
    attempt(() => numbers(1).map((x) => x, { highWaterMark: -1 }));
    attempt(() => numbers(1).map((x) => x, { signal: 5 }));
    attempt(() => numbers(1).filter());
    attempt(() => numbers(1).forEach(5));
    attempt(() => numbers(1).every(5));
    attempt(() => numbers(1).find('x'));
    attempt(() => numbers(1).reduce(5));
    attempt(() => numbers(1).take(-1));
    attempt(() => numbers(1).take('x'));
    attempt(() => numbers(1).drop(NaN));
    attempt(() => numbers(1).take(1, 5));
    attempt(() => numbers(1).toArray(5));
    attempt(() => new (numbers(1).map)(() => {}));
  },
  'shapes'() {
    for (const name of ['map', 'filter', 'forEach', 'toArray', 'some', 'find', 'every', 'flatMap', 'drop', 'take', 'reduce', 'compose', 'asIndexedPairs']) {
      const { value, enumerable } = Object.getOwnPropertyDescriptor(Readable.prototype, name);
      log(name, value.name, value.length, enumerable);
    }
    log(numbers(1).map((x) => x) instanceof Readable);
  },
};

async function main() {
  for (const [name, run] of Object.entries(cases)) {
    log('--', name);
    run();
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  }
}
main();
