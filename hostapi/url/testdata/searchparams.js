'use strict';
// URLSearchParams: making, reading, changing, showing.
const util = require('util');
const show = (params) => JSON.stringify([...params]);
const inits = ['', '?', 'a', 'a=', '=a', '=', '&', '&&a=b&&', 'a=b&c=d', '?a=b', '??a=b', 'a=b=c', 'a+b=c+d', '%41=%42', '%zz=%4', 'a=%ff', 'a=%C3%A9', 'é=ü',
  'a=%F0%9F%98%80', '%e2%82=%ac', 'a=%zzé', 'a=%41%zzé', 'a#b=c', 'a;b', 'a=1&a=2&a=1', ' a = b ', 'a=\ud800', 'a%00b=c', 'a[]=1&a[b]=2', "!'()*-._~", 'a=b\n&c'];
for (const init of inits) console.log(JSON.stringify(init), show(new URLSearchParams(init)), new URLSearchParams(init).toString());
const values = [undefined, null, 5, true, {}, { a: 1, b: [2, 3] }, { 'é': 'ü', ' ': ' ' }, [], [['a', 'b']], [['a', 1], ['a', null]], new Map([['m', 'n']]),
  new URLSearchParams('x=y'), [new Set(['p', 'q'])], [['a']], [['a', 'b', 'c']], ['ab'], [5], [null], [[]], { [Symbol.iterator]: 5 }, { [Symbol.iterator]: null, z: 1 }, [{}],
  new Date(NaN), () => {}, Symbol('s'), { [Symbol('k')]: 1 }, { '\ud800': 1, '\ufffd': 2 }, new String('s=t'), 'x'];
for (const value of values) {
  try {
    console.log(util.inspect(value), show(new URLSearchParams(value)));
  } catch (error) {
    console.log(util.inspect(value), error.name, error.code, error.message);
  }
}
const params = new URLSearchParams('b=2&a=1&b=3&c=&a=0');
console.log(params.size, params.get('a'), params.get('x'), params.getAll('b'), params.getAll('x'), params.has('c'), params.has('b', '3'), params.has('b', '4'), params.has('b', undefined));
params.append('d', 'e f');
params.set('b', 'only');
params.set('new', 5);
console.log(show(params));
params.delete('a', '1');
console.log(show(params));
params.delete('a');
params.sort();
console.log(show(params), params.size, String(params));
console.log([...params.keys()], [...params.values()], [...params.entries()]);
params.forEach(function each(value, key, all) { console.log(value, key, all === params, this.t); }, { t: 1 });
const iterator = params.entries();
console.log(iterator.next(), iterator[Symbol.iterator]() === iterator, Object.prototype.toString.call(iterator), typeof iterator.next);
console.log(util.inspect(iterator), util.inspect(params.keys()), util.inspect(new URLSearchParams().values()));
console.log(params, new URLSearchParams(), util.inspect(params, { depth: 0 }), util.inspect({ a: { params } }, { depth: 0 }), util.inspect({ a: { b: { params } } }, { depth: 1 }));
console.log(new URLSearchParams('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&cccccccccccccccccccc=dddddddddddddddddd'));
for (const f of [() => params.append('a'), () => params.append(), () => params.delete(), () => params.get(), () => params.getAll(), () => params.has(), () => params.set('a'),
  () => params.forEach(), () => params.forEach(5), () => URLSearchParams.prototype.get.call({}, 'a'), () => params.append(Symbol('s'), 'a'), () => iterator.next.call({})]) {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const changing = new URLSearchParams('a=1&b=2&c=3');
for (const [key] of changing) { console.log(key); changing.delete(key); }
const sorted = new URLSearchParams('z=1&é=2&\ud83d\ude00=3&\uff61=4&z=0&a=9');
sorted.sort();
console.log(String(sorted));
console.log(Object.keys(URLSearchParams.prototype).join(), URLSearchParams.length, URLSearchParams.prototype[Symbol.iterator] === URLSearchParams.prototype.entries, `${params}` === params + '');
