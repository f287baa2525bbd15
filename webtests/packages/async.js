// async: control flow over callbacks and promises, queues, retries.
const async = require('async');
const { setTimeout: sleep } = require('timers/promises');

const later = (ms, value, log) => (callback) => setTimeout(() => {
  if (log) console.log('ran', value);
  callback(null, value);
}, ms);

function show(name) { return (error, result) => console.log(name, error ? `error: ${error.message ?? error}` : result); }

const steps = [
  (done) => async.series([later(2, 'a', true), later(1, 'b', true)], (e, r) => { show('series')(e, r); done(); }),
  (done) => async.parallel({ one: later(6, 1, true), two: later(1, 2, true) }, (e, r) => { show('parallel')(e, r); done(); }),
  (done) => async.waterfall([(cb) => cb(null, 1, 2), (x, y, cb) => setImmediate(cb, null, x + y), (z, cb) => cb(null, z * 2)], (e, r) => { show('waterfall')(e, r); done(); }),
  (done) => async.waterfall([(cb) => cb(new Error('broken')), () => console.log('never')], (e, r) => { show('waterfall')(e, r); done(); }),
  (done) => async.mapLimit([3, 1, 2], 2, (n, cb) => setTimeout(cb, n * 4, null, n * n), (e, r) => { show('mapLimit')(e, r); done(); }),
  (done) => async.mapValues({ a: 1, b: 2 }, async (v, k) => { await sleep(1); return k + v; }, (e, r) => { show('mapValues')(e, r); done(); }),
  (done) => async.filter([1, 2, 3, 4], async (n) => n % 2 === 0, (e, r) => { show('filter')(e, r); done(); }),
  (done) => async.reduce([1, 2, 3], 0, (memo, n, cb) => process.nextTick(cb, null, memo + n), (e, r) => { show('reduce')(e, r); done(); }),
  (done) => async.sortBy([3, 1, 2], (n, cb) => cb(null, -n), (e, r) => { show('sortBy')(e, r); done(); }),
  (done) => async.groupBy(['ab', 'c', 'de'], async (s) => s.length, (e, r) => { show('groupBy')(e, r); done(); }),
  (done) => async.detectSeries([1, 2, 3], (n, cb) => cb(null, n > 1), (e, r) => { show('detect')(e, r); done(); }),
  (done) => async.everySeries([1, 2], async (n) => n > 0, (e, r) => { show('every')(e, r); done(); }),
  (done) => async.concat(['a', 'b'], (s, cb) => cb(null, [s, s + s]), (e, r) => { show('concat')(e, r); done(); }),
  (done) => async.timesSeries(3, (n, cb) => cb(null, n * n), (e, r) => { show('times')(e, r); done(); }),
  (done) => { let n = 0; async.whilst((cb) => cb(null, n < 3), (cb) => { n++; setImmediate(cb, null, n); }, (e, r) => { show('whilst')(e, r); done(); }); },
  (done) => { let n = 0; async.doUntil((cb) => cb(null, ++n), (v, cb) => cb(null, v >= 2), (e, r) => { show('doUntil')(e, r); done(); }); },
  (done) => { let n = 0; async.forever((next) => (++n > 3 ? next(new Error('enough')) : setImmediate(next)), (e) => { show('forever')(e); done(); }); },
  (done) => async.race([later(6, 'slow'), later(1, 'fast')], (e, r) => { show('race')(e, r); done(); }),
  (done) => async.tryEach([(cb) => cb(new Error('first')), (cb) => cb(null, 'second')], (e, r) => { show('tryEach')(e, r); done(); }),
  (done) => { let tries = 0; async.retry({ times: 4, interval: (n) => n }, (cb) => (++tries < 3 ? cb(new Error('try')) : cb(null, tries)), (e, r) => { show('retry')(e, r); done(); }); },
  (done) => async.timeout((cb) => setTimeout(cb, 1000), 4, 'info')((e) => { console.log('timeout', e.code, e.info, e.message); setTimeout(done, 0); }),
  (done) => async.auto({
    config: later(2, { port: 1 }, false),
    database: ['config', (results, cb) => { console.log('database after', Object.keys(results)); cb(null, 'db'); }],
    cache: ['config', async ({ config }) => `cache ${config.port}`],
    server: ['database', 'cache', (results, cb) => cb(null, Object.keys(results).sort())],
  }, (e, r) => { show('auto')(e, r); done(); }),
  (done) => async.autoInject({ a: (cb) => cb(null, 1), b: (a, cb) => cb(null, a + 1), c: ['a', 'b', (x, y, cb) => cb(null, x + y)] }, (e, r) => { show('autoInject')(e, r); done(); }),
  (done) => {
    const q = async.queue((task, cb) => { console.log('work', task.n, q.running(), q.length()); setTimeout(cb, task.n); }, 2);
    q.push([{ n: 3 }, { n: 1 }, { n: 2 }], (e) => console.log('done one', e ?? null));
    q.unshift({ n: 4 });
    q.saturated(() => console.log('saturated'));
    q.empty(() => console.log('empty'));
    q.drain(() => { console.log('drained', q.idle()); done(); });
  },
  (done) => {
    const q = async.priorityQueue((task, cb) => { console.log('priority', task); setImmediate(cb); }, 1);
    q.pause();
    for (const [task, priority] of [['low', 9], ['high', 1], ['middle', 5], ['high two', 1]]) q.push(task, priority);
    q.drain(done);
    q.resume();
  },
  (done) => {
    const c = async.cargo((tasks, cb) => { console.log('cargo', tasks); setImmediate(cb); }, 2);
    c.push(['a', 'b', 'c']);
    c.drain(done);
  },
  (done) => {
    const cached = async.memoize((key, cb) => { console.log('computing', key); setImmediate(cb, null, key.toUpperCase()); });
    cached('k', () => cached('k', (e, r) => { show('memoize')(e, r); done(); }));
  },
  (done) => async.compose((n, cb) => cb(null, n * 3), (n, cb) => cb(null, n + 1))(4, (e, r) => { show('compose')(e, r); done(); }),
  (done) => async.applyEach([(x, cb) => cb(null, `${x}1`), (x, cb) => cb(null, `${x}2`)], 'v')((e, r) => { show('applyEach')(e, r); done(); }),
  (done) => async.parallel([async.reflect((cb) => cb(new Error('reflected'))), async.reflect((cb) => cb(null, 'fine'))], (e, r) => { console.log(r.map((x) => x.error?.message ?? x.value)); done(); }),
  (done) => async.eachOfLimit(new Map([['a', 1], ['b', 2]]), 1, ([k, v], i, cb) => { console.log('entry', k, v, i); cb(); }, (e) => { show('eachOf')(e); done(); }),
  (done) => async.each([1, 2], (n, cb) => cb(n === 2 ? new Error('two') : null), (e) => { show('each')(e); done(); }),
];
(function run(i) {
  if (i < steps.length) steps[i](() => setImmediate(run, i + 1));
  else promises();
})(0);

async function promises() {
  console.log(await async.map([1, 2], async (n) => n * 10));
  console.log(await async.parallel([async () => 1, (cb) => cb(null, 2)]));
  try { await async.each([1], async () => { throw new TypeError('rejected'); }); } catch (e) { console.log(e.name, e.message); }
  const q = async.queue(async (n) => n * 2);
  console.log(await q.pushAsync(21));
  async.ensureAsync((cb) => cb(null, 'ensured'))((e, r) => console.log(r));
  console.log('end');
  try { async.map([1], (n, cb) => { cb(); cb(); }, () => {}); } catch (e) { console.log(e.message); }
}
