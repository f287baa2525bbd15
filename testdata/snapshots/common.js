'use strict';
// Functions of CommonJS modules, of scripts in contexts and of code from text are in the heap.
const vm = require('vm');
const counter = require('./lib/counter.js');
const context = vm.createContext({ base: 10 });
vm.runInContext('var n = base; function next() { return ++n }', context);
const script = new vm.Script('(function twice(x) { return x * 2 })', { filename: 'twice.js' });
const compiled = vm.compileFunction('return a + b + this.c', ['a', 'b'], { filename: 'sum.js' });
const made = new Function('x', 'return x + 1');
const inner = (0, eval)('(function () { return typeof require + eval("1 + 1") })');
const twice = script.runInThisContext();
let steps = 0;
globalThis.check = () => [
  steps, counter.next(), counter.peek(), vm.runInContext('next()', context), twice(21), script.runInThisContext()(2),
  compiled.call({ c: 3 }, 1, 2), made(1), inner(), context.next(), new Error('where').stack.split('\n').slice(0, 3).join('|'),
  counter.fails(), require('./lib/counter.js') === counter, /(b)(c)/.exec('abcd').index, RegExp.$1, RegExp.lastMatch,
].join();
(function step() {
  /x(.)/.exec('axy');
  if (++steps < 4) setTimeout(step, 1);
})();
