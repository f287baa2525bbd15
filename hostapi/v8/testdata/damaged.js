'use strict';
// Bytes that no serializer wrote: an error or a value, never anything else, and no memory for lengths that are only claimed.
const v8 = require('v8');
const claims = [
  'ff0f6f41ffffffff0f', 'ff0f41ffffffff0f', 'ff0f61ffffffff0f', 'ff0f22ffffffff0f', 'ff0f63feffffff0f',
  'ff0f42ffffffff0f', 'ff0f5affffffff0f', `ff0f${'6f2261'.repeat(10)}`, 'ff0f', 'ff', '', 'ff63', 'ff0f5e7f',
];
for (const hex of claims) {
  try {
    console.log(hex, v8.deserialize(Buffer.from(hex, 'hex')));
  } catch (error) {
    console.log(hex, error.name);
  }
}
try {
  v8.deserialize(Buffer.concat([Buffer.from('ff0f', 'hex'), Buffer.alloc(1e6, 0x41)]));
} catch (error) {
  console.log('deep', error.name);
}

let seed = 12345;
function below(n) {
  seed = (seed * 16807) % 2147483647;
  return seed % n;
}
const values = [
  { a: 1, b: [1, 2, , 3], c: new Map([[1, 2]]), d: new Set(['x']), e: new Date(0), f: /x/g, g: 10n },
  { h: Buffer.from('abc'), i: new Float64Array(3), j: 'é€', k: new Error('m'), l: [new Array(5), undefined, null, -0.5] },
];
let strange = 0;
for (const value of values) {
  const whole = v8.serialize(value);
  for (let round = 0; round < 3000; round++) {
    const damaged = Buffer.from(whole);
    for (let n = 1 + below(4); n > 0; n--) damaged[below(damaged.length)] = below(256);
    try {
      v8.deserialize(damaged.subarray(0, 1 + below(damaged.length)));
    } catch (error) {
      if (!(error instanceof Error)) strange++;
    }
  }
}
console.log('strange', strange);
