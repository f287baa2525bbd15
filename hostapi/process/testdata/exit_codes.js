// exit, exitCode, beforeExit and their order.
process.on('beforeExit', (code) => {
  console.log('beforeExit', code, process.exitCode);
  if (!globalThis.again) {
    globalThis.again = true;
    setTimeout(() => { console.log('more work'); process.exitCode = 3; }, 1);
  }
});
process.on('exit', (code) => {
  console.log('exit', code, process.exitCode, process._exiting);
  process.exitCode = 0;
});
