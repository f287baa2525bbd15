'use strict';
// Functions and classes.
const { inspect } = require('util');

const show = (value, options) => console.log(inspect(value, options));
class Foo {}

for (const value of [
  function() {}, function foo() {}, () => {}, async () => {}, async function a() {}, function* g() {},
  class {}, class A {}, class extends Foo {}, class B extends Foo {}, class extends null {},
  class   Spaces  extends  Map  {}, class Static { static x = 1; }, class { static name = 'named'; },
  Object.assign(() => {}, { a: 1 }), Object.assign(function foo() {}, { a: 1, b: { c: 1 } }),
  Object.assign(class Foo {}, { a: 1 }), Object.setPrototypeOf(function foo() {}, null),
  Object.setPrototypeOf(class Foo {}, null), Object.setPrototypeOf(() => {}, Foo.prototype),
  Object.defineProperty(function() {}, 'name', { value: 5 }),
  Object.defineProperty(class Foo {}, 'name', { value: '' }),
  Object.defineProperty(() => 1, Symbol.toStringTag, { value: 'X' }),
  Math.max, Map, Function.prototype, (function() {}).bind(), (function f() {}).bind(),
  new Proxy(function foo() {}, {}), new Function('a', 'b', 'return 1'),
]) {
  show(value);
  show({ value });
  show([[[value]]], { colors: true });
}
show({ foo() {}, bar: () => {}, async baz() {}, *gen() {}, async() {}, get x() { return 1; } });
show(class Methods { static async s() {} static *g() {} m() {} });
show([(class { async m() {} }).prototype.m, (class { *m() {} }).prototype.m]);
for (const value of [Symbol, Object, Error.prototype.constructor, Promise, Reflect.apply, JSON.parse]) show(value);
