// uuid 9: versions, parsing, names, given random bytes.
const uuid = require('uuid');
const { v1, v3, v4, v5 } = uuid;
const random = Uint8Array.from({ length: 16 }, (_, i) => i * 16 + i);
console.log(v4({ random: [...random] }), v4({ rng: () => [...random] }), v4({ random: [...random] }, Buffer.alloc(20), 2));
console.log(v1({ node: [1, 0x23, 0x45, 0x67, 0x89, 0xab], clockseq: 0x1234, msecs: Date.UTC(2011, 10, 1), nsecs: 5678 }));
for (const name of ['hello.example.com', '', 'ünï€😀', [1, 2, 3], Buffer.from('bytes')]) {
  for (const space of [v3.DNS, v3.URL, '1b671a64-40d5-491e-99b0-da01ff1f3341', uuid.parse(v5.DNS)]) console.log(v3(name, space), v5(name, space));
}
for (const [name, space] of [['x', 'no namespace'], ['x', [1, 2]], ['x', undefined]]) {
  try { console.log(v5(name, space)); } catch (e) { console.log(e.name, e.message); }
}
for (const text of [uuid.NIL, '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b', '6EC0BD7F-11C0-43DA-975E-2A8AD9EBAE0B', 'no', '6ec0bd7f-11c0-93da-975e-2a8ad9ebae0b', '', null, 5]) {
  let parsed = 'none';
  let version = 'none';
  try { parsed = uuid.stringify(uuid.parse(text)); version = uuid.version(text); } catch (e) { parsed = e.message; }
  console.log(text, uuid.validate(text), parsed, version);
}
const many = Array.from({ length: 2000 }, () => v4());
console.log(new Set(many).size, many.every(uuid.validate), many.every((id) => uuid.version(id) === 4));
const timed = Array.from({ length: 500 }, () => v1());
console.log(new Set(timed).size, timed.every((id) => uuid.version(id) === 1), new Set(timed.map((id) => id.slice(24))).size);
const bytes = new Uint8Array(40);
v4(null, bytes, 8);
console.log(bytes.slice(0, 8).every((b) => b === 0), bytes.slice(24).every((b) => b === 0), (bytes[14] & 0xf0) === 0x40, (bytes[16] & 0xc0) === 0x80);
try { uuid.stringify(new Uint8Array(3)); } catch (e) { console.log(e.name, e.message); }
console.log(Object.keys(uuid), v3.name, v5.URL);
