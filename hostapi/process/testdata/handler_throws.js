// A handler of uncaught errors that fails ends the program with code 7.
process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log('handler', error.message, origin);
  throw new Error('second');
});
Promise.reject(new Error('first'));
setTimeout(() => console.log('never'), 1);
