// case: plain objects
var o = { a: 1, b: 'text', c: true, d: null, e: undefined, f: 1.5, g: -7, h: -0, i: NaN, j: 1e300, '10': 'ten', '2': 'two' };
o.self = o; o.list = [1, 'two', [3, o], , 5]; o.long = 'x'.repeat(100); o.same = o.long; o.ü = 'ä€😀';
function next() { o.a++; o['n' + o.a] = o.a; o.list.push(o.a); delete o.b; log(Object.keys(o), o.self === o, o.list[2][1] === o, 3 in o.list, o.list.length, Object.is(o.h, -0), o.ü, o.long === o.same) }
// case: closures
var made = [];
for (let i = 0; i < 3; i++) made.push(() => i++);
function counter() { let n = 0; return { up() { n++ }, get() { return n } } }
let lexical = counter(); const fixed = 10;
made.push(() => later); let tdz = () => { try { return later2 } catch (e) { return e.name } };
function next() { lexical.up(); log(made[0](), made[1](), made[1](), made[2](), lexical.get(), fixed, tdz()); try { fixed = 2 } catch (e) { log(e.message) } }
let later = 1; { made.push(() => { try { return inner } catch (e) { return e.name } }); made[4](); let inner = 5 }
let later2 = 2;
// case: classes
class A { #p = 1; static s = 2; static #q = 3; #m() { return this.#p++ } get x() { return this.#m() } static t() { return A.#q++ } has(o) { return #p in o } set y(v) { this.#p = v } }
class B extends A { #p = 10; constructor() { super(); this.z = new.target.name } both() { return [super.x, this.#p++] } }
var a = new A(), b = new B();
function next() { log(a.x, a.x, b.x, b.both(), A.t(), B.t(), b.z, a.has(b), a.has({}), b instanceof A, new B().both()); b.y = 5; log(A, B) }
// case: properties
var o = { get a() { return this.n++ }, set a(v) { this.n = v }, n: 1 };
Object.defineProperty(o, 'hidden', { value: 1, writable: true, configurable: true }); Object.defineProperty(o, 'fixed', { value: 2, enumerable: true });
var frozen = Object.freeze({ a: [1] }), sealed = Object.seal([1, 2]), closed = Object.preventExtensions({ x: 1 });
var sparse = []; sparse[100000000] = 1; sparse[5] = 2; var fixedLength = [1, 2]; Object.defineProperty(fixedLength, 'length', { writable: false });
function next() { 'use strict'; log(o.a, Object.keys(o), o.hidden++, JSON.stringify(Object.getOwnPropertyDescriptors(o)), Object.isFrozen(frozen), Object.isSealed(sealed), sparse.length, Object.keys(sparse));
  for (const f of [() => frozen.b = 1, () => closed.y = 1, () => o.fixed = 1, () => fixedLength.push(1)]) try { f(); log('ok') } catch (e) { log(e.name) } sparse.push(7) }
// case: symbols
var own = Symbol('own'), reg = Symbol.for('reg'), none = Symbol();
var o = { [own]: 1, [reg]: 2, [none]: 3, [Symbol.iterator]: function* () { yield 1; yield 2 }, [Symbol.toStringTag]: 'Tagged' };
function next() { o[own]++; log([...o], String(o), o[own], o[Symbol.for('reg')], o[none], Object.getOwnPropertySymbols(o).length, own.toString(), none.description, Symbol.keyFor(reg)) }
// case: maps and sets
var key = {}, m = new Map([[key, 1], ['s', 2], [NaN, 3], [-0, 4], [1n, 5], [Symbol.iterator, 6]]), s = new Set([key, 1, 'x', m]);
for (let i = 0; i < 6; i++) s.add('n' + i);
var it = m.entries(), is = s.values(), done = [][Symbol.iterator](); it.next(); is.next(); is.next(); s.delete(1); s.delete('x'); done.next();
m.self = m;
function next() { let e = it.next(); log(m.get(key), m.get(NaN), m.get(0), m.get(1n), e.done, e.value && String(e.value[1]), s.has(m), m.size, s.size, String(typeof is.next().value), done.next().done); m.set('k' + m.size, 1); s.delete('n' + (s.size - 4)) }
// case: weak maps
var k1 = {}, k2 = function () { }, wm = new WeakMap([[k1, { v: 1 }], [k2, k1], [Array, 'array'], [{}, 'gone']]), ws = new WeakSet([k1, {}]);
(function () { var hidden = {}; wm.set(hidden, { deep: 5 }); wm.set(k1, { v: 1, hidden }) })();
function next() { wm.get(k1).v++; log(wm.get(k1).v, wm.get(k2) === k1, wm.get(Array), ws.has(k1), ws.has(k2), wm.get(wm.get(k1).hidden).deep++) }
// case: goja: dates, patterns, boxes
var d = new Date(86400000), r = /a(b)?/g, y = /(?=a)\w/yu, boxes = [Object(1), Object('str'), Object(true), Object(Symbol.iterator), Object(1n), new Boolean(false)];
function next() { d.setDate(d.getDate() + 1); log(d.toISOString(), JSON.stringify(r.exec('ab a ab a')), r.lastIndex, y.test('aaa'), y.lastIndex, y.flags, boxes.map(b => typeof b.valueOf()), boxes[1].length, boxes[1][1], 123456789012345678901234567890n ** 2n, -5n) }
// case: binary
var buf = new ArrayBuffer(16), u8 = new Uint8Array(buf, 4, 8), f64 = new Float64Array(buf, 8, 1), dv = new DataView(buf, 2), i32 = new Int32Array([1, -2, 3]), c = new Uint8ClampedArray(2), big = new BigInt64Array(1), sub = i32.subarray(1);
function next() { u8[0]++; u8[5] = 7; f64[0] += 1.5; dv.setInt16(0, 300 + u8[0]); c[0] = 300; big[0]--; i32[1]++; log(u8, f64, dv.getUint8(2), i32, c, big, sub, u8.buffer === buf, buf.byteLength, new Uint8Array(buf)) }
// case: functions bound and proxied
function f(a, b) { return [this && this.n, a, b, new.target !== undefined].join() } function P(x) { this.x = x }
var bound = f.bind({ n: 1 }, 2), again = bound.bind(null, 3), BP = P.bind(null, 5), push = Array.prototype.push.bind([1]);
var seen = [], p = new Proxy({ a: 1 }, { get(t, k) { seen.push(String(k)); return t[k] }, has() { return true } }), pf = new Proxy(f, { apply(t, th, args) { return 'applied ' + args } }), PP = new Proxy(P, {});
var rev = Proxy.revocable({ q: 1 }, {}), revoked = Proxy.revocable({}, {}); revoked.revoke(); var n = 0;
function next() { log(bound(9), again(), new BP().x, new BP() instanceof P, p.a, 'zz' in p, pf(1, 2), new PP(3).x, seen, push(1), bound.name, bound.length); try { log(rev.proxy.q) } catch (e) { log(e.name) } if (++n == 2) rev.revoke(); try { revoked.proxy.x } catch (e) { log(e.message) } }
// case: arguments
function mapped(a, b) { return { args: arguments, set(v) { a = v }, get() { return [a, b] } } } function alone(a) { return arguments } function strict(a) { 'use strict'; return arguments }
var m = mapped(1, 2, 3), al = alone('x', 'y'), st = strict(1, 2); delete m.args[1];
function next() { m.args[0]++; log(m.get(), m.args.length, m.args[0], Object.keys(m.args)); m.set(m.get()[0] * 2); al[0] += '!'; log(m.args[0], al[0], al[1], st[0], st.length, Object.prototype.toString.call(al)) }
// case: templates
function tag(s) { return s } function t() { return tag`a${1}b\n` } var first = t(), second = t();
function next() { log(first === second, first.raw[1], first[1].length, Object.isFrozen(first), Array.isArray(first.raw), t()[0]) }
// case: generators
function* g(o, b) { try { for (var k in o) { for (const q of b) { let r = yield [k, q]; if (r) log('got', r) } } } finally { log('finally') } return 'end' }
function* outer() { try { yield* g({ a: 1, b: 2, c: 3 }, new Map([[1, 2], [3, 4]])) } catch (e) { log('caught', e); yield 'after' } }
var all = [g({ x: 1, y: 2, z: 3 }, [1, 2]), outer(), g([1, 2, 3], new Set(['s'])), g('str', 'ab'), (function* () { yield* [1, 2, 3, 4] })(), (function* (...rest) { var [a, ...b] = rest; yield a; yield b; yield arguments.length })(1, 2, 3)], n = 0;
for (let x of all) x.next();
function next() { log(...all.map(x => JSON.stringify(x.next(n)))); if (++n == 2) log(JSON.stringify(all[0].return(5))); if (n == 3) log(JSON.stringify(all[1].throw('oops'))) }
// case: promises
var res, rej, p = new Promise((a, b) => { res = a; rej = b }), q = new Promise(() => { }), done = Promise.resolve(5), log2 = (...a) => log(...a);
p.then(v => log('then', v)).finally(() => log('finally')); p.then(undefined, 5).then(log2); q.catch(() => { });
var combos = [Promise.all([p, done, 3]), Promise.allSettled([p, Promise.reject(1)]), Promise.any([p, q]), Promise.race([q, p])]; combos.forEach((c, i) => c.then(v => log(i, JSON.stringify(v)), e => log(i, String(e))));
class MyPromise extends Promise { } var mine = new MyPromise(r => { globalThis.mineRes = r }); mine.then(v => log('mine', v));
var n = 0;
function next() { n++; if (n == 1) log('wait'); if (n == 2) { res(7); log('resolved') } if (n == 3) { rej(1); mineRes(8); log('twice') } if (n == 4) { done.then(v => log('done', v)); log(mine instanceof MyPromise) } }
// case: async functions
var wake = [], wait = v => new Promise(r => wake.push(() => r(v)));
async function a(list) { try { for (const x of list) { log('a', x, await wait(x)) } } finally { await wait('f'); log('finally a') } return 'done' }
class C { #v = 1; async m(...r) { for (let i = 0; i < 3; i++) { let j = i; setTimeout1(() => j); log(this.#v++, arguments.length, await wait(i), j, r.length) } } }
var timers = []; function setTimeout1(f) { timers.push(f) } var arrow = async x => { try { await wait(x); throw new Error('boom') } catch (e) { log(e.message, await wait('c')) } };
a([1, 2, 3]).then(v => log('a is', v)); new C().m(1, 2); arrow('arr');
function next() { let w = wake; wake = []; w.forEach(f => f()); log('woken', w.length, timers.map(f => f())) }
// case: patched builtins
var orig = Array.prototype.push, n = 0; Array.prototype.push = function (...a) { n++; return orig.apply(this, a) }; Array.prototype.last = function () { return this[this.length - 1] };
Object.defineProperty(Object.prototype, 'shout', { get() { return 'hey ' + (this.name || typeof this) }, configurable: true }); String.prototype[Symbol.iterator] = function* () { yield 'patched' };
delete Array.prototype.includes; Math.PI2 = 6; Object.setPrototypeOf(Math, { inherited: 'yes' }); Object.freeze(JSON); Map.prototype.get = function () { return 'map' }; RegExp.prototype.exec = function () { return null };
function next() { var a = [1]; a.push(2); log(n, a.last(), a.shout, [...'abc'], a.includes, Math.PI2, Math.inherited, Object.isFrozen(JSON), new Map().get(1), [3, 1, 2].sort()); Math.PI2++; Array.prototype.extra = n }
// case: with and eval scopes
var o = { x: 1 }; var f; with (o) { f = function () { x++; return x } }
function next() { log(f(), o.x); o.y = o.x }
// case: errors
var errs = []; function thrower() { null.x } try { thrower() } catch (e) { errs.push(e) } errs.push(new RangeError('r', { cause: 1 })); class My extends Error { constructor() { super('mine'); this.extra = 1 } } errs.push(new My());
var read = new Error('read'); read.stack; try { JSON.parse('{') } catch (e) { errs.push(e) } errs.push(new AggregateError([1], 'agg'));
function next() { log(errs.map(e => [e.name, e.message, e instanceof Error, Object.keys(e)].join()), errs.map(e => e.stack), read.stack); errs.push(new TypeError('t')) }
// case: goja: iterators
var its = [[1, 2, 3].values(), [4, 5][Symbol.iterator](), 'a😀b'[Symbol.iterator](), 'xaxbx'.matchAll(/x/g), new Map([[1, 2], [3, 4]]).keys(), [7, 8].entries()];
its.forEach(i => i.next()); var { a, ...rest } = { a: 1, b: 2, c: 3 };
function next() { log(...its.map(i => JSON.stringify(i.next())), JSON.stringify(rest)) }
// case: global object
globalThis.added = 1; Object.defineProperty(globalThis, 'lazy', { get() { return 'lazy' + added }, configurable: true }); implicit = 5; var undefinedVar; delete globalThis.escape; parseInt = function () { return 'mine' }; let shadow = 1;
function next() { added++; log(added, lazy, implicit++, typeof undefinedVar, typeof escape, parseInt('5'), shadow++, globalThis === this, Object.keys(globalThis)) }
// case: code made while the program runs
var made = [new Function('a', 'b', 'this.n = (this.n || 0) + a; return [a + b, this.n, (() => b)()]'), (0, eval)('(function () { let n = 0; return { up: () => ++n, down() { return --n } } })()'), new (Object.getPrototypeOf(function* () { }).constructor)('yield 1; yield 2; yield 3; yield 4')];
var g = made[2](), E = eval, AF = Object.getPrototypeOf(async function () { }).constructor, af = new AF('p', 'log("got", await p)'); (0, eval)('var fromEval = 1; function evaled() { return ++fromEval }'); var wake, p = new Promise(r => { wake = r }); af(p);
function next() { log(made[0].call(made, 1, 2), made[1].up(), made[1].up(), made[1].down(), g.next().value, E('sec' + 'ret'), (() => 1).constructor('return secret')(), evaled(), made[0], evaled.toString()); wake && wake(secret++) }
var secret = 42;
// case: jobs and stranger promises
var thenable = { then(r) { log('then called'); r('thenable') } }, out = [], pending; class Sub extends Promise { static get [Symbol.species]() { return Promise } }
var chain = new Promise(r => { pending = r }).then(v => thenable).then(v => { out.push(v); return Promise.reject(new Error('late')) }).catch(e => e.message).finally(() => out.push('f'));
var sub = new Sub(r => { globalThis.subR = r }), derived = sub.then(v => v + 1), race = Promise.race([chain, derived]), n = 0;
var gate = Promise.withResolvers ? Promise.withResolvers() : { promise: new Promise(() => { }) };
function next() { n++; log(n, out, derived instanceof Sub); if (n == 2) pending(1); if (n == 3) subR(5); race.then(v => log('race', v)); Promise.all([chain, derived, gate.promise]).then(log) }
// case: deep structures
var list = null; for (let i = 0; i < 20000; i++) list = { next: list, i }; var wide = Array.from({ length: 3000 }, (_, i) => ({ ['k' + i % 50]: i })), text = 'a long text that is shared by several properties of objects ü'; var shared = [text, text, { text }];
function next() { let n = 0; for (let l = list; l; l = l.next) n += l.i; log(n, wide.length, wide[2999].k49, shared[0] === shared[2].text); list = list.next }
// case: builtin constructors that were changed
Object.extra = 1; Array.extra = 2; Promise.extra = 3; Map.extra = 4;
function next() {
  log(Object.extra + Array.extra + Promise.extra + Map.extra);
  log(Object(1) instanceof Number, new Object() instanceof Object, Array(3).length, new Array(2).length, new Map([[1, 2]]).get(1));
}
// case: direct eval
function counter(n) { let hidden = n; return [eval('() => hidden++'), eval('(function () { return [hidden, arguments.length, new.target === undefined, this === undefined] })'), (0, eval)('() => typeof hidden'), eval('"use strict"; var own = 5; () => own++')] }
function declares() { eval('var made = 1; function up() { return ++made }'); let inner = eval('let block = 10; () => [made, block++, up()]'); return { up, inner, get made() { return made } } }
var list = counter(3), d = declares(), thisEval = (function () { return eval('() => [this.name, typeof new.target]') }).call({ name: 'me' }), nested = (() => { let a = 1; return eval("let b = 2; eval('() => [a++, b++]')") })();
var tagged = (() => { const t = x => x; return eval('() => t`a${1}b`') })(), firstTag = tagged(), generator = (() => { let from = 7; return eval('(function* () { try { while (true) yield from++ } finally { log("never") } })') })()();
eval('var global1 = 1; function global2() { return ++global1 }'); eval('let not = 1; globalThis.keeps = () => not++');
var afn, res; (() => { let later = 'l'; afn = eval('(async p => { log("awaited", await p, later); later += "l" })') })(); afn(new Promise(r => { res = r })); generator.next();
function next() { log(list[0](), list[1](1, 2), list[2](), list[3](), d.up(), d.inner(), d.made, thisEval(), nested(), tagged() === firstTag, generator.next().value, global2(), keeps(), list[1], eval('list.length')); res('r') }
// case: direct eval in classes
class Base { greet() { return 'base' } } class A extends Base { #p = 1; static #s = 10; #m() { return this.#p * 2 }
  make() { return [eval('() => this.#p++'), eval('() => super.greet()'), eval('(o) => #p in o'), eval('() => this.#m()'), eval('class Inner { #p = 5; get() { return [this.#p++, this.constructor.name] } outer(a) { return eval("a.make()[0]()") } }; new Inner()'), eval('(v) => { this.#p = v; this.#p += 1; [this.#p] = [this.#p * 2] }')] }
  static stat() { return eval('() => A.#s++') } field = eval('() => this.#p'); arrow = () => eval('new.target') ; constructor() { super(); this.built = eval('new.target.name'); this.nt = eval('() => new.target.name') } }
class B extends A { #p = 100; more() { return eval('[() => this.#p++, () => super.make()[0]()]') } }
var a = new A(), b = new B(), fs = a.make(), bs = b.more(), st = A.stat(), errs = [];
(function thrower() { try { eval('null.x') } catch (e) { errs.push(e) } try { eval('(function inEval() { throw new Error("in eval") })()') } catch (e) { errs.push(e) } })();
function next() { log(fs[0](), fs[1](), fs[2](a), fs[2]({}), fs[3](), fs[4].get(), fs[4].outer(a), bs[0](), bs[1](), st(), a.field(), a.built, b.built, b.nt(), a.arrow()); fs[5](3); log(errs.map(e => e.stack)); errs.forEach(e => log(e.message)) }
// case: functions of the same positions
var made = new Function('return [() => 1, () => 2, () => "a", () => "b", function () {}, function () {}, () => a1, () => b1, x => x, (x, y) => y, async () => 3, async () => 4, (a = 1) => a, (a = 2) => a, () => /x/, () => /y/]')(), a1 = 'a1', b1 = 'b1', classes = eval('[class { f = 1 }, class { f = 2 }, class { static #s = 1; static s() { return this.#s } }, class { static #s = 2; static s() { return this.#s } }]');
function next() { log(made[0](), made[1](), made[2](), made[3](), made[4](), made[5](), made[6](), made[7](), made[8](8), made[9](8, 9), made[12](), made[13](), made[14](), made[15](), made.join(), new classes[0]().f, new classes[1]().f, classes[2].s(), classes[3].s()); made[10]().then(log); made[11]().then(log) }
// case: followed promises
var wake = [], gate = (v) => new Promise((r, j) => wake.push(() => v === 'bad' ? j(new Error(v)) : r(v))), n = 0;
var first = gate(1).finally(() => gate('f')).then(v => log('finally', v)), second = gate('bad').finally(() => { log('cleaning'); return gate('g') }).catch(e => log('caught', e.message));
class Sub extends Promise {} var sub = new Sub(r => wake.push(() => r('sub'))).finally(() => 1).then(v => log(v));
async function deep(k) { try { return k && await deep(k - 1) || await gate(k) } finally { await gate('d' + k) } } deep(2).then(log); var unwrapped = gate(2).then(5).then(log), thrown = gate('bad').then(5).catch(e => log('passed', e.message));
var bound = (async v => { await gate(v); log('bound', v) }).bind(null, 'b'), proxied = new Proxy(async v => { await gate(v); log('proxied', v) }, {}); bound(); proxied('p'); gate(3).then(async v => { await gate(v); log('handler', v) });
var held = { async m() { return super.toString === Object.prototype.toString && await gate('m') }, a: async () => await gate('arrow') };
var chained = gate({ then(r) { wake.push(() => r('thenable')) } }).then(log), pending = new Promise(r => wake.push(() => r(gate('inner')))).then(log), both = Promise.all([gate('x'), gate('y')]).then(log); Promise.race([gate('r')]).then(log); Promise.allSettled([gate('s'), gate('bad')]).then(v => log(JSON.stringify(v))); Promise.any([gate('bad'), gate('any')]).then(log);
function next() { let w = wake; wake = []; log('round', ++n, w.length); w.forEach(f => f()); if (n === 2) { bound(); proxied('q'); deep(0).then(log); held.m().then(log); held.a().then(log) } }
// case: call sites and strange stacks
var kept = [], old = Error.prepareStackTrace; Error.prepareStackTrace = (e, sites) => { kept.push([e, sites]); return 'prepared' };
function thrower() { return new Error('sites') } class K { method() { return thrower() } } new K().method().stack; (() => eval('thrower()'))().stack; Error.prepareStackTrace = old;
var plain = {}; Error.captureStackTrace(plain); var above = {}; (function outer() { Error.captureStackTrace(above, outer) })(); var limit = Error.stackTraceLimit; Error.stackTraceLimit = 'no'; var none = new Error('none'); Error.stackTraceLimit = 0; var zero = new Error('zero'); Error.stackTraceLimit = 2; var deep = (function f(n) { return n ? f(n - 1) : new Error('deep') })(5); Error.stackTraceLimit = limit;
var asyncError; (async () => { await null; asyncError = new Error('async') })(); var caused = new Error('outer', { cause: new RangeError('inner') }), agg = new AggregateError([caused, 1], 'many'); class Custom extends TypeError { get name() { return 'Custom!' } } var custom = new Custom('c'), frozen = Object.freeze(new Error('frozen')), renamed = new Error('before'); renamed.message = 'after';
var domain; try { null.f() } catch (e) { domain = e } var syntax; try { new Function('(') } catch (e) { syntax = e } var uri; try { decodeURIComponent('%') } catch (e) { uri = e } var deleted = new Error('deleted'); delete deleted.stack; var assigned = new Error('assigned'); assigned.stack = 'mine';
function next() { for (const [e, sites] of kept) log(e.stack, sites.map(s => [s.getFunctionName(), s.getLineNumber(), s.getColumnNumber(), s.getTypeName(), s.getMethodName(), s.isEval(), s.isToplevel(), s.getEvalOrigin(), String(s)].join()).join(' | '), Object.getPrototypeOf(sites[0]).constructor.name);
  log(plain.stack, above.stack, none.stack, zero.stack, deep.stack, asyncError.stack); log(caused.cause.stack, agg.errors.length, agg.errors[0] === caused, agg.stack, custom.stack, frozen.stack, renamed.stack, domain.stack, syntax.stack, uri.stack, deleted.stack, assigned.stack);
  try { kept[0][1][0].getThis.call({}) } catch (e) { log(e.message) } Error.prepareStackTrace = (e, s) => s.length; log(new Error('x').stack, caused.cause === undefined); Error.prepareStackTrace = old }
// case: long lists
let list = [], m = new Map(), s = new Set(), inner = { list };
for (let i = 0; i < 1300; i++) { list.push(i % 3 ? { i, inner } : [i]); m.set(i % 5 ? 'k' + i : { i }, list[i]); s.add(list[i >> 1]) }
delete list[700]; list.push(list, m);
Object.defineProperty(list, 800, { get() { return inner.list.length } });
let it = m.values(); for (let i = 0; i < 900; i++) it.next();
let gen = (function* () { for (const x of s) { yield x; if (x.i) x.i++ } })(); for (let i = 0; i < 600; i++) gen.next();
let n = 0;
function next() {
  n++; list.push({ i: n }); m.delete('k' + n); list[600].i = n;
  log(list.length, list[700], list[800], list[1299].i, list[1300] === list, m.size, s.size, it.next().value.i, gen.next().value.i, list[601].inner === inner);
}
// case: a large weak map
let keys = [], weak = new WeakMap(), set = new WeakSet();
for (let i = 0; i < 1500; i++) { const key = { i }; weak.set(key, { i, key, next: keys[0] }); if (i % 3) keys.push(key); if (i % 4) set.add(key) }
let one = keys[900], m = 0;
function next() {
  m++; weak.get(one).i += m; weak.set(keys[m], one); set.delete(keys[m + 1]);
  log(weak.get(keys[5]).key === keys[5], weak.get(one).i, weak.get(keys[m]) === one, set.has(keys[m + 1]), keys.filter(k => weak.has(k)).length, keys.filter(k => set.has(k)).length);
}
