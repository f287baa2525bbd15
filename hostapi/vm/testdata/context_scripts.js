'use strict';
// Scripts of contexts whose syntax needs work: import(), asynchronous generators; and properties that are defined on the global object.
const vm = require('vm');
const context = vm.createContext({ log: console.log });
const run = (code, options) => vm.runInContext(code, context, options);
console.log(typeof run('({ f: function () { return import("fs"); } });').f);
console.log(typeof run('/* before */ ({ f: async function () { for await (const x of []) ; } });').f, Object.keys(context));
run('async function* g() { yield 1; yield 2; } (async () => { for await (const x of g()) log("got " + x); })();');
console.log(Object.keys(context), typeof context.g);
const script = new vm.Script('(async function () { const r = []; for await (const x of [1, Promise.resolve(2)]) r.push(x); return r; })()');
script.runInContext(context).then((r) => console.log(r.length, r[0], r[1]));
script.runInThisContext().then((r) => console.log(r));
const global = run('this');
const key = Symbol.for('key');
run('Object.defineProperty(globalThis, Symbol.for("key"), { get() { return 5; } })');
console.log(context[key], global[key]);
run('Object.defineProperty(this, "accessor", { get() { return 6; }, configurable: true })');
console.log(context.accessor, run('accessor'), run('delete globalThis.accessor'), run('typeof accessor'));
run('Object.defineProperty(this, "fixed", { value: 7 })');
console.log(context.fixed, run('fixed = 8; fixed'), Object.getOwnPropertyDescriptor(global, 'fixed'));
console.log(run('Object.getOwnPropertyNames(globalThis).includes("fixed")'), run('"log" in globalThis'), run('typeof process'));
try { run('for await (const x of []) ;'); } catch (e) { console.log(e.name); }
try { new vm.Script('let ='); } catch (e) { console.log(e.name, e.message); }
const f = vm.compileFunction('const r = []; for await (const x of y) r.push(x); return r;'.replace('for await', 'for'), ['y']);
console.log(f([1, 2]));
const Module = require('module');
class Derived extends Module {}
Object.entries(Module).forEach(([name, value]) => { Derived[name] = value; });
console.log(Object.keys(Derived).includes('SourceMap'), typeof Derived.SourceMap);
console.log(JSON.parse('{"a":1}', null), JSON.parse('[2]', 3), JSON.parse('3', {}));
