'use strict';
// The frames of a stack as V8 names and places them.
const path = require('path');
const show = (label, error = new Error('x')) => {
  const frames = error.stack.split('\n').filter((line) => !/at \w+\.next/.test(line)).filter((line) => line.includes(__filename) || line.includes('<anonymous>') && !line.includes('node:'));
  console.log(label + '\n' + frames.map((line) => line.replaceAll(path.dirname(__filename) + path.sep, '')).join('\n'));
};
const f = (label = 'frames') => show(label, new Error('x'));

const o = { m() { f() }, get g() { f() }, set q(v) { f() }, a: function () { f() } };
o.m(); o.g; o.q = 1; o.a();
class B { constructor() { f('constructor') } #p() { f('private') } r() { this.#p() } static s() { f('static') } static get sg() { f('getter') } }
new B().r(); B.s(); B.sg;
class C extends B { constructor() { super() } }
new C();
(function () { f() })(); (() => f())(); (class { static x() { f() } }).x();
new (class { constructor() { f() } })();
f();
const h = function () { f() };
h(); Object.defineProperty(h, 'name', { value: 'renamed' }); h();

// Names that are inferred.
const lib = {};
lib.foo = function () { f('inferred') }; lib.foo();
exports.bar = function () { f() }; exports.bar();
module.exports.baz = () => { f() }; (0, module.exports.baz)();
lib['a-b'] = function () { f() }; lib['a-b']();
lib[1 + 1] = function () { f() }; lib[2]();
B.prototype.pm = function () { f() }; new B().pm();
function Old() { f(); this.later = function () { f() } }
Old.prototype.meth = function () { f() }; new Old().meth(); new Old().later(); Old.stat = function stat() { f() }; Old.stat();

// Methods by another name.
const z = { foo: lib.foo, y: o.m, one: h, two: h };
z.y(); z.one(); z.foo(); lib.alias = o.m; lib.alias();

// Builtins.
[1].map(() => f('builtins')); [1].forEach(function () { f() }); 'a'.replace(/a/, () => f()); JSON.stringify({ toJSON() { f() } });
new Promise(() => f()); new Map([[1, 2]]).forEach(() => f()); [3, 1].sort(() => f()); Array.from([1], () => f());
Reflect.apply(h, null, []); h.call(1); h.apply(1, []); h.bind(1)(); Reflect.construct(B, []);

// Receivers.
function g() { f('receiver') }
for (const receiver of ['str', 5, null, undefined, Symbol.iterator, 1n, true, Object.create(null), [], new Map(), JSON, function () {}, class Q {}, globalThis, new B(), B.prototype]) {
  g.call(receiver);
}
class K2 extends Map { constructor() { super(); this.init() } init() { f() } }
new K2();
({ ['com' + 'puted']() { f() } }).computed(); ({ async am() { f() } }).am(); ({ 'a b'() { f() } })['a b'](); ({ 1() { f() } })[1]();
const sym = Symbol('desc'); ({ [sym]() { f() } })[sym]();
function* gen() { f('generator'); yield 1 }
gen().next();

// Errors of the engine.
const t = (fn) => { try { fn() } catch (error) { show('engine', error) } };
t(() => undefined.x); t(() => nothing); t(() => null()); t(() => [].reduce(h)); t(() => JSON.parse('{')); t(() => (1).toFixed(101));
t(() => new Map([1])); t(() => decodeURIComponent('%')); t(() => { const c = 1; c = 2 }); t(() => new lib.nope()); t(() => Object.defineProperty(1, 'x', {}));

// Positions.
function T() { throw new Error('T') }
const deep = { a: { t: T } };
t(() => T()); t(() => T (1, 2)); t(() => deep.a.t()); t(() => deep.a['t']()); t(() => deep . a . t (1)); t(() => deep?.a?.t());
t(() => deep?.a.t?.()); t(() => (T)(1)); t(() => (0, T)(1)); t(() => (() => T)()()); t(() => deep.a /* a ( comment */ .t /* another */ (1));
t(() => deep
  .a
  .t()); t(() => { const undef = undefined; undef.p = 1 }); t(() => ({ catch: T }).catch()); t(() => ({ async: T }).async());
t(() => {
  const undef = undefined;
  return undef
    .property;
});
