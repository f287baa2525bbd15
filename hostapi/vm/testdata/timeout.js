// Time limits of scripts: in all kinds of loops and functions, nested, and what runs later.
const vm = require('vm');
const tried = (name, f) => {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, error?.name, error?.code, error?.message);
  }
};
const context = vm.createContext({ console, n: 0 });
const endless = ['while (true) {}', 'for (;;);', 'do {} while (1)', 'for (let i = 0; ; i++) { const f = () => i; }', 'outer: for (;;) { for (;;) continue outer; }',
  'let a = 0; while (true) a++', 'const f = (n) => n > 0 ? f(n - 1) : 0; for (const x of (function* () { for (;;) yield 1; })()) f(9)',
  'class A { m() { while (this) this.m2(); } m2() {} } new A().m()', '"use strict"; (function () { "use strict"; for (;;) n })()',
  'for (;;) { try { for (;;); } catch { } }', 'try { for (;;); } catch (e) { for (;;); }', 'label: { while (1) { switch (1) { case 1: } } }'];
for (const source of endless) {
  tried('context', () => vm.runInContext(source.replace(/^let a = 0; /, 'var a = 0; '), context, { timeout: 12 }));
  tried('this', () => new vm.Script(`{ ${source} }`).runInThisContext({ timeout: 12 }));
  tried('new', () => vm.runInNewContext(`{ ${source} }`, { n: 1 }, { timeout: 12, filename: 'mine.js' }));
}

// What ends in time has its value, what throws throws.
tried('value', () => vm.runInThisContext('let s = 0; for (let i = 0; i < 5000; i++) s += i; s', { timeout: 5000 }));
tried('throws', () => vm.runInNewContext('throw new RangeError("own")', {}, { timeout: 500 }));
tried('caught', () => vm.runInThisContext('try { for (;;); } catch { "no" }', { timeout: 10 }));
for (const timeout of [0, -1, 1.5, '5', null, NaN, 2 ** 32]) tried(String(timeout), () => vm.runInThisContext('1', { timeout }));

// A script in a script: the shorter limit counts, and the outer goes on.
tried('inner', () => vm.runInThisContext(`
  let text;
  try { require('vm').runInThisContext('for (;;);', { timeout: 10 }); } catch (error) { text = error.code; }
  text`.replace('require', 'process.mainModule.require'), { timeout: 5000 }));
tried('outer', () => vm.runInThisContext('process.mainModule.require("vm").runInThisContext("for (;;);", { timeout: 60000 })', { timeout: 15 }));

// What a script leaves behind has no limit.
const later = vm.runInThisContext('(function later(n) { let k = 0; for (let i = 0; i < n; i++) k += 1; return k; })', { timeout: 5 });
const from = Date.now();
while (Date.now() < from + 8);
tried('later', () => later(200000));
setTimeout(() => tried('timer', () => later(100000)), 6);
