'use strict';
// Errors. Stacks are set by hand, since those of the engine are its own.
const { inspect } = require('util');

let show;
const frames = ['foo (/a/b.js:1:2)', 'Object.<anonymous> (/a/c.js:3:4)'];

function withFrames(error, lines = frames) {
  const head = error.stack.split(/\n\s+at /)[0].trimEnd();
  const value = head + lines.map((line) => `\n    at ${line}`).join('');
  return Object.defineProperty(error, 'stack', { value, writable: true, configurable: true });
}
const withoutFrames = (error) => withFrames(error, []);

class MyError extends Error {}
class Named extends Error { constructor(message) { super(message); this.name = 'Named'; } }
class NamedError extends Error { constructor(message) { super(message); this.name = 'NamedError'; } }
class Getter extends Error { get name() { return 'ByGetter'; } }
class Sub extends TypeError {}
class OnPrototype extends Error {}
OnPrototype.prototype.name = 'PrototypeError';
class Tagged extends Error { get [Symbol.toStringTag]() { return 'Tag'; } }

function showClasses(make) {
  for (const Class of [Error, TypeError, MyError, Named, NamedError, Getter, Sub, OnPrototype, Tagged]) {
    show(make(new Class('message')));
    show(make(new Class('')));
    show({ nested: [make(new Class('multi\nline'))] });
    show(make(Object.assign(new Class('m'), { code: 'X', errno: -2, details: { a: [1] } })));
  }
}

function showCauses(make) {
  show(make(new Error('outer', { cause: make(new Error('inner')) })));
  show(make(new Error('outer', { cause: 'text' })));
  show(make(new Error('outer', { cause: { a: 1 } })));
  show(make(new Error('outer', { cause: undefined })));
  show(make(new AggregateError([make(new Error('1')), make(new TypeError('2'))], 'several')));
  show(make(new AggregateError([])));
  show(make(new Error('a', { cause: make(new Error('b', { cause: make(new Error('c', { cause: 1 })) })) })));
  const self = make(new Error('self'));
  self.cause = self;
  show(self);
}

function showPlaces(make) {
  for (const value of [{ e: make(new Error('nested')) }, [[make(new Error('a\nb'))]],
    { a: { b: { c: make(new Error('deep')) } } }, { a: { b: { c: { d: make(new Error('deeper')) } } } },
    new Map([[1, make(new Error('in a map'))]])]) {
    show(value);
  }
  for (const options of [{ colors: true }, { compact: false }, { compact: true }, { showHidden: true }]) {
    console.log(inspect(make(new Error('m')), options));
    console.log(inspect(Object.assign(make(new Error('m')), { a: 1 }), options));
  }
}

function showOddities(make) {
  for (const name of [5, null, undefined, '', 'Custom', 'CustomError']) {
    show(Object.assign(make(new Error('m')), { name }));
  }
  for (const stack of [undefined, '', 5, 'a text of its own']) show(Object.assign(make(new Error('m')), { stack }));
  for (const message of ['changed', 5, '']) show(Object.assign(make(new Error('m')), { message }));
  show(Object.setPrototypeOf(make(new Error('m')), null));
  show(Object.setPrototypeOf(make(new TypeError('m')), null));
  show(Object.defineProperty(make(new Error('m')), 'name', { value: 'HiddenError', configurable: true }));
  show(Object.defineProperty(make(new Error('m')), 'stack', { enumerable: true }));
  show(Object.defineProperty(make(new Error('m')), 'errors', { value: [1] }));
  show(Object.assign(make(new Error('m')), { [inspect.custom]: () => 'custom' }));
  const coded = make(new Error('m'));
  coded.stack = coded.stack.replace('Error', 'TypeError [CODE]');
  show(Object.assign(coded, { code: 'CODE' }));
  show(Object.create(make(new Error('prototype'))));
  show(Object.assign(Object.create(Error.prototype), { message: 'x' }));
}

for (const make of [withFrames, withoutFrames]) {
  show = (value) => console.log(inspect(value));
  for (const part of [showClasses, showCauses, showPlaces, showOddities]) part((error) => make(error));
}

// Frames which the cause has too.
const shared = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name} (/x/${name}.js:1:1)`);
const inner = withFrames(new Error('inner'), ['z (/x/z.js:1:1)', ...shared]);
for (const cause of [inner, withFrames(new Error('i'), shared.slice(0, 3)),
  withFrames(new Error('i'), shared.slice(0, 4)), withFrames(new Error('i'), shared.slice(2))]) {
  const outer = withFrames(new Error('outer', { cause }), ['y (/x/y.js:1:1)', ...shared]);
  console.log(inspect(outer), inspect(outer, { colors: true }));
}
console.log(inspect(withFrames(new Error('m'), ['x (/p/node_modules/foo/index.js:1:2)',
  'y (/p/node_modules/@scope/bar/node_modules/baz/index.js:1:2)', 'node:internal/util:1:2', 'z (node:fs:1:2)',
  'w (/p/a.js:1:1)']), { colors: true }));
