// bluebird: collections, cancellation, resources, errors, coroutines.
const Promise = require('bluebird');
const fs = require('fs');
const { EventEmitter } = require('events');

Promise.config({ cancellation: true });
class AppError extends Error { constructor(m) { super(m); this.name = 'AppError'; } }
const log = (...args) => console.log(...args);

async function main() {
  log(await Promise.map([1, 2, 3], (n) => Promise.delay(4 - n).then(() => n * 2), { concurrency: 2 }));
  log(await Promise.mapSeries([1, 2, 3], (n, i, length) => `${n}/${i}/${length}`), await Promise.filter([1, 2, 3], (n) => n > 1), await Promise.reduce([1, 2, 3], (a, n) => a + n, 10));
  log(await Promise.props({ a: Promise.delay(1, 'x'), b: 2 }), await Promise.some([Promise.delay(8, 'c'), Promise.delay(1, 'a'), Promise.delay(4, 'b')], 2), await Promise.any([Promise.reject(new Error('no')), 'yes']));
  log(await Promise.join(1, Promise.resolve(2), (a, b) => a + b), await Promise.try(() => 'tried'), await Promise.method((x) => x + 1)(1), await Promise.resolve([1, 2, 3]).spread((a, b) => a + b));
  log(await Promise.each(['a', 'b'], (x) => log('each', x)), await Promise.resolve({ f: () => 'called', p: 'property' }).call('f'), await Promise.resolve({ p: 'property' }).get('p'), await Promise.resolve(1).return(2), await Promise.resolve(3).tap((x) => log('tap', x)));

  // Filters of errors.
  log(await Promise.reject(new AppError('mine')).catch(TypeError, () => 'type').catch(AppError, (e) => `app ${e.message}`));
  log(await Promise.reject(Object.assign(new Error('coded'), { code: 'E1' })).catch({ code: 'E1' }, (e) => e.code), await Promise.reject(new RangeError('r')).catch((e) => e instanceof RangeError, () => 'predicate'));
  log(await Promise.reject(new Error('x')).catchReturn('returned'), await Promise.resolve().thenThrow(new Error('thrown')).reflect().then((i) => [i.isRejected(), i.reason().message]));
  log(await Promise.resolve(1).finally(() => log('finally')), await Promise.reject(new Promise.OperationalError('op')).error((e) => `operational ${e.message}`));
  try { await Promise.delay(100).timeout(4, 'too slow'); } catch (e) { log(e instanceof Promise.TimeoutError, e.message); }
  try { await Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]); } catch (e) { log(e.constructor.name, e.length, e[0].message); }
  try { await Promise.resolve('x').then(42).then(() => { throw null; }); } catch (e) { log(e); }

  // Callbacks to promises and back.
  const promisified = Promise.promisifyAll({ add(a, b, cb) { setImmediate(cb, null, a + b); }, two(cb) { cb(null, 1, 2); }, fail(cb) { cb(new Error('callback')); } }, { multiArgs: false });
  log(await promisified.addAsync(1, 2), await promisified.twoAsync(), await promisified.failAsync().catch((e) => [e.message, e.isOperational]));
  log(await Promise.promisify((cb) => cb(null, 'a', 'b'), { multiArgs: true })(), (await Promise.promisify(fs.readFile)(__filename, 'utf8')).split('\n')[0]);
  await new Promise((resolve) => Promise.resolve([1, 2]).asCallback((e, a, b) => { log('callback', e, a, b); resolve(); }, { spread: true }));
  await new Promise((resolve) => Promise.reject(new Error('for callback')).asCallback((e) => { log(e.message); resolve(); }));
  log(await Promise.fromCallback((cb) => setTimeout(cb, 1, null, 'from')));

  // Coroutines.
  const routine = Promise.coroutine(function* (n) {
    const a = yield Promise.delay(1, n);
    try { yield Promise.reject(new Error('inside')); } catch (e) { log('caught', e.message); }
    const [b, c] = yield Promise.all([a + 1, a + 2]);
    return a + b + c;
  });
  log(await routine(10));

  // Resources are given back in reverse order.
  const resource = (name) => Promise.resolve({ name }).disposer((r, p) => log('dispose', r.name, p.isFulfilled()));
  log(await Promise.using(resource('one'), resource('two'), (a, b) => [a.name, b.name]));
  await Promise.using(resource('three'), () => { throw new Error('using'); }).catch((e) => log(e.message));

  // Cancellation.
  const events = [];
  const p = new Promise((resolve, reject, onCancel) => { const t = setTimeout(resolve, 1000); onCancel(() => { clearTimeout(t); events.push('cancelled'); }); }).then(() => events.push('never')).finally(() => events.push('finally'));
  p.cancel();
  await Promise.delay(1);
  log(events, p.isCancelled(), p.isPending());

  // Order against native promises, ticks and immediates.
  const order = [];
  setImmediate(() => order.push('immediate'));
  Promise.resolve().then(() => order.push('bluebird'));
  globalThis.Promise.resolve().then(() => order.push('native'));
  process.nextTick(() => order.push('tick'));
  setTimeout(() => order.push('timeout'), 0);
  await Promise.delay(6);
  log(order.filter((x) => x !== 'immediate' && x !== 'timeout'), order.length);

  const e = new EventEmitter();
  const once = new Promise((resolve) => e.once('x', resolve));
  e.emit('x', 5);
  log(await once, once.isFulfilled(), once.value(), Promise.is(once), Promise.resolve(1).toString(), JSON.stringify(once));
}
process.on('unhandledRejection', (reason, promise) => {
  log('unhandled', reason.message, promise instanceof Promise);
});
main().then(() => {
  Promise.reject(new Error('nobody'));
  return Promise.delay(2);
}).then(() => log('end'));
