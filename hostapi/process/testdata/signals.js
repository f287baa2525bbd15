// A signal that the program sends to itself reaches its listeners.
let n = 0;
function onSignal(name, number) {
  console.log('got', name, number, ++n);
  if (n === 2) process.off('SIGUSR2', onSignal);
  else process.kill(process.pid, 'SIGUSR2');
}
process.on('SIGUSR2', onSignal);
process.once('SIGHUP', (name) => console.log('once', name));
setTimeout(() => process.kill(process.pid, 'SIGHUP'), 150);
process.kill(process.pid, 'SIGUSR2');
console.log(process.listenerCount('SIGUSR2'), process.kill(process.pid, 0));
try { process.kill(process.pid, 'SIGNOPE'); } catch (error) { console.log(error.code, error.message); }
try { process.kill('x'); } catch (error) { console.log(error.code, error.message); }
setTimeout(() => console.log('end'), 400);
