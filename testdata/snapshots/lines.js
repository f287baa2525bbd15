'use strict';
// readline on standard input and on streams, a line at a time.
const readline = require('readline');
const { Readable, Writable } = require('stream');
const shown = [];
const output = new Writable({ write(b, _, done) { shown.push(String(b)); done(); } });
const rl = readline.createInterface({ input: process.stdin, output: null, terminal: false });
rl.on('line', (line) => console.log('stdin', line));
rl.on('close', () => console.log('end of stdin'));
const slow = new Readable({ read() {} });
let n = 0;
const feed = setInterval(() => {
  if (n === 5) { clearInterval(feed); slow.push(null); return; }
  slow.push(`first ${n}\nsecond ${n++}`);
}, 1);
(async () => {
  const lines = readline.createInterface({ input: slow, crlfDelay: Infinity });
  for await (const line of lines) console.log('stream', line);
})();
const asks = new Readable({ read() {} });
const prompt = readline.createInterface({ input: asks, output });
prompt.question('name? ', (name) => prompt.question('age? ', (age) => {
  console.log(name, age, JSON.stringify(shown));
  prompt.close();
}));
setTimeout(() => asks.push('Ann\n'), 2);
setTimeout(() => asks.push('7\n'), 3);
