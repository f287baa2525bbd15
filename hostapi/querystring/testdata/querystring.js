'use strict';
// querystring: parse, stringify, escape, unescape, and replacing the last two.
const qs = require('querystring');
const show = (value) => JSON.stringify(value, (key, item) => (typeof item === 'bigint' ? `${item}n` : item));
function attempt(label, f) {
  try {
    const result = f();
    console.log(label, '=>', Buffer.isBuffer(result) ? result.toString('hex') : show(result));
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message);
  }
}
const texts = ['', 'a', 'a=', '=a', '=', '&', '&&', 'a=b&c=d', 'a=b&a=c', 'a=b&a=c&a=d', 'a=b=c', 'a==b', '&a=b&&c&', 'a+b=c+d', '%41=%42', '%zz=%4', 'a=%ff', 'a=%C3%A9', 'é=ü', 'a=%E2%82', 'a;b=c', 'a:b;c:d',
  '__proto__=1', 'hasOwnProperty=x', 'toString', 'a[]=1&a[]=2', ' a = b ', 'a=%00', '%', '%2', 'a=%2', '=b&=c', '+', '+=+', 'a=+%20+', 'a%3Db=c%26d', 'foo=%EDndex', 'a=%u2620', 'x'.repeat(50), 'a&a&a', '😀=%F0%9F%98%80'];
for (const text of texts) {
  attempt(show(text), () => qs.parse(text));
  attempt('  ;', () => qs.parse(text, ';', ':'));
  attempt('  unescape', () => qs.unescape(text));
  attempt('  unescapeBuffer', () => qs.unescapeBuffer(text));
  attempt('  spaces', () => qs.unescape(text, true));
  attempt('  escape', () => qs.escape(text));
}
for (const value of [undefined, null, 5, {}, [], true, () => {}]) attempt(`parse ${value}`, () => qs.parse(value));
for (const options of [{ maxKeys: 1 }, { maxKeys: 2 }, { maxKeys: 0 }, { maxKeys: -1 }, { maxKeys: 1.5 }, { maxKeys: '1' }, { maxKeys: Infinity }, { decodeURIComponent: (s) => `<${s}>` },
  { decodeURIComponent() { throw new Error('no'); } }, { decodeURIComponent: 5 }, null, 5]) {
  attempt(show(options), () => qs.parse('a=1&b=%41+c&&d=2&%42=x', null, null, options));
}
attempt('1001 keys', () => Object.keys(qs.parse(Array.from({ length: 1200 }, (_, i) => `k${i}=1`).join('&'))).length);
attempt('unlimited', () => Object.keys(qs.parse(Array.from({ length: 1200 }, (_, i) => `k${i}=1`).join('&'), null, null, { maxKeys: 0 })).length);
for (const [sep, eq] of [['&&', '='], [', ', ': '], ['', ''], [';', '=>'], [5, 1], ['é', 'ü'], [null, ':']]) {
  attempt(show([sep, eq]), () => qs.parse('a=b&&c=d, e: f;g=>h5i1jékül&m:n', sep, eq));
  attempt('  stringify', () => qs.stringify({ a: 'b', c: ['d', 'e'] }, sep, eq));
}
const objects = [{}, { a: 'b' }, { a: ['b', 'c'] }, { a: [] }, { a: '' }, { a: null }, { a: undefined }, { a: NaN }, { a: Infinity }, { a: 1e21 }, { a: 1e-7 }, { a: -0 }, { a: 5n }, { a: true }, { a: {} },
  { a: [null, undefined, 1, {}, [2]] }, { 'é ü': '&=' }, { a: () => {} }, { a: Symbol('s') }, { a: new Date(0) }, ['x', 'y'], 'text', 5, null, undefined, new Map([['a', 1]]), Object.create({ inherited: 1 }), { a: '\u{1f600}' }, { a: '\ud800' }, { a: new String('s') }];
objects.forEach((object, index) => {
  attempt(`object ${index}`, () => qs.stringify(object));
  attempt('  custom', () => qs.stringify(object, null, null, { encodeURIComponent: (s) => `<${s}>` }));
});
for (const value of [5, null, undefined, {}, [1, 2], true, 1n, '\ud800', '\ud83d\ude00', "!'()*-._~", '\udc00', { toString: () => 'ts' }]) attempt(`escape ${typeof value}`, () => qs.escape(value));
attempt('symbol', () => qs.escape(Symbol('s')));
const { escape, unescape } = qs;
qs.escape = (text) => `[${text}]`;
qs.unescape = (text) => `{${text}}`;
attempt('replaced', () => qs.stringify({ a: 'b', c: 1, d: null }));
attempt('replaced', () => qs.parse('a=b&c+d=%41'));
qs.escape = escape;
qs.unescape = unescape;
console.log(Object.getPrototypeOf(qs.parse('a')), qs.encode === qs.stringify, qs.decode === qs.parse, Object.keys(qs).join());
console.log(Object.keys(qs).map((name) => `${qs[name].name}/${qs[name].length}`).join(' '));
