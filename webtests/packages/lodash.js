// lodash: collections, paths, functions, templates, chains.
const _ = require('lodash');

const people = [
  { name: 'Ada', born: 1815, tags: ['math', 'poetry'], address: { city: 'London', geo: { lat: 51.5 } } },
  { name: 'Grace', born: 1906, tags: ['navy', 'math'], address: { city: 'New York' } },
  { name: 'Alan', born: 1912, tags: ['math', 'biology'], address: { city: 'London' } },
  { name: 'Barbara', born: 1928, tags: [], address: null },
];
console.log(_.groupBy(people, 'address.city'));
console.log(_.keyBy(people, 'name').Ada, _.countBy(_.flatMap(people, 'tags')));
console.log(_.sortBy(people, [(p) => -p.tags.length, 'born']).map((p) => p.name), _.orderBy(people, ['address.city', 'born'], ['desc', 'asc']).map((p) => p.name));
console.log(_.partition(people, (p) => p.born < 1910).map((half) => _.map(half, 'name')), _.find(people, { address: { city: 'London' } }).name);
console.log(_.get(people, '[0].address.geo.lat'), _.get(people, [3, 'address', 'x'], 'none'), _.has(people[0], 'address.geo'), _.at(people, '[1].name', '[2].tags[1]'));
console.log(_.chunk(_.range(10), 3), _.zip(['a', 'b'], [1, 2], [true]), _.unzip([['a', 1], ['b', 2]]), _.zipObjectDeep(['a.b[0].c', 'a.b[1].d'], [1, 2]));
console.log(_.difference([1, 2, 3], [2]), _.differenceBy([2.1, 1.2], [2.3], Math.floor), _.intersectionWith([{ x: 1 }], [{ x: 1 }], _.isEqual), _.xor([1, 2], [2, 3]), _.unionBy([2.1], [1.2, 2.3], Math.floor));
console.log(_.flattenDeep([1, [2, [3, [4]]]]), _.flattenDepth([1, [2, [3, [4]]]], 2), _.compact([0, 1, false, 2, '', 3]), _.sortedUniq([1, 1, 2]), _.uniqBy([2.1, 1.2, 2.3], Math.floor));
console.log(_.merge({ a: [{ b: 2 }, { d: 4 }] }, { a: [{ c: 3 }, { e: 5 }] }), _.mergeWith({ a: [1] }, { a: [2] }, (x, y) => (_.isArray(x) ? x.concat(y) : undefined)), _.defaultsDeep({ a: { b: 2 } }, { a: { b: 1, c: 3 } }));
console.log(_.set({}, 'a[0].b.c', 4), _.unset({ a: 1 }, 'a'), _.update({ n: 1 }, 'n', (n) => n + 1), _.invert({ a: 1, b: 2 }), _.transform([2, 3], (r, n) => r.push(n * n), []));
console.log(_.pick({ a: 1, b: 2, c: { d: 3 } }, ['a', 'c.d']), _.omit({ a: 1, b: 2, c: { d: 3, e: 4 } }, ['b', 'c.d']), _.pickBy({ a: 1, b: 'x' }, _.isNumber), _.mapValues({ a: { n: 1 } }, 'n'), _.mapKeys({ a: 1 }, (v, k) => k + v));

// Copies and comparison of everything.
const source = { date: new Date(5), re: /x/gi, map: new Map([['k', { v: 1 }]]), set: new Set([1, [2]]), typed: new Float32Array([1.5]), buffer: Buffer.from('b'), nested: { u: undefined, n: null, nan: NaN }, sym: { [Symbol.for('s')]: 1 } };
source.self = source;
const copy = _.cloneDeep(source);
console.log(copy, _.isEqual(source, copy), copy.self === copy, copy.map.get('k') !== source.map.get('k'));
for (const [a, b] of [[NaN, NaN], [0, -0], [[1, 2], [1, 2]], [new Set([1]), new Set([1])], [new Map([[1, 2]]), new Map([[1, 3]])], [/a/, /a/g], [new Error('a'), new Error('a')], [Symbol.iterator, Symbol.iterator], [Object(1), 1]]) {
  process.stdout.write(`${_.isEqual(a, b)} `);
}
console.log();
for (const value of [null, undefined, '', 'a', 0, 1n, NaN, [], {}, new Map(), function f() {}, /r/, new Date(0), Symbol('s'), Buffer.alloc(1), (function() { return arguments; })(1), new (class A {})(), Object.create(null), new Error('e'), new Proxy({}, {}), Promise.resolve()]) {
  console.log(Object.prototype.toString.call(value), ['isPlainObject', 'isObjectLike', 'isArrayLike', 'isEmpty', 'isElement', 'isArguments', 'isBuffer', 'isDate', 'isError', 'isFunction', 'isInteger', 'isMap', 'isNative', 'isNil', 'isNumber', 'isRegExp', 'isSafeInteger', 'isSymbol', 'isTypedArray'].filter((name) => _[name](value)).join());
}

