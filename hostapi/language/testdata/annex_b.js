// Sloppy code of old: functions in blocks, labelled functions, octal numbers,
// __proto__ in literals, with.
const results = [];
function check(name, f) { try { console.log(name, f()); } catch (e) { console.log(name, e.name); } }
check('if block', function () { if (true) { function f() { return 1; } } return f(); });
check('before', function () { const before = typeof f; { function f() {} } return before + typeof f; });
check('not entered', function () { if (false) { function f() {} } return typeof f; });
check('if statement', function () { if (true) function f() { return 2; } return f(); });
check('else statement', function () { if (false) function f() { return 1; } else function f() { return 3; } return f(); });
check('block binding', function () { { function f() { return 1; } f = 5; var inner = f; } return [typeof f, inner]; });
check('hoisted in block', function () { { var x = f(); function f() { return 'up'; } } return x + f(); });
check('two blocks', function () { { function f() { return 1; } } { function f() { return 2; } } return f(); });
check('same block', function () { { function f() { return 1; } function f() { return 2; } } return f(); });
check('nested', function () { { { function f() { return 'deep'; } } } return f(); });
check('nested same', function () { { function f() { return 'outer'; } { function f() { return 'inner'; } } } return f(); });
check('let at the top', function () { let f = 'let'; { function f() {} } return f; });
check('let between', function () { { let f = 1; { function f() { return 2; } } } return typeof f; });
check('parameter', function (f) { { function f() { return 1; } } return typeof f; });
check('parameter pattern', function ({ f } = { f: 0 }) { { function f() {} } return typeof f; });
check('var', function () { var f = 1; { function f() {} } return typeof f; });
check('top function', function () { function f() { return 'top'; } { function f() { return 'block'; } } return f(); });
check('switch', function () { switch (1) { case 1: function f() { return 'case'; } } return f(); });
check('switch before', function () { switch (2) { case 1: function f() { return 'case'; } case 2: var x = typeof f; } return [x, typeof f]; });
check('for let', function () { for (let f = 0; f < 1; f++) { function f() {} } return typeof f; });
check('for of let', function () { for (const f of [1]) { function f() {} } return typeof f; });
check('loop', function () { const all = []; for (let i = 0; i < 3; i++) { function f() { return i; } all.push(f); } return all.map((g) => g()) + '' + f(); });
check('catch', function () { try { throw 1; } catch (f) { { function f() { return 'c'; } } } return typeof f; });
check('catch pattern', function () { try { throw { f: 1 }; } catch ({ f }) { { function f() { return 'c'; } } } return typeof f; });
check('try', function () { try { function f() { return 't'; } } finally {} return f(); });
check('strict', function () { 'use strict'; { function f() {} } return typeof f; });
check('strict around', function () { 'use strict'; return (function () { { function f() {} } return typeof f; })(); });
check('generator', function () { { function* f() {} } return typeof f; });
check('async', function () { { async function f() {} } return typeof f; });
check('arrow', () => { { function f() { return 'arrow'; } } return f(); });
check('closure', function () { const g = () => f(); { function f() { return 'late'; } } return g(); });
check('while', function () { let n = 0; while (n++ < 1) { function f() { return n; } } return f(); });
check('label block', function () { a: { function f() { return 'l'; } break a; } return f(); });
check('text', function () { { function f(a,  b) { /* kept */ } } return f + f.name + f.length; });
check('this', function () { { function f() { return this === globalThis; } } return f(); });
check('class', function () { class C { m() { { function f() {} } return typeof f; } } return new C().m(); });
check('eval', function () { { function f() { return 'e'; } } return eval('f()'); });
check('recursion', function () { { function f(n) { return n ? n * f(n - 1) : 1; } } return f(5); });
check('assign later', function () { { function f() { return 1; } } f = 2; return f; });
check('delete', function () { { function f() {} } return delete f; });
check('regexp inside', function () { { function f() { return /\p{L}/u.test('é'); } } return f(); });
labelled: function lf() { return 'labelled'; }
console.log(lf());
console.log(010, 0o10, '\101\0\7'.length, -017);
console.log({ __proto__: null } instanceof Object, Object.keys({ __proto__: { a: 1 } }), { ['__proto__']: 1 }.hasOwnProperty('__proto__'), { __proto__() {} }.hasOwnProperty('__proto__'));
var undefinedVar; with ({ inside: 1 }) { console.log(inside, typeof undefinedVar); }
console.log(typeof escape, escape('é %'), unescape('%E9%u20AC'), (function () { return typeof arguments.callee; })());
