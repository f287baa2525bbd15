// Numbers as text in every base and precision, and text as numbers.
let seed = 7; function rnd() { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; }
const out = [];
const nums = [0, -0, 0.1, 0.5, 1, 1.005, 1e21, 1e-7, 123.456, 255, 255.5, -255.75, 2 ** 53, 1 / 3, 5e-324, 1.7976931348623157e308, NaN, Infinity, 0.000001, 1e20, 4.35, 1.45, 8.345, 10.5, 0.00001234];
for (let i = 0; i < 60; i++) nums.push(Number((rnd() - 0.5) + 'e' + Math.floor(rnd() * 40 - 20)));
for (const n of nums) {
  const row = [String(n)];
  for (const r of [2, 3, 8, 16, 36, 7]) row.push(n.toString(r));
  for (const d of [0, 1, 2, 5, 20, 50, 100]) try { row.push(n.toFixed(d)); } catch (e) { row.push(e.message); }
  for (const d of [1, 2, 5, 17, 21, 100]) try { row.push(n.toPrecision(d)); } catch (e) { row.push(e.message); }
  for (const d of [undefined, 0, 3, 20, 100]) try { row.push(n.toExponential(d)); } catch (e) { row.push(e.message); }
  console.log(row.join(' '));
}
for (const s of ['', ' 1 ', '0x1F', '0b11', '0o17', '1e3', '.5', '5.', '1_000', 'Infinity', '-Infinity', '+5', '1e1000', '0x', '--1', '1 2', '\u00a012\ufeff', '1n', '12px', '-0', '.', 'e5', '1e', '0.0000001', '9007199254740993', '1e-400', '\t\n'])
  console.log(JSON.stringify(s), Number(s), parseFloat(s), parseInt(s), parseInt(s, 16), Object.is(Number(s), -0));

// Numbers beyond 64 bits, as 32 bits.
const beyond = [2 ** 63, 2 ** 63 + 2048, -(2 ** 63) - 4096 * 3, 1e19, -1e19, 1e20, 2 ** 84 + 2 ** 40, 2 ** 53 * 2 ** 53, 1e300, -Infinity, NaN];
for (const n of beyond) {
  let changed = n;
  changed ^= n / 3;
  console.log(n, n | 0, n >>> 0, ~n, n << 3, n >> 1, n & 0xffffff, n ^ 5, 1 << n, -1 >>> n, changed);
}
console.log((0xffffffff * 0xdeadbeef) | 0, (0xffffffff * 0xdeadbeef) >>> 0, 0xffffffff | 0, 0xffffffff >>> 0, -1 >>> 31, 1 << 31, 1 << 33, -8 >> 1, 5 & -2, 5 ^ -1);
console.log('7' | 8, null | 1, undefined | 1, [6] & 3, ({ valueOf: () => 9 }) ^ 1, true << 2, 7n & 3n, 1n << 70n, 1.9 | 0, -1.9 | 0, -0 | 0);

// Big integers as numbers: the nearest one.
const bigs = [2n ** 53n + 1n, 2n ** 53n + 3n, 2n ** 63n, 2n ** 64n, -(2n ** 64n) + 1n, 15619363480000000000n, 2n ** 70n + 1n, 2n ** 1023n, 2n ** 1024n - 1n, -(2n ** 1024n), 0n];
console.log(bigs.map(Number).join(' '));
console.log(bigs.map((n) => new Number(n).valueOf() === Number(n)).join(' '), Number(), Number(undefined), Number(null), Number([7]), new Number('8').valueOf());
class Counted extends Number {}
console.log(new Counted(2n ** 65n) instanceof Counted, new Counted(2n ** 65n).toFixed(0), Object.is(Number(-0), -0));

// Large integers in every radix.
let state = 12345;
const random = () => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return state; };
for (let radix = 2; radix <= 36; radix++) {
  const digits = Array.from({ length: 10 + radix % 7 * 9 }, () => (random() >>> 8) % radix).map((d) => d.toString(36)).join('');
  const text = '1' + digits + (radix < 36 ? (radix).toString(36) : '');
  console.log(radix, parseInt(text, radix), parseInt(` -${text.toUpperCase()}`, radix), parseInt(text.slice(0, 14), radix));
}
console.log(parseInt('9007199254740993'), parseInt('-9007199254740995.7'), parseInt('0x20000000000001'), parseInt('0X20000000000003zz', 16),
  parseInt('\ufeff\u00a0+123456789012345678901'), parseInt('1'.repeat(400)), parseInt('-' + 'f'.repeat(300), 16), parseInt('7'.repeat(500), 8),
  parseInt('ZYXWVUTSRQPONMLK', 36), parseInt('+FFFFFFFFFFFFFFFFF', 16), parseInt('zzzzzzzzzzzzzzzzz!', 36));
console.log(Object.is(parseInt('-0'), -0), Object.is(parseInt('-0x0'), -0), parseInt('0x'), parseInt('x'), parseInt('', 16), parseInt('12', 1),
  parseInt('12', 37), parseInt(null, 36), parseInt('12', '3'), parseInt('12', 2 ** 32 + 5), parseInt(1e21), parseInt({ toString: () => '18446744073709551617' }));
