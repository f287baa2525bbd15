'use strict';
// vm: contexts with timers, functions of scripts, errors, code from text.
const vm = require('vm');
const sandbox = vm.createContext({ console, setTimeout, results: [] });
vm.runInContext(`
  let count = 0;
  class Counter { #n = 0; next() { return ++this.#n + count; } }
  const counter = new Counter();
  function tick() { count++; results.push(counter.next()); if (count < 3) setTimeout(tick, 1); else console.log('results', results.join()); }
  setTimeout(tick, 1);
  async function later() { await null; return typeof require; }
`, sandbox, { filename: 'context.js' });
const script = new vm.Script('n = typeof n === "undefined" ? 1 : n + 1; (() => n)', { filename: 'count.js' });
const timed = vm.runInThisContext('(function (f) { for (let i = 0; i < 3000; i++) f(i); return f })', { timeout: 10_000 });
const compiled = vm.compileFunction("return [a, b, c]", ["a", "b"], { filename: "fun.js", contextExtensions: [{ c: "extension" }] });
const evil = vm.runInContext('(function () { return globalThis === this || typeof process })', sandbox);
const f = script.runInThisContext();
let sum = 0;
const add = timed((x) => { sum += x; });
const direct = (function (secret) { return (code) => eval(code); })('hidden');
const generated = [new Function('a', 'b', 'return a * b'), new (async () => {}).constructor('return await 5'),
  new (function* () {}).constructor('yield 1; yield 2')];
const g = generated[2]();
g.next();
const steps = [
  () => script.runInThisContext()(), () => f(), () => evil(), () => { add(1); return sum; }, () => direct('secret += "!"'),
  () => generated[0](6, 7), () => g.next().value, () => vm.runInContext('counter.next() + tick.name', sandbox),
  () => { try { vm.runInContext('\n  null.x', sandbox, 'fails.js'); } catch (e) { return e.stack.split('\n').slice(0, 3).join('|'); } },
  () => vm.runInNewContext('a + b', { a: 1, b: 2 }), () => vm.isContext(sandbox), () => compiled(1, 2).join(),
  () => Object.keys(sandbox).join(),
];
(function step(i) {
  if (i === steps.length) return;
  console.log(i, steps[i]());
  setTimeout(step, 1, i + 1);
})(0);
generated[1]().then((v) => console.log('async', v));
sandbox.later().then((v) => console.log('later', v));
