// clock: virtual
// uncaughtException, its monitor, and errors of every kind of callback.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('uncaughtException', (error, origin) => console.log('handler', error.message, origin));
setTimeout(() => { throw new Error('timer'); }, 100);
setTimeout(() => console.log('next timer'), 180);
setImmediate(() => { throw new Error('immediate'); });
process.nextTick(() => { throw new Error('tick'); });
queueMicrotask(() => { throw new Error('microtask'); });
Promise.reject(new Error('rejection'));
setTimeout(() => { Promise.reject(new Error('later')).finally(() => console.log('finally')); }, 260);
process.on('exit', (code) => console.log('exit', code));
