// unhandledRejection and rejectionHandled.
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason, promise instanceof Promise);
  setTimeout(() => promise.catch((again) => console.log('caught late', again)), 5);
});
process.on('rejectionHandled', (promise) => console.log('handled', promise instanceof Promise));
Promise.reject('a');
(async () => { throw 'b'; })();
const c = Promise.reject('c');
c.catch(() => console.log('c is caught'));
new Promise((resolve, reject) => { reject('d'); reject('e'); resolve(); });
Promise.all([Promise.reject('f'), Promise.reject('g')]).catch((reason) => console.log('all', reason));
setTimeout(() => console.log('end'), 40);
