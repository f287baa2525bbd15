// An error in a hook ends the program with code 1, whoever listens for errors.
const { createHook } = require('async_hooks');
process.on('uncaughtException', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
createHook({ init() { throw new Error('in init'); } }).enable();
setTimeout(() => console.log('never'), 1);
