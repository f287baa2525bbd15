// eval: what it sees, what it declares, what it throws, and the frames of its code.
'use strict';

const sloppy = new Function('run', 'return run()');
const here = __filename;

function firstFrames(error, count) {
  const lines = String(error.stack).split('\n').map((line) => line.split(here).join('FILE').split('file://').join(''));
  return lines.slice(0, count).join(' |');
}

function test(name, f, frames = 3) {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, 'throws', firstFrames(error, frames));
  }
}

// The program below is sloppy: it is the body of a function made of its text.
const program = new Function('test', 'here', 'firstFrames', `
function thrower() { return eval('throw new Error("x")') }
test('direct', thrower);
test('indirect', () => (0, eval)('throw new Error("x")'), 4);
test('nested', () => eval('eval("null.x")'), 4);
test('value', () => eval('1; if (1) { 2 }'));
test('value of declarations', () => eval('var q = 1; function f() {}'));
test('value of loops', () => eval('do { 3; break } while (0)'));
test('no argument', () => eval());
test('not a string', () => eval([1, 2]));
test('string object', () => typeof eval(new String('1+1')));
test('spread', () => eval(...['1 + 2', 'ignored']));
test('second argument runs', () => { let seen = 0; eval('1', seen++); return seen });
test('shadowed', () => { const eval = (x) => 'own ' + x; return eval('1 + 1') });
test('with', () => { with ({ eval: (x) => 'object ' + x }) return eval('1 + 1') });
test('with scope', () => { with ({ a: 5 }) return eval('a + 1') });
test('reads locals', () => { let a = 1; const b = 2; var c = 3; return eval('[a, b, c]').join() });
test('writes locals', () => { let a = 1; eval('a = 2'); return a });
test('const', () => { const a = 1; eval('a = 2') }, 1);
test('dead zone', () => { eval('late'); let late }, 1);
test('declares var', () => { eval('var made = 1'); return made });
test('var is deletable', () => { eval('var made = 1'); return delete made && typeof made });
test('declares function', () => { eval('function made() { return 7 }'); return made() });
test('let stays inside', () => { eval('let inner = 1'); return typeof inner });
test('class stays inside', () => { eval('class Inner {}'); return typeof Inner });
test('strict stays inside', () => { eval('"use strict"; var inner = 1'); return typeof inner });
test('strict caller', () => { 'use strict'; eval('var inner = 1'); return typeof inner });
test('strict code', () => eval('"use strict"; undeclared_ = 1'), 1);
test('conflict', () => { let a; { eval('var a') } }, 1);
test('parameter', () => (function (a) { eval('var a = 5'); return a + arguments[0] })(1));
test('arguments', () => (function () { return eval('arguments.length') })(1, 2, 3));
test('arguments of arrow', () => (function () { return (() => eval('arguments[1]'))() })(1, 2, 3));
test('this', () => (function () { return eval('this.a') }).call({ a: 9 }));
test('this of arrow', () => (function () { return (() => eval('this.a'))() }).call({ a: 8 }));
test('indirect this', () => (0, eval)('this === globalThis'));
test('new.target', () => { function F() { return { v: eval('new.target') === F } } return new F().v });
test('indirect new.target', () => (0, eval)('new.target'), 1);
test('super', () => { class B { x() { return 7 } } class C extends B { x() { return eval('super.x()') } } return new C().x() });
test('super call', () => { class B { constructor() { this.b = 1 } } class C extends B { constructor() { eval('super()') } } return new C().b });
test('private', () => { class A { #p = 4; m() { return eval('this.#p') } } return new A().m() });
test('private in', () => { class A { #p = 4; static has(o) { return eval('#p in o') } } return [A.has(new A()), A.has({})].join() });
test('no private', () => { class A { static s() { return eval('1; new A().#q') } } A.s() }, 1);
test('field', () => { class A { x = eval('this.constructor.name') } return new A().x });
test('arguments in field', () => { class A { x = eval('arguments') } new A() }, 1);
test('blocks', () => { eval('if (1) { function inBlock() { return 5 } }'); return inBlock() });
test('blocks, indirect', () => { (0, eval)('{ function globalInBlock() { return 6 } }'); const v = globalInBlock(); delete globalThis.globalInBlock; return v });
test('indirect var', () => { (0, eval)('var globalVar = 1'); const d = Object.getOwnPropertyDescriptor(globalThis, 'globalVar'); delete globalThis.globalVar; return JSON.stringify(d) });
test('indirect let', () => { (0, eval)('let globalLet = 1'); return typeof globalLet });
test('closure', () => { let n = 0; const next = eval('() => ++n'); next(); return next() + n });
test('function text', () => eval('(function  named ( a,b ) { return a })').toString());
test('function in eval', () => { const f = eval('(function inner() { throw new TypeError("t") })'); f() }, 3);
test('constructor in eval', () => { const F = eval('(function Made() { throw new TypeError("t") })'); new F() }, 2);
test('new Function', () => new Function('a', 'throw new Error(a)')('y'), 3);
test('eval in new Function', () => new Function('return eval("null.z")')(), 4);
test('message', () => eval('let x = undefined; x.y.z'), 2);
test('message of call', () => eval('let o = {}; o.f()'), 2);
test('line', () => eval('\\n\\n  throw new RangeError("third line")'), 2);
test('sourceURL', () => eval('throw new Error("q")\\n//# sourceURL=foo.js'), 2);
test('last code point', () => eval('"\\\\u{10FFFF}".codePointAt(0)'));
test('lone surrogate', () => eval('"\\ud800"').charCodeAt(0));
test('unicode', () => eval('"aé😀".length'));
test('property escapes', () => eval('/^\\\\p{Lu}$/u.test("É")'));
test('flags', () => eval('/a(?<n>b)/d.exec("ab").indices.groups.n').join());
test('hashbang', () => eval('#!x\\n 5'));
test('finally', () => { let out = []; try { eval('try { throw 1 } finally { out.push("f") }') } catch (e) { out.push(e) } return out.join() });
test('throws through', () => { try { eval('throw 5') } catch (e) { return e + eval('1') } });
test('label', () => { a: { eval('break a') } }, 1);
test('return', () => eval('return 1'), 1);
test('await', () => typeof eval('async () => { await 1 }'));
test('generator', () => [...eval('(function* () { yield 1; yield* [2, 3] })')()].join());
test('in a generator', () => [...(function* () { let a = 1; yield eval('a'); eval('a = 5'); yield a })()].join());
test('default parameter', () => ((a, b = eval('a + 1')) => b)(1));
test('computed key', () => Object.keys({ [eval('"k"')]: 1 }).join());
test('template', () => eval('\`\${1 + 1}\`'));
test('syntax', () => eval('a b'), 2);
test('syntax of redeclaration', () => eval('let a; let a'), 2);
test('syntax of brackets', () => eval('('), 1);
test('syntax of number', () => eval('1a'), 1);
test('syntax of import', () => eval('import x from "y"'), 1);
test('syntax of export', () => eval('export default 1'), 1);
test('syntax of target', () => eval('1 = 2'), 1);
test('depth', () => { const s = 'depth(s)'; let n = 0; const depth = (x) => { n++; eval(x) }; try { depth(s) } catch (e) { return e instanceof RangeError && n > 500 && e.message } });
test('depth, indirect', () => { globalThis.go = '(0, eval)(go)'; try { (0, eval)(go) } catch (e) { return e instanceof RangeError && e.message } finally { delete globalThis.go } });
test('depth of functions', () => { const f = eval('(function f() { return f() })'); try { f() } catch (e) { return e instanceof RangeError && e.message } });
test('many', () => { let sum = 0; for (let i = 0; i < 2000; i++) sum += eval('i'); return sum });
test('call sites', () => {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (e, sites) => sites;
  try {
    const [site] = eval('new Error().stack');
    return [site.isEval(), site.getFunctionName(), site.getEvalOrigin().split(here).join('FILE').replace(/\\d+:\\d+/g, 'N'), site.getLineNumber(), site.isToplevel()].join();
  } finally { Error.prepareStackTrace = before }
});
`);
program(test, here, firstFrames);

test('in a method', () => new (class Thing { m() { eval('throw new Error("m")'); } })().m(), 3);
test('strict function in block', () => eval('{ function hidden() {} } typeof hidden'));
test('strict delete', () => eval('var a; delete a'), 1);

(async () => {
  await 0;
  console.log('await', eval('1 + 1'));
  console.log('import', typeof (await eval('import("node:fs")')).readFileSync);
  console.log('import, indirect', typeof (await (0, eval)('import("node:fs")')).readFileSync);
  console.log('import, new Function', typeof (await new Function('return import("node:fs")')()).readFileSync);
  const generator = eval('(async function* () { yield 1; yield await 2 })()');
  const values = [];
  for await (const value of generator) values.push(value);
  console.log('async generator', values.join());
  console.log('for await', await eval('(async () => { let s = 0; for await (const v of [1, Promise.resolve(2)]) s += v; return s })()'));
})();
