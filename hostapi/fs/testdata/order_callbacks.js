'use strict';
// When callbacks run: never at once, each as a turn of its own with its ticks and microtasks behind it.
const fs = require('fs');
fs.writeFileSync('f', 'content');
const log = (...args) => console.log(...args);
function jobs(name) {
  Promise.resolve().then(() => log(name, 'microtask'));
  process.nextTick(() => log(name, 'tick'));
}
log('begin');
fs.stat('f', () => {
  log('stat');
  jobs('stat');
  setImmediate(() => {
    log('immediate of stat');
    jobs('immediate');
  });
  fs.readFile('f', 'utf8', (error, text) => {
    log('readFile', error, text);
    jobs('readFile');
    fs.open('f', 'r', (error, fd) => {
      log('open', error);
      fs.read(fd, Buffer.alloc(4), 0, 4, 0, (error, count) => {
        log('read', error, count);
        jobs('read');
        fs.close(fd, (error) => {
          log('close', error);
          fs.exists('f', (there) => {
            log('exists', there);
            zero();
          });
        });
      });
    });
  });
});
jobs('main');
log('end');
function zero() {
  const fd = fs.openSync('f', 'r+');
  fs.read(fd, Buffer.alloc(0), 0, 0, 0, (...results) => log('empty read comes in a tick', results));
  fs.writev(fd, [], (...results) => log('empty writev too', results));
  process.nextTick(() => log('tick behind'));
  Promise.resolve().then(() => log('microtask behind'));
  fs.exists('a\0b', (there) => log('exists of a wrong path comes at once', there));
  fs.write(1, 'text for the console\n', (...results) => {
    log('write to the console', results);
    jobs('console');
    fs.writeFile(1, 'again\n', (...results) => {
      log('writeFile to the console', results);
      fs.close(fd, thrown);
    });
    log('order is kept');
  });
}
function thrown() {
  process.once('uncaughtException', (error) => {
    log('uncaught', error.message);
    fs.close(9999, undefined);
    process.once('uncaughtException', (error) => {
      log('uncaught', error.code, error.syscall);
      fs.stat('f', () => {
        log('last');
      });
    });
  });
  fs.stat('f', () => {
    process.nextTick(() => log('tick of the thrower'));
    throw new Error('thrown in a callback');
  });
}
