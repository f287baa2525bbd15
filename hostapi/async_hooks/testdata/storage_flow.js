'use strict';
// AsyncLocalStorage: the value follows whatever a program starts.
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const { EventEmitter, on, once } = require('events');
const fs = require('fs');
const timers = require('timers/promises');
const a = new AsyncLocalStorage();
const log = [];
const L = (...args) => log.push(args.join(' '));
const at = (name) => L(name, a.getStore());

a.run('timeout', () => setTimeout(() => { at('timeout'); setImmediate(() => at('nested immediate')); }, 1));
a.run('args', () => setTimeout((x, y) => L(x, y, a.getStore()), 2, 'x', 'y'));
a.run('immediate', () => setImmediate(() => at('immediate')));
a.run('tick', () => process.nextTick(() => { at('tick'); process.nextTick(() => at('tick in tick')); }));
a.run('micro', () => queueMicrotask(() => at('micro')));
a.run('then', () => Promise.resolve().then(() => at('then 1')).then(() => at('then 2')).finally(() => at('finally')));
a.run('catch', () => Promise.reject(new Error('x')).catch(() => at('catch')));
a.run('async', async () => {
  at('async 0');
  await null;
  at('async 1');
  await new Promise((resolve) => setTimeout(resolve, 3));
  at('async 2');
  try { await Promise.reject(1); } catch { at('async catch'); }
});
a.run('all', () => Promise.all([1, Promise.resolve(2)]).then(() => at('all')));
a.run('race', () => Promise.race([new Promise((r) => setTimeout(r, 5)), timers.setTimeout(4)]).then(() => at('race')));
a.run('any', () => Promise.any([Promise.reject(1), 2]).then(() => at('any')));
const thenable = { then(resolve) { at('thenable'); resolve(1); } };
a.run('await thenable', async () => { await thenable; at('after thenable'); });
a.run('return thenable', () => Promise.resolve().then(() => thenable).then(() => at('returned thenable')));
a.run('resolve thenable', () => new Promise((resolve) => resolve(thenable)).then(() => at('resolved')));
a.run('thenable async', async () => thenable).then(() => at('outside'));
// A promise that is made in one context, resolved in another and used in a third.
let settle;
const promise = a.run('made', () => new Promise((resolve) => { settle = resolve; }));
a.run('used', () => promise.then(() => at('used')));
a.run('settled', () => setTimeout(settle, 2));
// Emitters call in the context of emit.
const emitter = new EventEmitter();
a.run('listening', () => emitter.on('x', () => at('listener')));
a.run('emitting', () => emitter.emit('x'));
a.run('once', () => once(emitter, 'y').then(() => at('once')));
a.run('emitter of y', () => setTimeout(() => emitter.emit('y'), 3));
a.run('on', async () => {
  const iterator = on(emitter, 'z');
  await iterator.next();
  at('on');
  iterator.return();
});
a.run('emitter of z', () => setTimeout(() => emitter.emit('z'), 6));
const target = new EventTarget();
a.run('added', () => target.addEventListener('e', () => at('event')));
a.run('dispatching', () => target.dispatchEvent(new Event('e')));
const controller = new AbortController();
a.run('abort listener', () => controller.signal.addEventListener('abort', () => at('abort')));
a.run('aborting', () => controller.abort());
a.run('timeout signal', () => AbortSignal.timeout(7).addEventListener('abort', () => at('timeout signal')));
// Files.
a.run('fs callback', () => fs.stat(__filename, () => at('fs callback')));
a.run('fs promise', () => fs.promises.readFile(__filename).then(() => at('fs promise')));
a.run('stream', () => fs.createReadStream(__filename).on('data', () => at('data')).on('close', () => at('close')));
// Intervals keep what their callback entered.
let rounds = 0;
const interval = setInterval(() => {
  at('interval');
  a.enterWith(`round ${rounds}`);
  if (++rounds === 3) clearInterval(interval);
}, 3);
// A timer that fired and is refreshed is a new one.
const timer = a.run('first life', () => setTimeout(() => at('refreshed'), 5));
setTimeout(() => a.run('second life', () => timer.refresh()), 15);
// Ports deliver in the context in which they were made.
const made = a.run('channel made', () => new MessageChannel());
a.run('listening to port', () => made.port1.on('message', () => { at('message'); made.port1.close(); }));
a.run('posting', () => made.port2.postMessage(1));
a.run('broadcast', () => {
  const one = new BroadcastChannel('x');
  const two = new BroadcastChannel('x');
  two.onmessage = () => { at('broadcast message'); one.close(); two.close(); };
  setTimeout(() => one.postMessage(1), 1);
});
// Streams of the web, and handlers that node calls itself.
a.run('web stream', async () => {
  const stream = new ReadableStream({ pull(c) { at('pull'); c.enqueue(1); c.close(); } });
  const through = stream.pipeThrough(new TransformStream({ transform(chunk, c) { at('transform'); c.enqueue(chunk); }, flush() { at('flush'); } }));
  const reader = through.getReader();
  await reader.read();
  at('read');
});
a.run('consumers', () => require('stream/consumers').text(require('stream').Readable.from(['x'])).then(() => at('consumed')));
a.run('pipeline', () => require('stream/promises').pipeline(require('stream').Readable.from(['x']), async function* (source) { for await (const chunk of source) { at('in pipeline'); yield chunk; } }, new (require('stream').PassThrough)().resume()).then(() => at('pipelined')));
a.run('sleep', () => timers.setTimeout(2).then(() => at('slept')));
a.run('promisified', () => require('util').promisify(fs.stat)(__filename).then(() => at('promisified')));
a.run('callbackified', () => require('util').callbackify(async () => 1)(() => at('callbackified')));
a.run('iteration', async () => { for await (const x of (async function* () { yield 1; await null; yield 2; })()) at(`iteration ${x}`); });
a.run('opendir', async () => { const dir = await fs.promises.opendir(__dirname); await dir.read(); at('dir read'); await dir.close(); });
a.run('file handle', async () => { const file = await fs.promises.open(__filename); await file.read(Buffer.alloc(1), 0, 1, 0); at('file handle'); await file.close(); });
a.run('finalized', () => new AsyncResource('R').bind(() => at('bound resource')))();
at('outside');
setTimeout(() => console.log(log.map((line) => `${line}`).sort().join('\n')), 150);
