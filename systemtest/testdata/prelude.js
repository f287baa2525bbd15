'use strict';
// What every generated program starts with. All that its statements share
// stands in these tables; an entry may be missing.
const fs = require('fs');
const stream = require('stream');
const { EventEmitter } = require('events');

const T = []; // timers
const I = []; // immediates
const P = []; // promises
const F = []; // functions
const E = [new EventEmitter(), new EventEmitter()];
const S = { number: 1, list: [], map: new Map() };

let budget = 120; // how many more loop rounds, calls and emits there may be
const more = () => budget-- > 0;

let step = 0;
let digest = 0x811c9dc5; // of all that was printed: 32-bit FNV-1a

function show(value) {
  if (value instanceof Error) return `${value.name}(${value.code || value.message})`;
  if (typeof value === 'function') return 'function';
  if (value instanceof Uint8Array) return `bytes(${Buffer.from(value).toString('latin1')})`;
  if (Array.isArray(value)) return `[${value.map(show).join()}]`;
  if (typeof value === 'object' && value !== null) return value.constructor ? value.constructor.name : 'object';
  return String(value);
}

function log(...values) {
  const line = `${step++} ${values.map(show).join(' ')}`;
  for (let i = 0; i < line.length; i++) digest = Math.imul(digest ^ line.charCodeAt(i), 0x01000193);
  console.log(line);
}

function change(value) {
  S.number = Math.imul(S.number, 31) + value | 0;
  S.list.push(value);
  S.map.set(value, (S.map.get(value) || 0) + 1);
}

// channel posts count messages to body and closes.
function channel(count, body) {
  const { port1, port2 } = new MessageChannel();
  let open = count;
  port1.onmessage = (event) => {
    if (--open === 0) port1.close();
    body(event.data);
  };
  for (let i = 0; i < count; i++) port2.postMessage({ i }.i);
}

// watch logs what happens to a stream.
function watch(name, s) {
  for (const event of ['data', 'end', 'finish', 'error', 'close']) {
    if (event === 'data' && !s.readable) continue;
    s.on(event, (value) => log(name, event, value));
  }
  return s;
}

const upper = () => new stream.Transform({
  transform(chunk, encoding, done) { done(null, chunk.toString().toUpperCase()); },
});
const sink = (name) => new stream.Writable({
  highWaterMark: 4,
  write(chunk, encoding, done) { log(name, 'write', chunk); process.nextTick(done); },
});
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

process.on('exit', (code) => {
  log('exit', code, S.number, S.list.length, S.map.size, budget);
  console.log(`digest ${(digest >>> 0).toString(16)}`);
});
