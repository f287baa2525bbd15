// Tab completion, cursor functions, promises.
const readline = require('readline');
const { PassThrough } = require('stream');
const words = ['apple', 'apricot', 'banana', 'band', 'bandana', 'cherry', '漢字'];
function terminal(completer, options = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  output.columns = 30;
  let shown = '';
  output.on('data', (data) => { shown += data; });
  const rl = readline.createInterface({ input, output, terminal: true, completer, ...options });
  return { rl, async type(...keys) {
    for (const key of keys) {
      shown = '';
      input.write(key);
      await new Promise((resolve) => setTimeout(resolve, 5));
      console.log(JSON.stringify(key), JSON.stringify(shown), JSON.stringify(rl.line), rl.cursor);
    }
  } };
}
const sync = (line) => { const word = line.split(' ').pop(); return [words.filter((w) => w.startsWith(word)), word]; };
(async () => {
  let t = terminal(sync);
  await t.type('a', '\t', '\t', '\t', 'r', '\t', ' b', '\t', '\t', 'd', '\t', '\t', ' zz', '\t', ' ', '\t', '\t', '\r', 'ab\tcd', '\x1b[A');
  t = terminal((line, done) => setImmediate(done, null, sync(line)), { });
  await t.type('c', '\t', '\r');
  t = terminal((line, done) => done({ toString: () => 'no idea' }));
  await t.type('ch', '\t');
  t = terminal(() => [['one', '', 'two', 'three'], '']);
  await t.type('\t', '\t');
  t = terminal((line) => [['ABC'], line]);
  await t.type('ab', '\t');
  t = terminal(undefined);
  await t.type('x\ty', '\t', 'z');
  cursor();
})();

function cursor() {
  const lines = [];
  const stream = { write(text, callback) { lines.push(text); if (callback) callback(); return text.length > 3; } };
  const { cursorTo, moveCursor, clearLine, clearScreenDown } = readline;
  console.log(cursorTo(stream, 3), cursorTo(stream, 3, 4), cursorTo(stream, 1, () => lines.push('cb')), cursorTo(stream, 1, 2, () => lines.push('cb')));
  console.log(moveCursor(stream, 0, 0), moveCursor(stream, 1, 0), moveCursor(stream, -2, 3), moveCursor(stream, 0, -4, () => lines.push('cb')));
  console.log(clearLine(stream, -1), clearLine(stream, 1), clearLine(stream, 0), clearScreenDown(stream));
  console.log(cursorTo(null, 1, 2), moveCursor(undefined, 1, 1), clearLine(null, 0, (e) => console.log('later', e)), clearScreenDown(null), cursorTo(stream, 'x'));
  console.log(JSON.stringify(lines));
  for (const f of [() => cursorTo(stream, NaN), () => cursorTo(stream, 1, NaN), () => cursorTo(stream, 'a', 1), () => cursorTo(stream, 1, 2, 'x'), () => moveCursor(stream, 1, 1, {}), () => clearLine(stream, 1, null), () => clearScreenDown(stream, 1)]) {
    try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); }
  }
  promises();
}

async function promises() {
  const { createInterface, Interface, Readline } = require('readline/promises');
  console.log(require('readline').promises === require('readline/promises'), Object.keys(require('readline/promises')));
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data) => { shown += data; });
  const rl = createInterface({ input, output });
  console.log(rl instanceof Interface, rl instanceof readline.Interface);
  setImmediate(() => input.write('blue\n'));
  console.log(await rl.question('colour? '), JSON.stringify(shown));
  const abort = new AbortController();
  setImmediate(() => abort.abort('why'));
  await rl.question('wait? ', { signal: abort.signal }).catch((e) => console.log(e.name, e.code, e.message, e.cause));
  await rl.question('no? ', { signal: AbortSignal.abort() }).catch((e) => console.log(e.name, e.code, e.message));
  rl.close();
  await rl.question('late? ').catch((e) => console.log(e.name, e.code, e.message));
  shown = '';
  const moves = new Readline(output);
  console.log(moves.cursorTo(1, 2).moveCursor(3, 0).clearLine(-1).clearScreenDown().moveCursor(0, 0) === moves);
  await moves.commit();
  moves.clearLine(0).rollback();
  await moves.commit();
  console.log(JSON.stringify(shown));
  shown = '';
  new Readline(output, { autoCommit: true }).cursorTo(5).clearLine(1);
  await new Promise(setImmediate);
  console.log(JSON.stringify(shown));
  for (const f of [() => new Readline({}), () => new Readline(output, { autoCommit: 1 }), () => moves.cursorTo('a'), () => moves.cursorTo(1, 'b'), () => moves.moveCursor(1.5, 1), () => moves.clearLine(2), () => moves.clearLine()]) {
    try { f(); console.log('fine'); } catch (e) { console.log(e.name, e.code, e.message); }
  }
  const { promisify } = require('util');
  const input2 = new PassThrough();
  const rl2 = readline.createInterface({ input: input2 });
  const ask = promisify(rl2.question).bind(rl2);
  setImmediate(() => input2.write('green\n'));
  console.log(await ask('?'));
  await ask('?', { signal: AbortSignal.abort() }).catch((e) => console.log(e.name, e.code, e.message));
  rl2.question('cb', { signal: AbortSignal.abort() }, () => console.log('never'));
  rl2.close();
}
