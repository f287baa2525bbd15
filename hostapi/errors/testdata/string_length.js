// A string has a greatest length.
const t = (f) => { try { console.log(f().length) } catch (e) { console.log(e.name, e.message, e.stack.split('\n')[1].trim()) } };
t(() => 'x'.repeat(1e10)); t(() => 'ab'.repeat(2 ** 28)); t(() => 'x'.repeat(2 ** 30)); t(() => ''.repeat(2 ** 40)); t(() => 'x'.repeat(-1)); t(() => 'x'.repeat(Infinity));
t(() => 'x'.padEnd(1e10)); t(() => 'x'.padStart(2 ** 31)); t(() => 'x'.padEnd(5)); t(() => 'abc'.repeat(3)); t(() => 'x'.repeat('3')); t(() => 'x'.padStart(NaN)); t(() => 'x'.padEnd(Infinity)); t(() => 'x'.padEnd(2 ** 60)); t(() => 'x'.repeat(2 ** 60));
