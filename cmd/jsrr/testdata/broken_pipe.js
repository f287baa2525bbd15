// Writes to a stdout whose reader has gone, and tells stderr what came of it.
const fs = require('fs');
const say = (...values) => process.stderr.write(`${values.join(' ')}\n`);
const tried = (name, f) => {
  try { say(name, f()); } catch (error) { say(name, error.code, error.errno, error.syscall, error.message); }
};

process.stdout.on('error', (error) => say('stdout', error.code, error.message));
process.on('exit', (code) => say('exit', code));
tried('writeSync', () => fs.writeSync(1, 'hello'));
tried('writevSync', () => fs.writevSync(1, [Buffer.from('a'), Buffer.from('b')]));
tried('writeFileSync', () => fs.writeFileSync(1, 'hello'));
tried('appendFileSync', () => fs.appendFileSync(1, 'hello'));
tried('nothing', () => fs.writeSync(1, ''));
fs.write(1, 'x', (error, written, data) => {
  say('write', error.message, written, data);
  fs.writev(1, [Buffer.from('ab')], (failure, n, list) => {
    say('writev', failure.message, n, list);
    fs.writeFile(1, 'x', (last) => {
      say('writeFile', last.message);
      process.stdout.write('x', (e) => say('stream', e.message));
      console.log('nobody hears it');
    });
  });
});
