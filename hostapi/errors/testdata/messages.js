// What the errors of the engine say.
const obj = { a: { t() { throw new Error('t') } }, fz: Object.freeze({ x: 1 }), get g() { throw new Error('g') }, set s(v) { throw new Error('s') } };
const T = () => { throw new Error('T') };
const run = (src) => { let f; try { f = new Function('und', 'T', 'obj', 'nul', src); } catch (e) { return e.name + ': ' + e.message } try { f(undefined, T, obj, null); return 'no error' } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : String(e) } };
for (const s of `T()
  T(1, 2)
obj.a.t()
obj.a['t']()
obj['a'].t(1)
obj.a  .  t  (1)
obj?.a?.t()
obj?.a.t?.()
(T)(1)
(0, T)(1)
(() => T)()()
T\`x\`
obj.a.t\`x\`
new T()
new obj.a.t()
new (class { constructor() { throw new Error('c') } })()
new (function () { throw new Error('c') })
throw new Error('x')
throw   {}.x.y
let e = new Error('x'); throw e
und.x
und.x.y
und [ 'x' ]
und[T()]
obj.q.r = 1
obj.q.r += 1
obj.q[1] = 2
und.x = T()
obj.q.r++
delete obj.q.r
und()
obj.nope()
obj.a.nope(1)
obj . nope . x()
obj.a['nope']()
new und()
new obj.nope(1)
new obj.a()
zzz
zzz.y
zzz()
zzz = 1; yyy
'use strict'; zzz = 1
typeof zzz; zzz + 1
let a = 1 + qqq
x1; let x1 = 1
const c = 1; c = 2
const c = 1; c++
const c = 1; c += T()
'use strict'; obj.fz.x = 1
'use strict'; obj.fz.y = 1
'use strict'; delete obj.fz.x
for (const x of und) ;
for (const x of obj.a) ;
[...und]
T(...und)
Math.max(...obj)
const [q] = und
const { q } = und
const { q: { r } } = obj
let q; ({ q } = nul)
let q; [q] = obj
(({ a }) => a)()
(([a]) => a)()
function f({ a }) {} f(nul)
obj instanceof obj
'x' in und
1n + 1
+1n
-Symbol()
Symbol() + ''
\`\${Symbol()}\`
obj.g
obj.s = 1
obj . g . y
1 + obj.g
+{ valueOf() { throw new Error('v') } }
1 + { valueOf() { throw new Error('v') } }
\`\${{ toString() { throw new Error('v') } }}\`
({ toString() { throw new Error('v') } }) + ''
({ valueOf() { throw new Error('v') } }) < 1
obj[{ toString() { throw new Error('v') } }]
obj[{ toString() { throw new Error('v') } }] = 1
class A extends und {}
class A extends obj {}
class A extends Object { constructor() { this.x } } new A()
class A extends Object { constructor() { super(); super() } } new A()
class A { constructor() {} } A()
class A { #p = 1; m(o) { return o.#p } } new A().m({})
class A { #p = 1; m(o) { o.#p = 1 } } new A().m({})
class A { #p() {} m() { this.#p = 1 } } new A().m()
class A { static x = T() }
class A { x = T() } new A()
class A { static { T() } }
class A { [T()]() {} }
(function g() { T() })()
function g(a = T()) {} g()
function* g() { yield T() } g().next()
function* g() { yield 1; T() } [...g()]
[1].map(T)
[1].map((x) => T(x))
for (const x of [1]) { T(x) }
if (T()) 1
while (T()) 1
switch (T()) {}
return T()
return und.x
return (T())
x = 1, T()
with (T()) {}
JSON.parse('{')
null.foo
undefined.foo.bar
(void 0)()
(1)()
obj.a.b.c()
obj['x' + 1].z
obj.a[und]()
obj.a[1]()
new Array(-1)
[].reduce((a) => a)
'x'.repeat(-1)
(1).toFixed(200)
decodeURIComponent('%')
Object.defineProperty(1, 'x', {})
let m = async () => {}; m.x.y
eval('T()')
eval('und.x')
eval('1 +')
new RegExp('(')
super_
import_.x
a?.b.c; var a = {}; a?.b.c
var a = {}; a.b?.c.d; a.b.c?.d
debugger; T()
label: for (;;) { T(); break label }
try { T() } finally { }
try { T() } catch (e) { throw e }
try { T() } catch (e) { und.x }
!und.x
typeof und.x
void und.x
-und.x
und.x ? 1 : 2
und.x && 1
obj.a && und.x
[1, und.x]
({ a: und.x })
({ [und.x]: 1 })
({ ...und.x })
({ ...T() })
\`a\${und.x}\`
a = und.x; var a
var a = und.x
var [a = und.x] = []
var { a = und.x } = {}
und.x.y.z
und?.x; und.y
obj.a.t(und.x)
obj.a.t(1, T())
obj.a.t.call(1)
obj.a.t.apply(1, [])
Reflect.apply(T, 1, [])
T.bind(1)()
Promise.resolve().then.call(1)
Map.prototype.set.call({}, 1)
new Map([1])
Map()
Symbol.prototype.toString.call(1)
new Symbol()
new Promise()
new Promise(1)
new Promise((r) => T()).catch(() => 0); T()
BigInt(1.5)
BigInt('x')
1n / 0n
Object.setPrototypeOf({}, 1)
Object.create(1)
Object.fromEntries([1])
new Proxy({}, null)
Reflect.construct(1)
structuredClone(T)
'a'.normalize('x')
(1).toString(99)
'a'.localeCompare(Symbol())
[].at(1n)
new Date(NaN).toISOString()
new Uint8Array(-1)
new ArrayBuffer(-1)
String.fromCodePoint(-1)
'x'.matchAll(/x/)
'x'.replaceAll(/x/, '')
Array.from({ length: -1 }); [].length = -1
Object.assign(null)
Object.keys(undefined)
[].concat.call(null)
Array.prototype.map.call([1])
[1].map(1)
[1].forEach(und)
[1].sort(1)
new Set(1)
new WeakMap().set(1, 1)
new WeakSet().add(1)
Object.defineProperty(obj.fz, 'x', { value: 2 })
Object.defineProperty(obj.fz, 'y', { value: 2 })
Object.defineProperty({}, 'y', 1)
Object.defineProperty({}, 'y', { get: 1 })
Object.defineProperty({}, 'y', { get() {}, value: 1 })
'use strict'; ({ get x() { return 1 } }).x = 1
'use strict'; 'abc'.length = 1
'use strict'; 'abc'[0] = 1
'use strict'; (1).x = 1
'use strict'; Object.freeze([1]).push(2)
'use strict'; Object.freeze([1])[0] = 2
'use strict'; Object.freeze([1]).length = 0
'use strict'; undefined = 1
'use strict'; NaN = 1
'use strict'; [].length = 'x'
'use strict'; arguments.callee
'use strict'; Object.preventExtensions(obj); obj.zz = 1
'use strict'; delete Object.prototype
'use strict'; delete [].length
var c = {}; c.c = c; JSON.stringify(c)
var c = []; c[0] = [c]; JSON.stringify(c)
var c = { a: { b: [1, {}] } }; c.a.b[1].d = c.a; JSON.stringify(c)
var c = new Map(); c.q = { r: { s: c } }; JSON.stringify(c)
JSON.stringify(1n)
JSON.stringify({ a: [1n] })
JSON.parse('')
JSON.parse('{"a"}')
JSON.parse('{"a":}')
JSON.parse('{a}')
JSON.parse('[1,]')
JSON.parse('[1')
JSON.parse('[1 2]')
JSON.parse('{"a":1 "b"}')
JSON.parse('{"a":1,}')
JSON.parse('abc')
JSON.parse('"abc')
JSON.parse('"a\\nb"')
JSON.parse('"\\\\x"')
JSON.parse('"\\\\u12"')
JSON.parse('01')
JSON.parse('1.')
JSON.parse('-')
JSON.parse('1e')
JSON.parse('tru')
JSON.parse('nul')
JSON.parse('truex')
JSON.parse('1 2')
JSON.parse(undefined)
JSON.parse({})
JSON.parse('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,x,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38]')
JSON.parse('{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":1,bbbbbbbbbbb:1')
JSON.parse(';')
JSON.parse('\u00e9')
function f() { f() } f()
new RegExp('[')
new RegExp('a**')
new RegExp('\\\\', 'u')
new RegExp('a', 'zz')
new RegExp('(?<a')
new RegExp('(?<a>x)(?<a>y)')
new RegExp('a{2,1}')
new RegExp('[b-a]')
new RegExp(')')
new RegExp('*')
new RegExp('(?:')
new RegExp('{1}', 'u')
new RegExp('\\\\k<a>', 'u')
var g = (function* () { g.next() })(); g.next()
(function* () {}).call().next.call(1)
var o = { [Symbol.iterator]: 1 }; [...o]
var o = { [Symbol.iterator]() { return 1 } }; [...o]
var o = { [Symbol.iterator]() { return {} } }; [...o]
var o = { [Symbol.toPrimitive]: 1 }; +o
var o = { [Symbol.toPrimitive]() { return {} } }; +o
+Object.create(null)
new Proxy({}, { get() { T() } }).x
'use strict'; new Proxy({}, { set() { return false } }).a = 1
'use strict'; delete new Proxy({}, { deleteProperty() { return false } }).a
Object.defineProperty(new Proxy({}, { defineProperty() { return false } }), 'a', {})
Object.getPrototypeOf(new Proxy({}, { getPrototypeOf() { return 1 } }))
Object.keys(new Proxy({}, { ownKeys() { return [1] } }))
var p = Proxy.revocable({}, {}); p.revoke(); p.proxy.x
var p = Proxy.revocable({}, {}); p.revoke(); p.proxy.x = 1
'x' in new Proxy(Object.freeze({ x: 1 }), { has() { return false } })
new Function('a', 'b', '}')
new Function('return T(')
new Intl_.X
Reflect.ownKeys(1)
Reflect.defineProperty(1)
Object.prototype.__proto__.x
({}).__proto__.__proto__.x
Array.prototype.concat.call(undefined)
String.prototype.trim.call(null)
Date.prototype.getTime.call({})
RegExp.prototype.exec.call({})
Number.prototype.toFixed.call('x')
Uint8Array.prototype.fill.call([])
Object.getOwnPropertyDescriptor(Uint8Array.prototype.__proto__, 'length').get.call({})
Uint8Array()
Function.prototype.toString.call({})
Error.prototype.toString.call(1)
Symbol.keyFor(1)
Symbol(Symbol())
\`\${Object.create(null)}\`
async function f() {} new f()
new (() => {})
new Math.max()
new ({ m() {} }).m()
function* g() {} new g()
x.y; const x = 1
typeof x; const x = 1
function f() { return y } f(); let y
class B extends (T(), Object) {}
class B { static m() { super.x.y } } B.m()
class B { m() { super.nope() } } new B().m()
var s = {}; s.t.u
s.t; var s
var { a, b: { c } } = { a: 1 }
var { a, ...b } = null
var [[a]] = [null]
var [a, b] = {}
var [a] = null
var [a] = 1
function f([a]) {} f({})
for (var x in und) T(); for (x of 1) ;
new Set([1]).has.call(1)
Set.prototype.size
[].flat.call(null)
Array(1.5)
[].fill.call(null)
[].length = 4294967296
new Array(4294967296)
(1).toPrecision(101)
(1).toExponential(101)
Number(1n) + Symbol()
BigInt.asIntN(-1, 1n)
BigInt(undefined)
BigInt(Symbol())
1n < Symbol()
1n >>> 0n
Math.max(1n)
isNaN(1n)
new DataView(1)
new DataView(new ArrayBuffer(1)).getInt8(1)
new Uint16Array(new ArrayBuffer(1))
new Uint8Array(1).set([1, 2])
encodeURIComponent('\\ud800')
new Date(Symbol())
Object(1n) + 1
Promise.all.call(1)
Promise.resolve.call(1)
await_.x
globalThis.nope()
this.nope()
this.nope.x
globalThis.nope.x()
a.b.c.d(); var a = { b: { c: {} } }
a.b().c(); var a = { b() { return {} } }
a().b(); var a = () => ({})
a[0](); var a = []
a['x y'](); var a = {}
a[b](); var a = {}, b = 'q'
a[b.c](); var a = {}, b = { c: 1 }
a[1 + 1](); var a = {}
(a || b)(); var a, b
(a ? b : c)(); var a, b, c
(function () {})()()
(() => {})()()
(async () => {})()()
'abc'()
/x/.y()
[].y()
({}).y()
(class {}).y()
\`x\`.y()
\`x\${1}\`.y()
new Date().y()
new (class Foo {})().y()
this()
super_()
a.b\`x\`; var a = {}
(!a)(); var a
(a = 1)(); var a
(a++)(); var a
(typeof a)(); var a
(a, b)(); var a, b
(a + b)(); var a, b
null()
undefined()
true()
obj?.nope()
obj?.a.nope()
obj.nope?.x.y(); obj.a.nope()
new (und.x)()
new (obj.nope)
new (() => {})()
new new Date()
new 1
new 'x'
new {}
new a.b.c(); var a = { b: {} }
new (a())(); var a = () => 1
f(...a); var f = 1, a = []
f.g(...a); var f = {}, a = []
new f(...a); var f = 1, a = []
obj.a.t(...1)
obj.a.t(...null)
[...1]
[...{}]
[...null]
new Map(1)
Array.from(1, 1)
Object.fromEntries(1)
yield_\`\`
und\`x\`
[a, b] = 1; var a, b
[a.b.c] = [1]; var a = {}
({ x: a.b.c } = { x: 1 }); var a = {}
({ a } = und); var a
({ a: { b } } = {}); var b
({ [T()]: a } = {}); var a`.split('\n')) console.log(s + '\n    ' + run(s));
