// Lines from a stream that is no terminal.
const readline = require('readline');
const { PassThrough, Readable } = require('stream');
function run(name, chunks, options = {}) {
  return new Promise((resolve) => {
    const input = new PassThrough();
    const rl = readline.createInterface({ input, ...options });
    const lines = [];
    rl.on('line', (line) => lines.push(line));
    for (const event of ['pause', 'resume']) rl.on(event, () => lines.push(`<${event}>`));
    rl.on('close', () => { console.log(name, JSON.stringify(lines), rl.terminal, rl.closed, rl.paused, JSON.stringify(rl.line)); resolve(rl); });
    for (const chunk of chunks) input.write(chunk);
    input.end();
  });
}
(async () => {
  await run('plain', ['a\nb\nc']);
  await run('crlf', ['a\r\nb\r\n']);
  await run('cr', ['a\rb\r']);
  await run('split crlf', ['a\r', '\nb\r', '\n', '\nc']);
  await run('empty', []);
  await run('only ends', ['\n\n\r\n']);
  await run('separators', ['a\u2028b\u2029c']);
  await run('utf8', [Buffer.from([0xe6, 0xbc]), Buffer.from([0xa2, 0x0a]), '\u{1F600}\n']);
  await run('parts', ['a', 'b', 'c\nd', 'e', '\n']);
  await run('long', ['x'.repeat(100000), '\n', 'y']);

  // prompt, question and output
  const output = new PassThrough();
  const shown = [];
  output.on('data', (data) => shown.push(String(data)));
  const input = new PassThrough();
  const rl = readline.createInterface({ input, output, prompt: 'what> ' });
  rl.prompt();
  rl.question('name? ', (answer) => {
    console.log('answer', answer, JSON.stringify(rl.getPrompt()));
    rl.question('age? ', (age) => {
      console.log('age', age);
      rl.setPrompt('new ');
      rl.prompt(true);
      rl.write('written\n');
      rl.close();
      rl.close();
      try { rl.question('late?', () => {}); } catch (e) { console.log(e.name, e.code, e.message); }
      console.log(JSON.stringify(shown));
      iterate();
    });
  });
  rl.on('line', (line) => console.log('line', line));
  rl.on('close', () => console.log('closed'));
  input.write('ann\n42\nlost?\n');
})();

async function iterate() {
  const rl = readline.createInterface({ input: Readable.from(['1\n2\n', '3\n4']), crlfDelay: Infinity });
  const it = rl[Symbol.asyncIterator]();
  console.log(it === rl[Symbol.asyncIterator](), typeof it.return, it[Symbol.asyncIterator]() === it);
  for (;;) {
    const { done, value } = await it.next();
    console.log(done, value);
    if (done) break;
  }
  const second = readline.createInterface({ input: Readable.from(['1\n2\n3\n']) });
  const it2 = second[Symbol.asyncIterator]();
  console.log(await it2.next());
  console.log(await it2.return(), second.closed);
  console.log(await it2.next());
  errors();
}

function errors() {
  const attempt = (name, options) => {
    try { readline.createInterface({ input: new PassThrough(), ...options }); console.log(name, 'fine'); } catch (e) { console.log(name, e.name, e.code, e.message); }
  };
  attempt('completer', { completer: 'x' });
  attempt('history', { history: 'x' });
  for (const historySize of [-1, NaN, 'x', null, 0, 3]) attempt(`historySize ${historySize}`, { historySize });
  for (const tabSize of [0, -1, 1.5, 'x', 4]) attempt(`tabSize ${tabSize}`, { tabSize });
  for (const escapeCodeTimeout of ['x', NaN, Infinity, 3]) attempt(`escape ${escapeCodeTimeout}`, { escapeCodeTimeout });
  attempt('signal', { signal: 'x' });
  const abort = new AbortController();
  const rl = readline.Interface({ input: new PassThrough(), signal: abort.signal });
  console.log(rl instanceof readline.Interface, rl instanceof require('events'), rl.columns, rl.historySize, rl.tabSize, rl.crlfDelay);
  rl.on('close', () => console.log('closed by signal'));
  abort.abort();
  const aborted = readline.createInterface({ input: new PassThrough(), signal: AbortSignal.abort() });
  aborted.on('close', () => console.log('closed by aborted signal'));
  const failing = new PassThrough();
  const bad = readline.createInterface({ input: failing });
  bad.on('error', (e) => console.log('error', e.message));
  failing.destroy(new Error('broken'));
  const third = readline.createInterface(new PassThrough(), null, undefined, false);
  third.on('line', (l) => console.log('third', l));
  third.write('x\ny\nz');
  console.log(third._line_buffer ?? 'none', third.pause() === third, third.pause() === undefined, third.resume() === third, third.resume() === undefined);
  third.close();
}
