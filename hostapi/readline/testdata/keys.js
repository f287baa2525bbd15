// emitKeypressEvents: every key that terminals send.
const readline = require('readline');
const { PassThrough } = require('stream');
function keysOf(text, chunks = [text]) {
  const input = new PassThrough();
  readline.emitKeypressEvents(input, { escapeCodeTimeout: 10 });
  input.on('keypress', (s, key) => console.log(JSON.stringify(text), JSON.stringify(s), JSON.stringify(key)));
  for (const chunk of chunks) input.write(chunk);
  return input;
}
const esc = '\x1b';
const texts = ['a', 'Z', '5', '!', 'é', '漢', '😀', '\r', '\n', '\t', '\b', '\x7f', ' ', '\x01', '\x03', '\x1a', '\x1c', '\x1f', '\x00',
  esc + 'a', esc + 'Z', esc + '5', esc + '!', esc + '\r', esc + '\x7f', esc + ' ', esc + 'é', esc + '\x01', esc + esc, esc + esc + 'x', esc + '\t', esc + '\n', 'ab', 'a\x1b[Ab'];
for (const c of 'ABCDEFGHPQRSabcdeZ') texts.push(`${esc}[${c}`, `${esc}O${c}`, `${esc}[1;5${c}`, `${esc}O5${c}`, `${esc}[2${c}`);
for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 200, 201]) texts.push(`${esc}[${n}~`, `${esc}[${n};2~`, `${esc}[${n}^`, `${esc}[${n}$`);
for (const c of 'ABCDE') texts.push(`${esc}[[${c}`);
texts.push(`${esc}[[5~`, `${esc}[[6~`, `${esc}${esc}[A`, `${esc}[1;9A`, `${esc}[1;2A`, `${esc}[1;3A`, `${esc}[5;7~`, `${esc}[999x`, `${esc}[1;zq`);
for (const text of texts) keysOf(text);
keysOf('split', [esc, '[', '1', ';5', 'C']);
keysOf('utf8', [Buffer.from([0xe6]), Buffer.from([0xbc, 0xa2])]);
// A lone ESC is a key of its own after a while.
const lone = keysOf(esc);
setTimeout(() => {
  // A listener that throws does not stop the decoding of later keys.
  const input = new PassThrough();
  readline.emitKeypressEvents(input);
  readline.emitKeypressEvents(input); // twice is once
  let calls = 0;
  input.on('keypress', (s) => { calls++; if (s === 'x') throw new Error('bad key'); console.log('key', s, calls); });
  process.once('uncaughtException', (e) => { console.log('caught', e.message); input.write('z'); });
  input.write('x');
  setTimeout(() => {
    input.removeAllListeners('keypress');
    input.write('q');
    setImmediate(() => {
      console.log('listeners', input.listenerCount('data'), input.listenerCount('newListener'));
      input.on('keypress', (s) => console.log('again', s));
      input.write('r');
    });
  }, 20);
}, 100);
