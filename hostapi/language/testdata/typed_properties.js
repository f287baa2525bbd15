// Properties of typed arrays: elements, what is inherited, what is put on them, and what is none of these.
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
const kind = (f) => { try { return f(); } catch (e) { return e.name; } };
const u = new Uint8Array([1, 2, 3]);
console.log(u.length, u.byteLength, u.missing, u.Infinity, u.NaN, u.constructor.name, u.BYTES_PER_ELEMENT, u.subarray(1).length);
u.mark = 'here'; u.Infinity = 1; u.NaN = 2; u.length = 9; u.N = 3; u.I = 4;
console.log(u.mark, u.Infinity, u.NaN, u.length, u.N, u.I, Object.keys(u));
(function () {
  'use strict';
  console.log(kind(() => { u.length = 5; }), '|', attempt(() => { u.Infinity = 5; return 'silent'; }), '|', attempt(() => (u.mark = 'there')), u.mark);
  const closed = Object.preventExtensions(new Float64Array(2));
  console.log(attempt(() => { closed.more = 1; }), '|', attempt(() => { closed[0] = 1.5; return closed[0]; }));
  Object.defineProperty(closed.constructor.prototype, 'fixed', { value: 1, configurable: true });
  console.log(kind(() => { new Float64Array(1).fixed = 2; }));
  delete Float64Array.prototype.fixed;
})();
console.log(attempt(() => u.missing()), '|', attempt(() => u.mark()), '|', attempt(() => u.missing.deeper), '|', attempt(() => { u.missing.deeper = 1; }));

// Getters and setters get the array.
const seen = [];
class Bytes extends Uint8Array {
  get first() { seen.push(this === bytes); return this[0]; }
  set first(v) { seen.push(this === bytes, v); this[0] = v; }
  sum() { let t = 0; for (let i = 0; i < this.length; i++) t += this[i]; return t; }
  get name() { return super.length + '!'; }
}
const bytes = new Bytes([5, 6, 7]);
console.log(bytes.first, (bytes.first = 300), bytes.first, bytes.sum(), bytes.name, bytes.slice(1) instanceof Bytes, seen);
Object.defineProperty(bytes, 'own', { get() { return this.length; }, set(v) { this[2] = v; }, configurable: true });
console.log(bytes.own, bytes.own = 9, bytes[2]);

// A proxy in the chain.
const log = [];
const strange = Object.setPrototypeOf(new Int16Array(2), new Proxy(Int16Array.prototype, {
  get(t, k, r) { log.push('get ' + String(k), r === strange); return k === 'made' ? 'by the trap' : Reflect.get(t, k, r); },
  set(t, k, v, r) { log.push('set ' + String(k), r === strange); return k !== 'refused' && Reflect.set(t, k, v, r); },
}));
console.log(strange.made, strange.length, strange.nothing, strange[0], strange[5], attempt(() => strange.nothing()));
strange.put = 1; strange.refused = 2; strange[1] = 7;
console.log(strange.put, strange.refused, strange[1], attempt(() => { 'use strict'; strange.refused = 3; }));
console.log(log.join());
// Typed arrays as prototypes, and behind a proxy.
const child = Object.create(u);
child.own = 1; child.mark = 'child';
console.log(child.own, child.mark, u.mark, kind(() => child.length), child[0], child.N);
const behind = new Proxy(u, {});
console.log(kind(() => behind.length), behind.mark, behind[1], attempt(() => { behind.late = 'x'; return u.late; }));
// Buffers.
const b = Buffer.from('typed');
b.label = 'L';
let n = 0;
for (let i = 0; i < 3; i++) n += b.length + b.readUInt8(i) + b.label.length;
console.log(n, b.toString('hex'), b.parent === b.buffer, typeof b.offset, b.write('T'), b.toString(), b?.length, b?.label, b.nope?.x);
const { length, byteOffset: at = 0, label, none = 'default' } = Object.assign(b, { label: 'M' });
console.log(length, at >= 0, label, none);
const nothing = Object.setPrototypeOf(new Uint8Array(4), null);
console.log(nothing.length, nothing[3], attempt(() => nothing.fill(1)), (nothing.x = 1, nothing.x));
b.count = 0; b.count++; b.count += 5; b.text = 'a'; b.text += 'b'; b.maybe ??= 'set'; delete b.label;
console.log(b.count, b.text, b.maybe, b.label, 'label' in b, typeof b.length, b.length === 5);
