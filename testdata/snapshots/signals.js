// clock: real
'use strict';
// Signals that are watched while turns pass.
let got = 0;
const beat = setInterval(() => {}, 1000);
function onUsr(signal, number) {
  console.log(signal, number, ++got);
  if (got < 3) return setImmediate(() => process.kill(process.pid, 'SIGUSR2'));
  process.off('SIGUSR2', onUsr);
  process.off('SIGHUP', onHup);
  clearInterval(beat);
}
function onHup() { console.log('never'); }
process.on('SIGUSR2', onUsr);
process.on('SIGHUP', onHup);
setTimeout(() => process.kill(process.pid, 'SIGUSR2'), 1);
process.on('exit', (code) => console.log('exit', code, got));
process.on('beforeExit', () => { if (got === 3) { got++; setTimeout(() => console.log('once more'), 1); } });
