// Contexts.
const vm = require('vm');
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name} ${e.code} ${e.message.split('\n')[0]}`; } };
const sandbox = { animal: 'cat', count: 2 };
console.log(vm.isContext(sandbox), vm.createContext(sandbox) === sandbox, vm.isContext(sandbox), vm.createContext(sandbox) === sandbox);
console.log(vm.runInContext('count += 1; name = "kitty"; count', sandbox), sandbox);
console.log(vm.runInContext('var declared = 1; let lexical = 2; function fn(a) { return a + declared } class K { m() { return 3 } } fn(10) + new K().m()', sandbox), sandbox.declared, typeof sandbox.fn, sandbox.fn(1));
console.log(vm.runInContext('fn(20)', sandbox), vm.runInContext('declared = 5; fn(20)', sandbox), sandbox.declared);
console.log(vm.runInContext('var declared; declared', sandbox), vm.runInContext('var { a, b: [c] } = { a: 1, b: [2] }; a + c', sandbox), sandbox.a, sandbox.c);
console.log(vm.runInContext('typeof process + typeof require + typeof setTimeout + typeof Math + typeof nowhere', sandbox));
console.log(attempt(() => vm.runInContext('nowhere', sandbox)), attempt(() => vm.runInContext('nowhere.x = 1', sandbox)), typeof globalThis.name);
console.log(vm.runInContext('typeof maybe === "undefined" ? (maybe = 1) : 0', sandbox), sandbox.maybe, typeof globalThis.maybe);
console.log(vm.runInContext('this.viaThis = 7; viaThis', sandbox), sandbox.viaThis, vm.runInContext('globalThis.animal', sandbox), vm.runInContext('globalThis === this', sandbox));
console.log(vm.runInContext('"animal" in this', sandbox), vm.runInContext('delete this.viaThis; typeof viaThis', sandbox), 'viaThis' in sandbox);
console.log(vm.runInContext('Object.keys(this).filter((k) => k !== "K" && k !== "lexical").sort().join()', sandbox));
console.log(vm.runInContext('[1, 2].map((x) => x * count)', sandbox).join(), vm.runInContext('(() => this.animal)()', sandbox));
console.log(vm.runInNewContext('a + b', { a: 1, b: 2 }), vm.runInNewContext('typeof a'), vm.runInNewContext('x = 1; this', {}).x, vm.runInNewContext('x', { get x() { return 'getter'; } }));
const script = new vm.Script('total = (typeof total === "undefined" ? 0 : total) + step');
const one = vm.createContext({ step: 1 }), ten = vm.createContext({ step: 10 });
for (let i = 0; i < 3; i++) { script.runInContext(one); script.runInContext(ten); }
console.log(one, ten, script.runInNewContext({ step: 4 }));
console.log(attempt(() => vm.runInContext('1', {})), attempt(() => vm.runInContext('1', 1)), attempt(() => vm.runInContext('1')), attempt(() => vm.isContext(1)), attempt(() => vm.createContext(1)), attempt(() => vm.createContext({}, { name: 1 })), attempt(() => vm.createContext({}, { microtaskMode: 'x' })));
const place = (f) => { try { f(); } catch (e) { return e.stack.split('\n').find((l) => /^\s+at .*(my\.js|evalmachine)/.test(l)).match(/(?:my\.js|evalmachine[^:]*):\d+/)[0]; } };
console.log(place(() => vm.runInContext('\n\n nope()', sandbox, 'my.js')), place(() => vm.runInContext('let a = 1; nope()', vm.createContext(), { filename: 'my.js', lineOffset: 4 })));
console.log(attempt(() => vm.runInContext('let a = ;', sandbox)), attempt(() => vm.runInContext('throw new TypeError("own")', sandbox)));
console.log(vm.runInContext('let last = 1; last', vm.createContext()), vm.runInContext('1;;', vm.createContext()), vm.runInContext('"a", "b"', vm.createContext()), vm.runInContext('({ x: 1 })', vm.createContext()), vm.runInContext('', vm.createContext()));
vm.runInContext('setLater = function (v) { later = v }', sandbox);
sandbox.setLater('now');
console.log(sandbox.later, typeof globalThis.later);
