process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('micro'));
setTimeout(() => console.log('timeout'));
setImmediate(() => console.log('immediate'));
queueMicrotask(() => console.log('micro2'));
console.log('sync');
