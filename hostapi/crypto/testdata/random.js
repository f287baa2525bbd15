// Random values: their shapes, and what is refused.
const c = require('crypto');

function t(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message, Object.keys(e));
  }
}

const cb=() => {};
t(() => c.randomBytes(-1));
t(() => c.randomBytes('1'));
t(() => c.randomBytes(2**31));
t(() => c.randomBytes(NaN));
t(() => c.randomBytes(3).length);
t(() => c.randomBytes(2,'x'));
t(() => c.randomFillSync());
t(() => c.randomFillSync(new Uint8Array(3),5));
t(() => c.randomFillSync(new Uint8Array(3),1,5));
t(() => c.randomFillSync(new Uint8Array(3),'1'));
t(() => c.randomFill(new Uint8Array(3)));
t(() => c.randomFill(new Uint8Array(3),1,9,cb));
t(() => c.randomInt());
t(() => c.randomInt(0));
t(() => c.randomInt(5,5));
t(() => c.randomInt(5,2**49));
t(() => c.randomInt('1'));
t(() => c.randomInt(1));
t(() => c.randomInt(-(2**47),2**47-1)<2**48);
t(() => c.randomInt(1.5));
t(() => c.randomUUID({disableEntropyCache:5}));
t(() => c.randomUUID(5));
t(() => c.getRandomValues(new Float32Array(2)));
t(() => c.getRandomValues(new Uint8Array(65537)));
t(() => c.getRandomValues(5));
t(() => c.getRandomValues(new Uint16Array(2)).length);
t(() => c.getRandomValues(new DataView(new ArrayBuffer(2))));
t(() => c.timingSafeEqual(Buffer.from('a'),Buffer.from('ab')));
t(() => c.timingSafeEqual(Buffer.from('a'),'a'));
t(() => c.timingSafeEqual('a','a'));
t(() => c.timingSafeEqual(Buffer.from('a'),Buffer.from('a')));
t(() => c.timingSafeEqual(new Float32Array([1]),new Uint8Array(4)));
t(() => c.randomInt(2**53,2**53+4));

// The values are where they should be.
const counts = new Set();
for (let i = 0; i < 500; i++) counts.add(c.randomInt(3, 6));
console.log([...counts].sort());
console.log([...Array(300)].every(() => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(c.randomUUID())));
console.log(new Set([...Array(300)].map(() => c.randomUUID())).size, /-4/.test(c.randomUUID({ disableEntropyCache: true })));
const part = new Uint16Array(8);
c.randomFillSync(part, 2, 3);
console.log(part.slice(0, 2), part.slice(5), c.randomFillSync(new ArrayBuffer(4)).byteLength, c.randomFillSync(new Float32Array(2)).length);
console.log(c.randomBytes(1000).some((byte) => byte !== 0), c.randomBytes(0), c.pseudoRandomBytes(2).length, c.rng(2).length);
console.log(Object.getOwnPropertyNames(c).filter((name) => !Object.keys(c).includes(name)));

// Callbacks, one after another.
const steps = [
  (next) => c.randomBytes(5, (error, bytes) => next('bytes', error, bytes.length)),
  (next) => c.randomFill(part, 1, (error, filled) => next('fill', error, filled === part)),
  (next) => c.randomFill(new Uint8Array(0), (error, filled) => next('empty', error, filled)),
  (next) => c.randomInt(10, (error, number) => next('int', error, number >= 0 && number < 10)),
  (next) => c.randomInt(10, 20, (error, number) => next('int', error, number >= 10 && number < 20)),
];
(function run(i) {
  if (i === steps.length) return;
  let sync = true;
  steps[i]((...result) => {
    console.log(...result, sync);
    run(i + 1);
  });
  sync = false;
})(0);
const { promisify } = require('util');
promisify(c.randomBytes)(4).then((bytes) => console.log('promise', bytes.length));
