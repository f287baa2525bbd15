// PerformanceObserver and timerify: who is told of what, and when.
const { performance, PerformanceObserver, createHistogram, PerformanceEntry } = require('perf_hooks');
const L = (...args) => console.log(...args);
const names = (list) => list.getEntries().map((e) => `${e.entryType}:${e.name}`).join();
const all = new PerformanceObserver((list, observer) => {
  L('all', names(list), observer === all, list.getEntriesByType('measure').length, list.getEntriesByName('m1').length, list.getEntriesByName('m1', 'measure').length);
});
all.observe({ entryTypes: ['mark', 'measure', 'function', 'nonsense'] });
const marks = new PerformanceObserver((list) => L('marks', names(list)));
performance.mark('before');
marks.observe({ type: 'mark', buffered: true });
performance.mark('m1', { startTime: 2 });
performance.mark('m0', { startTime: 1, detail: { deep: [1] } });
performance.measure('first', 'm0', 'm1');
L('sync', all.takeRecords.length);
process.nextTick(() => L('tick'));
setImmediate(() => {
  L('immediate');
  performance.mark('in immediate');
  const twice = performance.timerify(function twice(x) { return x * 2; });
  L(twice(4), twice.name, twice.length);
  const failing = performance.timerify(() => { throw new Error('thrown'); });
  try { failing(); } catch (error) { L(error.message); }
  class Point { constructor(x) { this.x = x; } }
  const MadePoint = performance.timerify(Point);
  L(new MadePoint(3).x, new MadePoint(3) instanceof Point);
  const histogram = createHistogram();
  const measured = performance.timerify(async () => 'promised', { histogram });
  measured().then((value) => {
    L(value, histogram.count, histogram.min > 0);
    setImmediate(() => {
      const functions = new PerformanceObserver((list) => {
        for (const e of list.getEntries()) L(e.name, e.entryType, e.detail, e[0], e.duration >= 0, e instanceof PerformanceEntry, e.constructor.name);
        functions.disconnect();
        performance.mark('nobody');
        setTimeout(last, 2);
      });
      functions.observe({ entryTypes: ['function'] });
      all.disconnect();
      marks.disconnect();
      twice(5, 'more');
    });
  });
  for (const wrong of [() => performance.timerify({}), () => performance.timerify(() => {}, 1), () => performance.timerify(() => {}, { histogram: {} })]) {
    try { wrong(); } catch (error) { L(error.name, error.code, error.message); }
  }
});
function last() {
  L(performance.getEntries().map((e) => e.name).sort().join());
  performance.clearMarks('m0');
  performance.clearMeasures('first');
  L(performance.getEntries().map((e) => e.name).sort().join());
  performance.clearMarks();
  L(performance.getEntries().length);
  try { performance.measure('gone', 'm1'); } catch (error) { L(error.name, error.message); }
  const single = new PerformanceObserver(() => {});
  single.observe({ type: 'mark' });
  try { single.observe({ entryTypes: ['mark'] }); } catch (error) { L(error.name, error.message); }
  single.observe({ type: 'measure' });
  L(single);
  single.disconnect();
  single.observe({ entryTypes: ['mark'] });
  L(single);
  L(performance.mark('x').detail, performance.mark('y', { detail: 0 }).detail, performance.mark('z', { detail: undefined }).detail);
  const detail = { a: 1 };
  const marked = performance.mark('cloned', { detail });
  L(marked.detail, marked.detail === detail);
  try { performance.mark('w', { detail: () => {} }); } catch (error) { L(error.name); }
}
