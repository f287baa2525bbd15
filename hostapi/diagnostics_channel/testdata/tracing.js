// Tracing channels: which events, in which order, with which context and stores.
const dc = require('diagnostics_channel');
const { AsyncLocalStorage } = require('async_hooks');
const L = console.log;
const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];
const trace = dc.tracingChannel('t');
const storage = new AsyncLocalStorage();
const handlers = {};
for (const event of events) handlers[event] = (message, name) => L('  ', event, JSON.stringify(message), String(message.error), name, storage.getStore()?.n);
L(trace.hasSubscribers, trace.traceSync((x) => x, undefined, null, 1));
const untouched = {};
trace.traceSync(() => 1, untouched);
trace.tracePromise(async () => 1, untouched);
trace.traceCallback((cb) => cb(null, 1), 0, untouched, null, () => L('called'));
L(untouched, trace.tracePromise(() => 5), trace.traceCallback(() => 6, 0, {}, null, 1));
L(trace.subscribe(handlers), trace.hasSubscribers);
trace.start.bindStore(storage, (context) => ({ n: context.n }));
L('sync', trace.traceSync(function(x, y) { return [this.t, x, y, storage.getStore().n]; }, { n: 1 }, { t: 't' }, 'x', 'y'), storage.getStore());
try { trace.traceSync(() => { throw new Error('bad'); }, { n: 2 }); } catch (error) { L(error.message); }
L('default context', trace.traceSync(() => 1));
async function main() {
  L('promise', await trace.tracePromise(async (x) => { await null; L('in', storage.getStore().n); return x; }, { n: 3 }, null, 'x'));
  await trace.tracePromise(async () => { throw new Error('async bad'); }, { n: 4 }).catch((error) => L(error.message));
  L('value', await trace.tracePromise(() => 'plain', { n: 5 }));
  try { trace.tracePromise(() => { throw new Error('sync bad'); }, { n: 6 }); } catch (error) { L(error.message); }
  await new Promise((resolve) => trace.traceCallback((x, cb) => setTimeout(cb, 1, null, x), -1, { n: 7 }, null, 'x', (error, result) => { L('callback', error, result, storage.getStore()?.n); resolve(); }));
  await new Promise((resolve) => trace.traceCallback((cb, x) => setImmediate(cb, new Error(x)), 0, { n: 8 }, null, (error) => { L('callback', error.message); resolve(); }, 'x'));
  trace.traceCallback((cb) => cb(null, 1), undefined, { n: 9 }, null, () => L('sync callback'));
  try { trace.traceCallback(() => { throw new Error('start bad'); }, 0, { n: 10 }, null, () => {}); } catch (error) { L(error.message); }
  for (const wrong of [() => trace.traceCallback(() => {}, 0, {}, null, 'no function'), () => trace.traceCallback(() => {})]) {
    try { wrong(); } catch (error) { L(error.name, error.code, error.message); }
  }
  L(trace.unsubscribe({ start: handlers.start, end: () => {} }), trace.unsubscribe(handlers), trace.hasSubscribers);
  L(trace.start.unbindStore(storage), trace.hasSubscribers);
  // Channels given one by one.
  const given = dc.tracingChannel(Object.fromEntries(events.map((event) => [event, dc.channel(`my:${event}`)])));
  dc.subscribe('my:start', (message, name) => L(message, name));
  given.traceSync(() => {}, { given: true });
  try { dc.tracingChannel({ start: 1 }); } catch (error) { L(error.name, error.code, error.message); }
}
process.on('uncaughtException', (error, origin) => L('uncaught', error.message, origin));
// Errors of subscribers and transforms come later, as uncaught ones.
const channel = dc.channel('errors');
channel.subscribe(() => { throw new Error('subscriber'); });
channel.subscribe(() => L('next subscriber'));
channel.bindStore(storage, () => { throw new Error('transform'); });
L(channel.runStores({}, () => 'ran'));
// A list that changes while it is published.
const changing = dc.channel('changing');
const second = () => L('second');
changing.subscribe(() => { L('first', changing.unsubscribe(second)); changing.subscribe(() => L('third')); });
changing.subscribe(second);
changing.publish();
// Several stores on one channel.
const other = new AsyncLocalStorage();
const both = dc.channel('both');
both.bindStore(storage);
both.bindStore(other, (x) => x * 2);
both.subscribe((x) => L('both', x, storage.getStore(), other.getStore()));
L(both.runStores(4, () => [storage.getStore(), other.getStore()]), storage.getStore(), other.getStore());
setTimeout(main, 2);
