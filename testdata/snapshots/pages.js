'use strict';
// Asynchronous generators, which are lowered, in files, in eval and in new Function.
async function* pages(n) { try { for (let i = 0; i < n; i++) { await null; yield i; } } finally { await null; console.log('left', n); } }
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const made = new Function('n', 'return (async function* () { for (let i = 0; i < n; i++) { await null; yield `made ${i}`; } })()');
const evaluated = (0, eval)('(async function* () { yield* [Promise.resolve(1), 2]; return 3 })');
class Pages { async *[Symbol.asyncIterator]() { yield* pages(2); } }
const held = evaluated();
(async () => { for await (const page of pages(3)) { await sleep(1); console.log('page', page); } })();
(async () => { for await (const page of made(3)) { await sleep(1); console.log(page); } })();
(async () => { for await (const page of new Pages()) { console.log('class', page); await sleep(1); if (page) break; } })();
(async () => {
  for (let i = 0; i < 4; i++) { console.log(JSON.stringify(await held.next())); await sleep(1); }
  const late = new Function('return async function* late() { yield 1 }')();
  console.log((await late().next()).value, Object.getPrototypeOf(late) === Object.getPrototypeOf(pages));
})();
