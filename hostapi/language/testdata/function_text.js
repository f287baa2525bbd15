'use strict';
// The text of functions that have none of their own.
function named() {}
const show = (f) => console.log(JSON.stringify(Function.prototype.toString.call(f)), f.name);
show(named.bind());
show(named.bind().bind());
show((() => {}).bind());
show(class A {}.bind());
show(Math.max);
show(Math.max.bind());
show(Object.getOwnPropertyDescriptor(Map.prototype, 'size').get);
show(Symbol.prototype[Symbol.toPrimitive]);
console.log(String(named.bind()), `${(async () => {}).bind()}`);
