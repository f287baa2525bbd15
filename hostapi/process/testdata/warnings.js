// emitWarning.
process.on('warning', (w) => console.log(w.name, '|', w.message, '|', w.code, '|', w.detail));
process.emitWarning('plain');
process.emitWarning('typed', 'CustomWarning', 'C001');
process.emitWarning('options', { type: 'T', code: 'C', detail: 'some detail' });
process.emitWarning(new RangeError('an error'));
process.emitWarning('deprecated', 'DeprecationWarning', 'DEP0');
for (const bad of [[1], [null], ['x', 1], ['x', 'y', 1], [{}]]) {
  try { process.emitWarning(...bad); } catch (error) { console.log(error.code, error.message); }
}
setTimeout(() => {}, 2 ** 31);
console.log('sync');
setTimeout(() => process.exit(), 5);
