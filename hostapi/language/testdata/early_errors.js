// Which lines are scripts, and what is wrong with the others.
'use strict';
const vm = require('vm');
const snippets = String.raw`
[f()] = [1]
({a: f()} = {})
1 = 2
a + b = 2
(a, b) = 1
(a = 1) = 2
this = 1
new.target
function f() { new.target = 1 }
a?.b = 1
[a?.b] = []
({a}) = 1
([a]) = 1
(a) = 1
[(a)] = [1]
({a: (b)} = {})
({a: 1} = {})
({get a() {}} = {})
({a = 1})
({a = 1}, 1)
({a = 1} = {})
[a = 1] = []
let [a, a] = []
let {a, b: a} = {}
let a; let a
let a; var a
var a; let a
const a
const a = 1, b
for (const a of []) ;
for (const a = 1;;) break
for (const a;;) break
for (var a = 1 in {}) ;
"use strict"; for (var a = 1 in {}) ;
for (let of []) ;
for (async of => 1;;) break
let let = 1
var let = 1; let
"use strict"; var let = 1
let
[a]
var async = 1; async
async
function f() {}
async () => {}
async x => x
async (x) => { await x }
async
x => x
var await = 1
async function f() { var await }
async function await() {}
async function f() { function await() {} }
(async function await() {})
function* f() { var yield }
function* f(a = yield) {}
function* yield() {}
"use strict"; function* yield() {}
(function* yield() {})
var yield = 1; yield
"use strict"; var yield
"use strict"; yield: 1
function* f() { yield
* 2 }
function* f() { yield* }
await 1
await x
for await (const a of b) ;
async function f() { for await (const a of b) ; }
async function* f() { yield await 1 }
async function* f() { yield* g() }
function f() { await 1 }
function f() { for await (x of y) ; }
() => await 1
class A { async constructor() {} }
class A { *constructor() {} }
class A { get constructor() {} }
class A { set constructor(v) {} }
class A { constructor() {} constructor() {} }
class A { "constructor"() {} "constructor"() {} }
class A { constructor = 1 }
class A { "constructor" = 1 }
class A { static constructor = 1 }
class A { static prototype = 1 }
class A { static prototype() {} }
class A { static "prototype"() {} }
class A { prototype() {} }
class A { #constructor }
class A { #a; #a }
class A { get #a() {} set #a(v) {} }
class A { get #a() {} get #a() {} }
class A { static get #a() {} set #a(v) {} }
class A { #a() {} #a }
class A { m() { this.#b } }
class A { m() { delete this.#a } #a }
class A { m() { delete this?.#a } #a }
class A { m() { delete (this.#a) } #a }
class A { #a; m() { #a } }
class A { #a; m() { #a in this } }
class A { #a; m() { #a in #a in this } }
class A { #a; m() { 1 + #a in this } }
class A { #a; m(o) { return o?.#a } }
#a in b
this.#a
class A extends B { constructor() { super() } }
class A { constructor() { super() } }
class A { m() { super() } }
class A extends B { m() { super() } }
class A extends B { x = super() }
class A { static { super.y } }
class A { static { super() } }
class A { static { arguments } }
class A { static { return } }
class A { static { yield } }
class A { static { var a; let a } }
class A { static { break } }
class A { static { function f() { return } } }
class A { static { async () => { await 1 } } }
class A { x = arguments }
class A { x = () => arguments }
class A { x = function () { arguments } }
class A { [arguments] }
class A { x = await 1 }
class A { x = yield }
class A { static async *#m() {} }
class A { static static static }
class A { static async }
class A { async }
class A { get }
class A { set }
class A { get; set }
class A { get x }
class A { get
x() {} }
class A { async
x() {} }
class A { static
x() {} }
class A { x y }
class A { x; y }
class A { x = 1 y }
class A { x
y }
class A { 'a'; 1; [b]; }
class A extends B, C {}
class A extends a = b {}
class A extends B ? C : D {}
class static {}
class yield {}
class await {}
class A { m() { with (a) b } }
class A { m(a, a) {} }
class A { get x(a) {} }
class A { set x() {} }
class A { set x(a, b) {} }
class A { set x([a]) {} }
class { }
class
({ get x(a) {} })
({ set x() {} })
({ super() { super.x } })
({ m: function () { super.x } })
({ m() { super.x } })
({ m() { super() } })
({ m() { super } })
({ async m() { super.x } })
({ *m() { super.x } })
({ get a() { return super.x } })
super.x
super()
function f() { super.x }
() => super.x
({ __proto__: 1, __proto__: 2 })
({ __proto__: 1, "__proto__": 2 })
({ __proto__: 1, ["__proto__"]: 2 })
({ __proto__: 1, __proto__() {} })
({ __proto__() {}, __proto__: 1 })
({ __proto__: 1, __proto__ })
({ __proto__: a, __proto__: b } = {})
({ __proto__: 1, get __proto__() {} })
({ async *[a]() {}, get [b]() {}, set [c](v) {}, async get() {}, get async() {} })
({ a b })
({ a: 1, })
({ , })
({ get a })
({ if: 1, class: 2 })
({ eval, arguments })
"use strict"; ({ eval } = {})
"use strict"; ({ eval })
"use strict"; eval = 1
"use strict"; arguments++
"use strict"; --eval
"use strict"; [arguments = 1] = []
"use strict"; for (eval of []) ;
"use strict"; for (arguments in {}) ;
"use strict"; var eval
"use strict"; let arguments
"use strict"; function eval() {}
"use strict"; function f(eval) {}
"use strict"; (eval) => 1
"use strict"; eval => 1
"use strict"; try {} catch (eval) {}
"use strict"; class eval {}
"use strict"; (eval) = 1
"use strict"; eval.x = 1
"use strict"; delete a
"use strict"; delete (a)
"use strict"; delete ((a))
"use strict"; delete a.b
"use strict"; with (a) b
"use strict"; 010
"use strict"; "\01"
"use strict"; "\08"
"use strict"; "\8"
"use strict"; "\0"
"\01"; "use strict"
function f() { "\01"; "use strict" }
010
08
09.5
010.5
07n
08n
0n
1n
01n
1.5n
1e3n
0b12
0b
0o8
0xg
0x
1_000
1__0
_1
1._5
1e1_0
1e_1
00_1
0b1_0
0x_1
1_0n
3in []
3.in
1..a
1.a
0B1+0O7+0XF
"a
"a\
b"
'\u2028'
\u0061bc = 1
var \u{61}bc
var a\u{2F}
var \u0031
v\u0061r a
({ v\u0061r: 1 })
var v\u0061r
l\u0065t a
l\u0065t
\u0061sync () => 1
async functi\u006fn f() {}
class A { st\u0061tic m() {} }
n\u0065w.target
async () => { \u0061wait 1 }
function* f() { yi\u0065ld 1 }
f\u006fr (;;) break
tru\u0065
var tru\u0065
x.tru\u0065
${'`'}\u{110000}${'`'}
${'`'}\01${'`'}
a${'`'}\01 \u{110000} \xg${'`'}
${'`'}${'$'}{}${'`'}
${'`'}${'$'}{a${'`'}
${'`'}abc
a?.${'`'}b${'`'}
a?.[0]?.(1)?.b
a?.5:1
(a ?? b) || c
a ?? (b && c)
-1 ** 2
(-1) ** 2
2 ** -1
typeof a ** 2
await a ** 2
async () => { await a ** 2 }
delete a ** 2
++a ** 2
a ** b ** c
a &&= 1
a ||= 1
a ??= 1
[a] &&= 1
({a}) ??= 1
f() &&= 1
f() ??= 1
a => {} ()
a => {} || 1
(a => {}) ()
a => {}
()
() + 1
(a, b) => 1
(a,) => 1
(,) => 1
(a, ...b) => 1
(a, a) => 1
([a], a) => 1
(a
) => 1
(a)
=> 1
a
=> 1
(a = 1) => { "use strict" }
function f(a = 1) { "use strict" }
function f([a]) { "use strict" }
function f(...a) { "use strict" }
function f(a) { "use strict" }
function f(a, a) {}
function f(a, a) { "use strict" }
"use strict"; function f(a, a) {}
function f(a, [a]) {}
function f(a, a = 1) {}
function f(a, ...a) {}
function f(a, b, ) {}
function f(a,, b) {}
function f(...[a, b]) {}
function f(a) { let a }
function f(a) { var a }
function f(a) { { let a } }
function f() { let arguments }
function f() { var a; let a }
function f() { let a; function a() {} }
function f() { function a() {} function a() {} }
{ function a() {} function a() {} }
"use strict"; { function a() {} function a() {} }
{ async function a() {} async function a() {} }
{ let a; function a() {} }
{ let a; var a }
{ function a() {} var a }
switch (1) { case 1: let a; case 2: let a }
switch (1) { case 1: function a() {} case 2: function a() {} }
switch (1) { default: default: }
try {} 
try {} catch {}
try {} catch (a) { let a }
try {} catch (a) { var a }
try {} catch ([a]) { var a }
try {} catch ([a, a]) {}
try {} catch (a) { for (var a of []) ; }
try {} catch (a = 1) {}
try {} catch () {}
try {} finally {}
if (1) function f() {}
"use strict"; if (1) function f() {}
if (1) async function f() {}
if (1) function* f() {}
if (1) let
if (1) let
a
if (1) class A {}
while (0) function f() {}
while (0) let
[a] = b
do function f() {} while (0)
do 1; while (0) 2
do a
while (0)
do a while (0)
l: function f() {}
"use strict"; l: function f() {}
l: function* f() {}
l: async function f() {}
l: class A {}
l: l: 1
l: { l: 1 }
l: { function f() { l: 1 } }
l: 1; l: 2
break
continue
break l
l: break l
l: while (0) continue l
l: { while (0) continue l }
l: m: while (0) continue l
l: while (0) { m: while (0) continue l }
while (0) { function f() { break } }
if (1) break
switch (1) { case 1: break }
switch (1) { case 1: continue }
l: if (1) { break l }
return
{ return 1 }
throw
throw
1
throw 1
a b
a
++
b
a++
b
a
++b
if (a) else b
if a
for (;;
while
var
var 1
var a,
let
let a b
function
(function () {})
(function a.b() {})
new
new a.b.c
new a()()
new new a
import("x")
import(a, b)
(a, b
[a, b
{ a
a)
a]
a}
a.
a.1
a.#b
a[
a[]
a,
,a
*
=>
...a
f(...a)
f(...a, ...b)
f(a,)
f(,)
[...a]
[...]
[,]
[,,a]
[...a, b] = c
[...a,] = c
[...a = 1] = c
[...[a]] = c
({...a})
({...a} = b)
({...a, b} = c)
({...{a}} = b)
({...a.b} = c)
let {...{a}} = b
let [...[a]] = b
let {...a, b} = c
({a, b}) => 1
([a.b]) => 1
async (a, a) => 1
async () => { (await) => 1 }
function* f() { (a = yield) => 1 }
async () => { (a = await 1) => 1 }
<!-- comment
1 <!-- comment
--> comment
*/ --> comment
/* a */ --> comment
1
--> comment
#!hashbang
 #!hashbang
1; #!x
enum
enum = 1
var enum
var package
"use strict"; var package
"use strict"; implements = 1
var interface = 1
null = 1
typeof
void
delete
in
instanceof
a in
a instanceof
debugger
debugger 1
with (a) b
with (a) function f() {}
if (1) { } else function f() {}
/(/
/a/gg
/a/q
/a/uv
/[z-a]/
/\u{110000}/u
/a
/(?<a>.)(?<a>.)/
/\k<a>/u
/a/d
/a/v
/\p{Foo}/u
/{1}/u
/{1}/
/(?:a/
/)/
/a**/
/a{2,1}/
@
a @ b
\
§
a§
"\
😀
var 😀
var a😀
var ℮
var a·
x = { a: 1, b }
;;;
{}
{};
{}[]
{} + 1
({}) = 1
({}).a = 1
[] = 1
[].a = 1
{a: 1, b: 2}
{a: 1}
a: b: c
yield
await
static
of
get
set
from
as
target
meta
`.split('\n').filter((line) => line !== '');
for (const text of snippets) {
  try {
    new vm.Script(text, { filename: 's.js' });
    console.log('ok   ', text);
  } catch (e) {
    console.log(text, ' -> ', e.name + ': ' + e.message);
  }
}

// Texts that goja refuses or takes for something else.
const o = { __proto__: { a: 1 }, __proto__() { return 2 } }; console.log(Object.keys(o), o.a, o.__proto__(), o.__proto__.name);
const q = { get __proto__() { return 3 }, __proto__: null }; console.log(q.__proto__, Object.getPrototypeOf(q));
l: m: for (let i = 0; i < 3; i++) { for (;;) { console.log(i); continue l } }
