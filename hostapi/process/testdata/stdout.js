// Writes to process.stdout, its callbacks, and console through it.
process.stdout.write('no newline|');
process.stdout.write('with callback\n', () => console.log('callback'));
process.stdout.write(Buffer.from('bytes\n'));
process.stdout.write('6869210a', 'hex');
console.log(process.stdout.write('returns\n'), process.stdout.writable, process.stdout.writableLength);
const { write } = process.stdout;
const seen = [];
process.stdout.write = function (chunk, ...rest) { seen.push(String(chunk)); return write.call(this, chunk, ...rest); };
console.log('patched');
process.stdout.write = write;
console.log(seen);
process.nextTick(() => console.log('tick'));
console.log('%s %d %j %o', 'a', 1.5, { b: 1 }, [1]);
