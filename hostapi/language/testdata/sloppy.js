// Code made at run time, and variables in catch blocks, as node takes them.
function f() {
  try { throw 1 } catch (e) { console.log(e); var e = 2; console.log(e); var a = 3, e = 4; var b; if (a) var e = 5; console.log(e, a); var e; }
  console.log(e, a, b);
  try { throw 7 } catch (x) { for (var x = 0; x < 2; x++) console.log(x); for (var x in { k: 1 }) console.log(x); { switch (1) { case 1: var x = 'c' } } var [x, y] = [8, 9]; console.log(x, y); (() => { var x = 5; return x })(); console.log(x); var x = function () {}; console.log(x.name) }
  console.log(x, y);
}
f();
try { throw 1 } catch (e) { var e = 3 } console.log(e);
console.log(new Function('return 08')(), new Function('"x"\n--> c\nreturn 9 <!-- d')(), (0, eval)('"\\u{10FFFF}".length'), new Function('return "\\u{10FFFF}".length')());
console.log((0,eval)('if (1) { function q() { return 2 } }; 5'), typeof q, (0,eval)('/[[a-z]--[b]]/v.test("b")'), delete globalThis.nothing);
function deep() { return (0, eval)('(function g() { try { return g() } finally { 1 } })') }
try { deep()() } catch (e) { console.log(e.name, e.message) }
for (const t of ['a b', '}', 'var 1', 'return 1', 'let x; let x', 'a: function f(){}']) { try { console.log((0,eval)(t)) } catch (e) { console.log(e.name, e.message) } }
(0,eval)('var dv = 1'); console.log(delete globalThis.dv, (0,eval)('let z = 3; z'), (0,eval)('let z = 4; z'), (0,eval)('"use strict"; this === globalThis'));
