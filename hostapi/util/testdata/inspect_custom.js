'use strict';
// [util.inspect.custom], the options it gets, and the options of inspect itself.
const util = require('util');
const { inspect } = util;

const { custom } = inspect;
const show = (value, ...options) => {
  try {
    console.log(inspect(value, ...options));
  } catch (error) {
    console.log('threw', error.message);
  }
};
const by = (method) => ({ [custom]: method });

for (const result of ['text', { a: 1 }, ['a\nb'], 5, undefined, null, Symbol('x'), true, 'multi\nline']) {
  show(by(() => result));
  show({ a: { b: by(() => result) } });
}
show(by(function() { return this; }));
show({ [custom]: 5, a: 1 });
show(by(() => { throw new Error('thrown'); }));
show(by(() => 'x'), { customInspect: false });
show(class { static [custom]() { return 'static'; } });
show({ inspect() { return 'not any more'; } });
class Custom { [custom]() { return 'custom'; } }
show([new Custom(), Custom.prototype, new (class extends Custom {})()]);

// Arguments.
const args = by((depth, options, again) => `${depth} ${Object.keys(options).sort()} ${again === inspect}`);
show(args);
show({ a: { args } });
show({ a: { b: { c: { args } } } }, { depth: null });
show(by((depth, options) => `${options.depth} ${depth} ${options.mine}`), { depth: 7, mine: 'own' });
show({ a: by((depth, options) => options.stylize('styled', 'special')) }, { colors: true });
show({ a: by((depth, options, again) => again({ x: { y: { z: 1 } } }, options)) });
show(new Proxy(by((depth, options) => `${Object.getPrototypeOf(options)}`), {}));

// Old argument order, options that change everything.
show({ a: { b: { c: { d: 1 } } } }, true);
show({ a: { b: { c: { d: 1 } } } }, false, 1);
show({ a: { b: { c: { d: 1 } } } }, false, null, true);
show({ a: 1 }, null);
show({ a: 1, b: ['x'] }, { stylize: (text, style) => `${style}(${text})` });
console.log(inspect.colors, inspect.styles, inspect.defaultOptions);
inspect.defaultOptions = { depth: 0, compact: false };
show({ a: { b: 1 } });
console.log({ a: { b: 1 } }, util.format('%O', { a: { b: 1 } }));
inspect.defaultOptions = { depth: 2, compact: 3 };
try {
  inspect.defaultOptions = null;
} catch (error) {
  console.log(error.code, error.message);
}
inspect.styles.number = 'red';
inspect.colors.grey = [1, 2];
console.log(inspect([1, undefined], { colors: true }), inspect.colors.gray);
