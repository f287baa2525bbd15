// An arrow function uses the arguments of the function around it, also when that does not.
function one(a) { return (() => arguments.length)(); }
function element(a) { const get = () => arguments[1]; return get(); }
function spread(a, b) { return (() => [...arguments])(); }
function deep(a) { return (() => () => (() => Array.from(arguments))())()(); }
function mapped(a) { (() => { arguments[0] = 'changed'; })(); return a; }
function strict(a) { 'use strict'; (() => { arguments[0] = 'changed'; })(); return [a, arguments[0], (() => this)()]; }
function initial(a, b = 2) { return (() => [arguments.length, b])(); }
function pattern({ a }, ...rest) { return (() => [arguments.length, a, rest])(); }
function later(a) { return { get: () => arguments, self: this }; }
function own(a) { function arguments() {} return (() => typeof arguments)(); }
function variable(a) { var arguments = 5; return (() => arguments)(); }
function parameter(arguments) { return (() => arguments)(); }
const object = { method(a) { return (() => [arguments.length, this === object])(); }, set value(v) { this.seen = (() => arguments[0])(); } };
class Class { constructor(a) { this.count = (() => arguments.length)(); } static make(a) { return (() => new Class(...arguments))(); } }
function* generator(a) { yield* (() => arguments)(); }
async function asynchronous(a) { await null; return (async () => { await null; return [...arguments]; })(); }
const bind = (fn) => function(first) { return (() => fn.apply(this, arguments))(); };
console.log(one(1, 2, 3), element(1, 'b'), spread(1, 2, 3), deep(1, 2), mapped('a'), strict('a'));
console.log(initial(1), initial(1, 3, 4), pattern({ a: 1 }, 2, 3), later.call('t', 1, 2).get().length);
console.log(own(1), variable(1), parameter(7), object.method(1, 2));
object.value = 'set';
console.log(object.seen, new Class(1, 2).count, Class.make(1, 2, 3).count, [...generator(1, 2)]);
asynchronous(1, 2).then((all) => console.log(all));
console.log(bind(function(...all) { return [this.name, all]; }).call({ name: 'n' }, 1, 2, 3));
console.log(one.toString());
