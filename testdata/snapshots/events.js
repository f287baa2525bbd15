'use strict';
// Emitters, event targets, signals that abort, iterators over events, marks and observers.
const { EventEmitter, once, on } = require('events');
const { performance, PerformanceObserver, createHistogram } = require('perf_hooks');
const channel = require('diagnostics_channel').channel('test');
const timers = require('timers/promises');
const util = require('util');
const emitter = new EventEmitter({ captureRejections: true });
const target = new EventTarget();
const controller = new AbortController();
const seen = [];
const onEvent = (e) => seen.push(e.type);
target.addEventListener('a', onEvent);
target.addEventListener('b', { handleEvent: onEvent }, { once: true, signal: controller.signal });
channel.subscribe((message) => console.log('channel', message));
once(emitter, 'first').then(([v]) => console.log('once', v));
(async () => {
  try { for await (const [v] of on(emitter, 'many', { signal: controller.signal })) console.log('on', v); } catch (e) { console.log(e.name, e.code); }
})();
timers.setTimeout(50, null, { signal: controller.signal }).catch((e) => console.log('timer', e.name, util.types.isNativeError(e)));
const tired = AbortSignal.timeout(3);
tired.onabort = () => console.log(tired.reason.name);
const either = AbortSignal.any([controller.signal, tired]);
const observer = new PerformanceObserver((list) => console.log(list.getEntries().map((e) => e.name).join()));
observer.observe({ entryTypes: ['mark', 'measure'] });
const histogram = createHistogram();
let n = 0;
(async () => {
  for await (const _ of timers.setInterval(1)) {
    n++;
    histogram.record(n);
    emitter.emit('many', n);
    target.dispatchEvent(new Event(n % 2 ? 'a' : 'b'));
    if (n === 1) { emitter.emit('first', 'value'); performance.mark('m1'); channel.publish({ n }); }
    if (n === 2) { performance.measure('between', 'm1'); console.time('label'); console.group(); console.count('c'); }
    if (n === 4) controller.abort();
    if (n === 5) break;
  }
  console.log(seen.join(), either.aborted, histogram.max, histogram.mean);
  console.count('c');
  console.groupEnd();
})();
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
setTimeout(() => { Promise.reject(new Error('late').message); }, 2);
const registry = new FinalizationRegistry(() => {});
const weak = new WeakRef(emitter);
const map = new WeakMap([[emitter, 'kept']]);
setTimeout(() => console.log(weak.deref() === emitter, map.get(emitter)), 6);
registry.register(target, 1);
