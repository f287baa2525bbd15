'use strict';
// Node's streams and the Web's, with data in their buffers.
const { Readable, Transform, Writable, PassThrough, pipeline, finished, compose } = require('stream');
const { pipeline: promised } = require('stream/promises');
const { StringDecoder } = require('string_decoder');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const bytes = Buffer.from('€uro ünd 漢字 😀');
const decoder = new StringDecoder('utf8');
const web = new TextDecoder();
let text = '';
(function step(i) {
  if (i === bytes.length) return console.log(text, decoder.end() === '', web.decode());
  text += decoder.write(bytes.subarray(i, i + 1)) + web.decode(bytes.subarray(i, i + 1), { stream: true });
  setImmediate(step, i + 1);
})(0);
async function* numbers() { for (let i = 0; i < 4; i++) { await sleep(1); yield i; } }
const double = new Transform({ objectMode: true, transform(x, _, done) { setTimeout(done, 1, null, x * 2); } });
const got = [];
const slow = new Writable({ objectMode: true, highWaterMark: 1, write(x, _, done) { got.push(x); setImmediate(done); } });
pipeline(Readable.from(numbers()), double, slow, (error) => console.log('pipeline', error || 'done', got.join()));
(async () => {
  const pass = new PassThrough();
  pass.write('a');
  setTimeout(() => pass.end('b'), 2);
  let all = '';
  for await (const b of pass) all += b;
  console.log('pass', all);
  await promised(Readable.from(['x', 'y']), async function* (source) { for await (const s of source) yield s.toUpperCase(); },
    async (source) => { for await (const s of source) console.log(s); });
  const mapped = await Readable.from([1, 2, 3]).filter((x) => x > 1).map(async (x) => { await sleep(1); return x * 10; }).toArray();
  console.log(mapped.join());
})();
(async () => {
  const ts = new TransformStream({ transform(x, c) { c.enqueue(x + 1); } });
  const writer = ts.writable.getWriter();
  const [a, b] = ts.readable.tee();
  (async () => { for (let i = 0; i < 3; i++) { await sleep(1); await writer.write(i); } writer.close(); })();
  const reader = a.getReader();
  for (;;) { const { done, value } = await reader.read(); if (done) break; console.log('web', value); }
  let rest = 0;
  for await (const v of b) rest += v;
  console.log('tee', rest);
})().catch((e) => console.log(e.name));
