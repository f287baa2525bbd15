'use strict';
// Console as a constructor, and the global console.
const { Console } = require('console');

const out = process.stdout;
for (const args of [[], [{}], [null], [{ stdout: 5 }], [{ stdout: out, stderr: 5 }], [out, 5], [out, null], [out, out, false],
  [{ stdout: out, colorMode: 'x' }], [{ stdout: out, inspectOptions: 5 }], [{ stdout: out, groupIndentation: -1 }],
  [{ stdout: out, groupIndentation: 'x' }], [{ stdout: out, groupIndentation: 2000 }],
  [{ stdout: out, colorMode: true, inspectOptions: { colors: false } }], [{ stdout: out, ignoreErrors: 5 }]]) {
  try {
    new Console(...args);
    console.log('made');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}

const made = new Console(out);
console.log(Object.keys(made).join(), made instanceof Console, Object.prototype.toString.call(made));
console.log(made._stdout === out, made._stderr === out, made.log.name, made.log.length, Console.name, Console.length);
console.log(Console(out) instanceof Console, {} instanceof Console);
class Sub extends Console {
  constructor() { super(out); }
  extra() { this.log('extra'); }
  warn(...args) { this.log('own warn', ...args); }
}
const sub = new Sub();
sub.extra();
sub.warn(1);
sub.assert(false, 'through warn');
console.log(sub instanceof Sub, sub instanceof Console, Object.keys(Console.prototype).join());

console.log(Object.keys(console).join());
console.log(console.Console === Console, require('console') === console, console instanceof Console);
console.log(Object.prototype.toString.call(console), Object.getOwnPropertyNames(Object.getPrototypeOf(console)));
console.log(console._stdout === process.stdout, console._stderr === process.stderr);
const { log } = console;
log('taken off');
console.log(console.profile(), console.profileEnd(), console.timeStamp());

// Streams which fail do not disturb the program.
const { Writable } = require('stream');
const failing = new Writable({ write(chunk, encoding, done) { done(new Error('broken')); } });
failing.on('close', () => console.log('closed'));
const patient = new Console(failing);
patient.log('lost');
const throwing = { write() { throw new Error('thrown'); }, once() {}, removeListener() {} };
new Console(throwing).log('lost');
try {
  new Console({ stdout: throwing, ignoreErrors: false }).log('x');
} catch (error) {
  console.log(error.message);
}

// Whoever replaces write sees everything.
const { write } = process.stdout;
const seen = [];
process.stdout.write = (text) => seen.push(text) > 0;
console.log('hidden', { a: 1 });
console.group('g');
console.info('x\ny');
console.groupEnd();
process.stdout.write = write;
console.log(seen);