// Text.
console.log(['fooBar', '__FOO_BAR__', 'XMLHttpRequest', 'déjà vu', 'a1b2c3', "don't stop"].map((s) => [_.camelCase(s), _.kebabCase(s), _.snakeCase(s), _.startCase(s), _.upperFirst(s), _.words(s), _.deburr(s)]));
console.log(_.truncate('hi-diddly-ho there, neighborino', { length: 24, separator: /,? +/ }), _.pad('abc', 8, '_-'), _.escape('fred, barney & <pebbles>'), _.unescape('&lt;&amp;&#39;'), _.escapeRegExp('[a](b)*'), _.template('hello <%- user %>! <% _.forEach(list, (x) => { %><i><%= x %></i><% }) %> ${more}')({ user: '<b>', list: [1, 2], more: 'end' }));
console.log(_.split('a-b-c', '-', 2), _.parseInt('08'), _.repeat('*', 3), _.lowerCase('--Foo-Bar--'), [..._.toArray('a👍b')], _.size('a👍b'), _.trim('-_-abc-_-', '_-'), _.words('fred, barney, & pebbles', /[^, ]+/g));

// Functions.
const calls = [];
const memo = _.memoize((n) => { calls.push(n); return n * 2; });
console.log(memo(2), memo(2), calls, _.curry((a, b, c) => [a, b, c])(1)(2, 3), _.curry((a, b) => [a, b])(_, 2)(1), _.partial((a, b) => [a, b], _, 'x')('y'), _.flow([Math.abs, Math.sqrt, (x) => x + 1])(-16), _.flip((...a) => a)(1, 2), _.rearg((...a) => a, [2, 0, 1])('b', 'c', 'a'), _.overArgs((x, y) => [x, y], [(n) => n * n, (n) => n * 2])(9, 3));
console.log(_.over([Math.max, Math.min])(1, 2, 3), _.cond([[_.matches({ a: 1 }), _.constant('A')], [_.stubTrue, _.constant('other')]])({ a: 1 }), _.attempt(() => { throw new Error('x'); }).message, _.negate(_.isNil)(1), _.times(3, String), _.spread((a, b) => a + b)([1, 2]), _.wrap(_.escape, (f, t) => `<p>${f(t)}</p>`)('a & b'));
console.log(_([1, 2, 3, 4, 5, 6]).filter((n) => n % 2).map((n) => n * n).take(2).value(), _.chain(people).map('born').max().value(), _(people).sumBy('born'), _.meanBy(people, 'born'), _.inRange(3, 2, 4), _.clamp(10, -5, 5), _.round(4.006, 2), _.ceil(6040, -2));
console.log(_.result({ a: { b: () => 'called' } }, 'a.b'), _.invokeMap([[5, 1], [3, 2]], 'sort'), _.reduceRight([[0, 1], [2, 3]], (f, o) => f.concat(o), []), _.sampleSize([1], 1), _.functions({ a() {}, b: 1 }), _.toPairs({ a: 1 }), _.toPath('a[0].b["c"]'), _.uniqueId('u'), _.uniqueId('u'), _.VERSION);
console.log(_.sortedIndexBy([{ x: 4 }, { x: 5 }], { x: 4 }, 'x'), _.sum([1, 2]), _.nth([1, 2, 3], -1), _.dropRightWhile([1, 2, 3], (n) => n > 1), _.takeWhile([1, 2, 3], (n) => n < 3), _.fill([1, 2, 3], '*', 1), _.pullAllBy([{ x: 1 }, { x: 2 }], [{ x: 1 }], 'x'), _.findLastIndex([1, 2, 1], (n) => n === 1));

// Time.
let count = 0;
const debounced = _.debounce((...args) => console.log('debounced', ...args), 20);
debounced(1); debounced(2);
const throttled = _.throttle(() => console.log('throttled', ++count), 50, { trailing: false });
throttled(); throttled();
_.defer(console.log, 'deferred');
_.delay(console.log, 60, 'delayed');
const after = _.after(2, () => console.log('after'));
after(); after();
console.log(_.once(() => 1)(), _.before(3, () => 1)());
