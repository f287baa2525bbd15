// Times: the order of clock readings, the loop's utilization, the delay histogram.
const { performance, monitorEventLoopDelay, createHistogram } = require('perf_hooks');
const L = (...args) => console.log(...args);
const first = performance.now();
L(typeof first, first > 0, performance.now() >= first, Number.isFinite(performance.timeOrigin), performance.timeOrigin === performance.timeOrigin);
L(Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000);
const entry = performance.mark('now');
L(entry.startTime >= first, entry.startTime <= performance.now());
const before = performance.eventLoopUtilization();
L(before);
const delay = monitorEventLoopDelay({ resolution: 2 });
L(delay.count, delay.enable(), delay.enable());
const deltas = createHistogram();
deltas.recordDelta();
L(deltas.count);
setTimeout(() => {
  const start = performance.eventLoopUtilization();
  L(start.active > 0, start.idle >= 0, start.utilization >= 0 && start.utilization <= 1);
  setTimeout(() => {
    const end = performance.eventLoopUtilization();
    const between = performance.eventLoopUtilization(end, start);
    L(between.idle > 0, between.active >= 0, between.utilization < 1);
    L(performance.eventLoopUtilization(start).idle > 0, performance.nodeTiming.loopStart > 0, performance.nodeTiming.loopExit, performance.nodeTiming.idleTime > 0);
    deltas.recordDelta();
    L(deltas.count, deltas.min > 1e6);
    L(delay.count > 0, delay.min >= 1e6, delay.max >= delay.min, delay.mean > 0, delay.disable(), delay.disable());
    delay.reset();
    L(delay.count);
    L(performance.measure('since', 'now').duration > 10);
  }, 30);
}, 5);
