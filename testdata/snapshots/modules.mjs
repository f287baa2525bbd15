// ES modules: live bindings, namespaces, defaults, cycles, import() and top-level await.
import def, { n, add, Shape } from './lib/live.mjs';
import * as all from './lib/live.mjs';
import { even } from './lib/even.mjs';
import counter from './lib/counter.js';
import { readFileSync } from 'fs';
let later;
let waited = 0;
globalThis.check = () => [n, add(2), n, all.n, all.default === def, def(), new Shape(3).area(), even(7), counter.next(), typeof readFileSync,
  Object.keys(all), later ? later.name : 'none', waited, import.meta.url.slice(-11), all[Symbol.toStringTag]].join();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
await sleep(1);
waited++;
later = await import('./lib/later.mjs');
waited++;
await sleep(1);
waited++;
setTimeout(() => { add(1); }, 1);
