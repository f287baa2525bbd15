// Strings that grow at their end: fast, and never changed under somebody else's hands.
let seed = 12345;
const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };

// A string with the pieces that it was made of.
const make = (s, ...pieces) => ({ s, pieces });
const text = ['', 'x', 'some words ', 'y'.repeat(40), 'z'.repeat(300), 'line\n', '"quoted"'];
const wide = ['ä', '日本語', '\u{1f600}', '\ud800', '\udc00', 'ß'.repeat(50), '€'.repeat(400)];
const long = Buffer.from('from bytes, and more than a few of them. '.repeat(9)).toString();
const umlauts = Buffer.from('aus Bytes, und nicht wenige: äöü. '.repeat(9)).toString();
const odd = [7, 0.5, -0, NaN, null, undefined, true, 12345678901234567890n, [1, [2, 3]], { toString() { return 'object'; } },
  { valueOf() { return 42; } }, { [Symbol.toPrimitive](hint) { return '<' + hint + '>'; } }];
const pieceOf = () => {
  switch (random(8)) {
    case 0: return wide[random(wide.length)];
    case 1: return odd[random(odd.length)];
    case 2: return random(20) ? text[1] : random(2) ? long : umlauts;
    default: return text[random(text.length)];
  }
};

const holder = { s: '' };
class Writer { #held = ''; add(a, b) { this.#held = a; this.#held += b; return this.#held; } }
const writer = new Writer();
const ways = [
  (a, b) => a + b,
  (a, b) => { let s = a; s += b; return s; },
  (a, b) => { holder.s = a; holder.s += b; return holder.s; },
  (a, b) => `${a}${typeof b === 'object' && b !== null ? '' + b : b}`,
  (a, b) => writer.add(a, b),
  (a, b) => a.concat('' + b),
  (a, b) => { const list = [a]; list[0] += b; return list[0]; },
];
const started = make('');
const all = [started];
let tip = started;
for (let i = 0; i < 6000; i++) {
  // Mostly the newest string goes on; now and then an older one does, which then must leave the newer ones alone.
  const from = random(9) ? tip : all[random(all.length)];
  const b = pieceOf();
  const s = ways[random(ways.length)](from.s, b);
  const made = make(s, from, '' + b);
  all.push(made);
  if (all.length > 400) all.splice(random(all.length), 1);
  tip = from.s.length > 20000 ? started : made;
}
const written = (m) => { // without additions
  const list = [];
  for (; m.pieces.length; m = m.pieces[0]) list.push(m.pieces[1]);
  return list.reverse().join('');
};
let wrong = 0, total = 0;
for (const m of all) { if (m.s !== written(m)) wrong++; total += m.s.length; }
console.log(all.length, 'strings,', total, 'characters,', wrong, 'wrong');

// Two that share a beginning.
let a = 'a'.repeat(300);
for (let i = 0; i < 10; i++) a += i;
const b = a, c = b + 'one', d = b + 'two', e = c + '!', f = c + '?';
console.log([a, b, c, d, e, f].map((s) => s.slice(305)), b === a);
console.log(`${c}${d}`.length, `${d}${c}`.slice(-5), (c + c).slice(310, 316), (e + e + e).length);
// A string added to itself, and to its own parts.
let self = 'ab'.repeat(200);
for (let i = 0; i < 4; i++) { self += 'c'; self += self.slice(0, 5); self += self; }
console.log(self.length, self.slice(-12), self.lastIndexOf('c'));
// As keys, in sets, and in what was kept before.
const set = new Set(), object = {};
let key = 'k'.repeat(260);
for (let i = 0; i < 5; i++) { key += i; set.add(key); object[key] = i; }
console.log([...set].map((s) => s.slice(258)), Object.values(object), Object.keys(object).map((s) => s.length));
let w = 'w'.repeat(260);
for (let i = 0; i < 5; i++) { w += i; w += 'ü'; set.add(w); object[w] = i; }
console.log([...set].slice(-2).map((s) => s.slice(258)), Object.keys(object).slice(-2).map((s) => s.length));

// Many at a time, and long ones.
const many = Array.from({ length: 12 }, (_, i) => String(i));
for (let i = 0; i < 20000; i++) many[i % 12] += i % 12 > 8 ? 'é' : 'e';
console.log(many.map((s) => s.length).join());
let out = '';
for (let i = 0; i < 400000; i++) out += 'x';
for (let i = 0; i < 200000; i++) out = out + 'y' + i % 10;
for (let i = 0; i < 200000; i++) out = `${out}z`;
for (let i = 0; i < 200000; i++) out += 'ö';
for (let i = 0; i < 100000; i++) out += i % 7;
console.log(out.length, out[0], out[400001], out[900000], out[1199999], out[out.length - 1]);

// Errors.
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
const huge = 'x'.repeat(0x1fffffe8);
console.log(attempt(() => huge + 'y'), '|', attempt(() => 'y' + huge), '|', attempt(() => `${huge}y`), '|', attempt(() => { let h = huge; h += 1; return h; }));
console.log((huge + '').length === huge.length, `${huge}`.length);
console.log(attempt(() => a + Symbol('s')), '|', attempt(() => a + { toString() { throw new Error('mine'); } }), '|', attempt(() => a + Object.create(null)));
console.log(attempt(() => a.slice(300) + 1n), 1 + 2, 0.1 + 0.2, 9007199254740991 + 1, 9007199254740991 + 9007199254740991, -5 + 3, 200 + 100, 1 + '1', '1' + 1, -0 + -0, Object.is(-0 + 0, 0));
