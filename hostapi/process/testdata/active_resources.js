// clock: virtual
// What keeps the loop running, in Node's names: requests, handles, timers, immediates.
const fs = require('fs');
const show = (label) => console.log(label, process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY/.test(name)).join());
show('start');
const timeout = setTimeout(() => show('in timeout'), 50);
show('timeout');
const loose = setTimeout(() => {}, 10).unref();
show('unref timeout');
loose.ref();
show('ref again');
clearTimeout(loose);
show('cleared');
const interval = setInterval(() => {
  show('in interval');
  clearInterval(interval);
  show('cleared in interval');
}, 100);
show('interval');
setImmediate(() => {
  show('in immediate');
  fs.stat('.', () => {
    show('in stat');
    fs.readdir('.', () => show('in readdir'));
    show('readdir');
  });
  show('stat');
});
const unref = setImmediate(() => {});
unref.unref();
show('immediates');
clearImmediate(unref);
const watcher = fs.watch('.');
show('watch');
watcher.unref();
show('watch unref');
watcher.close();
process.on('SIGUSR2', () => {});
show('signal');
const { port1, port2 } = new MessageChannel();
show('channel');
port1.onmessage = () => {};
show('onmessage');
port1.unref();
show('port unref');
process.nextTick(() => show('tick'));
Promise.resolve().then(() => show('microtask'));
process.on('exit', () => show('exit'));
