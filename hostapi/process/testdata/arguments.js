// What the functions of process accept and refuse.
const attempt = (f) => { try { const v = f(); return v === undefined ? 'undefined' : typeof v === 'function' ? 'function' : JSON.stringify(v); } catch (e) { return `${e.name} ${e.code} ${e.message.split('\n')[0]}`; } };
const bad = [undefined, null, true, 0, -1, 1.5, NaN, Infinity, 'x', '', {}, [], () => {}, Symbol('s'), 5n];
const show = (v) => (typeof v === 'symbol' ? 'symbol' : typeof v === 'bigint' ? 'bigint' : typeof v === 'function' ? 'function' : `${typeof v} ${JSON.stringify(v)}`);
for (const v of bad) {
  console.log(show(v));
  console.log('  exitCode', attempt(() => { process.exitCode = v; const back = process.exitCode; process.exitCode = undefined; return show(back); }));
  console.log('  chdir', v === '' ? '' : attempt(() => process.chdir(v)).replace(/'.*' -> /, ''));
  console.log('  umask', v === undefined ? '' : attempt(() => { const old = process.umask(v); process.umask(old); }));
  if (v !== undefined) console.log('  hrtime', attempt(() => { process.hrtime(v); }));
  if (v) console.log('  cpuUsage', attempt(() => { process.cpuUsage(v); }));
  if (v !== 0 && v !== -1 && v !== true && v !== '') console.log('  kill', attempt(() => process.kill(v, 0)));
  console.log('  signal', !['x', true].includes(v) && (v === null || typeof v !== 'object') ? '' : attempt(() => process.kill(process.pid, v)));
  console.log('  emitWarning', v === 'x' || v === '' ? '' : attempt(() => process.emitWarning(v)));
  if (v !== undefined && v !== null && typeof v !== 'object' && typeof v !== 'function' && typeof v !== 'string') console.log('  warning type', attempt(() => process.emitWarning('w', v)));
  if (v !== undefined && typeof v !== 'string' && typeof v !== 'function') console.log('  warning code', attempt(() => process.emitWarning('w', 'T', v)));
  if (typeof v !== 'function' && v !== null) console.log('  capture', attempt(() => process.setUncaughtExceptionCaptureCallback(v)));
  console.log('  nextTick', typeof v === 'function' ? '' : attempt(() => process.nextTick(v)));
  console.log('  sourceMaps', attempt(() => process.setSourceMapsEnabled(v)));
  console.log('  getBuiltinModule', attempt(() => process.getBuiltinModule(v)));
  console.log('  loadEnvFile', v === undefined ? '' : attempt(() => process.loadEnvFile(v)));
}
console.log(attempt(() => process.hrtime([1])), attempt(() => process.hrtime([1, 2, 3])), attempt(() => { process.hrtime([0, 0]); }));
console.log(attempt(() => process.cpuUsage({ user: -1, system: 0 })), attempt(() => process.cpuUsage({ user: 1, system: 'x' })), attempt(() => process.cpuUsage({ user: 1, system: Infinity })), attempt(() => { process.cpuUsage({ user: 0, system: 0 }); }));
console.log(attempt(() => process.umask('888')), attempt(() => process.umask('77x')), attempt(() => process.umask(0o1000000000000)), typeof process.umask('22'), process.umask() === 0o22);
console.log(process.hasUncaughtExceptionCaptureCallback(), attempt(() => process.setUncaughtExceptionCaptureCallback(() => {})), process.hasUncaughtExceptionCaptureCallback(), attempt(() => process.setUncaughtExceptionCaptureCallback(() => {})), attempt(() => process.setUncaughtExceptionCaptureCallback(null)), process.hasUncaughtExceptionCaptureCallback());
console.log(attempt(() => process.binding('nope')), attempt(() => process.kill(process.pid, 0)), attempt(() => process.kill(process.pid, 'SIGNOPE')), attempt(() => process.kill(2 ** 30, 0)));
process.removeAllListeners('warning');
