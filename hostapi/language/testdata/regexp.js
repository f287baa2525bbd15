// Regular expressions: properties, sets, indices, statics, subclasses, sources.
const show = (...a) => console.log(...a);
show('naïve Ünïcode 東京 Ελλάδα'.match(/\p{L}+/gu), /^\p{Script=Greek}+$/u.test('Ελλάδα'), /\p{Emoji_Presentation}/u.exec('a😀')?.index);
show(/[\p{Lu}\d]+/u.exec('abcDÉ9x')[0], /[^\p{L}]/u.exec('ab1')[0], /\P{L}/u.exec('ab1')[0], /\p{ID_Start}\p{ID_Continue}*/u.exec('1 $é_9')[0]);
show(/\p{Lu}/iu.test('a'), /\P{Lu}/iu.test('A'), /[^\P{Lu}]/iu.test('a'), /\p{scx=Deva}/u.test('।'), /\p{sc=Deva}/u.test('।'));
show(new RegExp('\\p{L}', 'u').source, String(/\p{L}/giu), new RegExp('/').source, new RegExp('\n').source, String(new RegExp('')), RegExp('[/]').source, new RegExp('\\/').source, new RegExp('a\\\n\u2028[\r/]/').source, RegExp('\\\\/').source);
show(/[\p{L}--[a-z]]/v.exec('abÇ')[0], /[[a-z]&&[aeiou]]/v.exec('xye')[0], /^[\q{abc|d}]$/v.test('abc'), /^\p{L}$/v.flags, /[^\d]/v.exec('1a')[0]);
const dates = /(?<y>\d{4})-(?<m>\d\d)/dg;
const d = dates.exec('on 2024-05 and 2025-06');
show(d, d.indices, d.indices.groups, dates.hasIndices, dates.flags);
show('2024-05'.replace(/(?<y>\d+)-(?<m>\d+)/, '$<m>/$<y>/$<none>/$0$1$2$3$10$$$&'), 'x'.replace(/x/, "$<a>$'$`"), 'abc'.replace(/(?<z>b)/, (...a) => JSON.stringify(a)));
show('aBc'.replace(/b/i, '[$`|$\'|$&]'), 'aaa'.replace(/a/y, 'b'), 'abc'.replace(/(x)?b/, '[$1]'), 'abcabc'.replace(/b/g, () => '$&'));
for (const [s, re, limit] of [['a1b2c', /\d/], ['a1b2c', /(\d)/], ['abc', /(?:)/], ['😀b', /(?:)/u], ['😀b', /(?:)/], ['', /a/], ['', /(?:)/], ['abc', /b/, 1], ['a,b,,c,', /,/], ['abc', /$/], ['aXbxc', /x/i], ['A<B>bold</B>', /<(\/)?([^<>]+)>/], ['abc', /(?=b)/], ['abab', /b/y]]) show(s.split(re, limit));
// statics
/(b)(c)?(d)/.exec('abdx');
show([RegExp.$1, RegExp.$2, RegExp.$3, RegExp.$4, RegExp.lastMatch, RegExp['$&'], RegExp.lastParen, RegExp['$+'], RegExp.leftContext, RegExp['$`'], RegExp.rightContext, RegExp["$'"], RegExp.input, RegExp.$_]);
/nothing/.test('xyz'); show(RegExp.lastMatch);
show('abc'.replace(/(.)/g, () => RegExp.$1), 'q'.replace(/(q)/, () => RegExp.$1 + RegExp.$1));
RegExp.input = 'mine'; RegExp.$1 = 'no'; show(RegExp.input, RegExp.$1, RegExp.$_);
/x(y)/.test('wxyz'); show(RegExp.input, RegExp.$1, 'wxyz'.search(/z/), RegExp.leftContext);
// lastIndex
const sticky = /a/y; show(sticky.test('aa'), sticky.lastIndex, sticky.test('aa'), sticky.test('aa'), sticky.lastIndex);
const g = /a/g; g.lastIndex = 5; show(g.exec('aaa'), g.lastIndex); g.lastIndex = -1; show(g.exec('ba').index, g.lastIndex); g.lastIndex = '1'; show(g.test('aa'), g.lastIndex);
const frozen = Object.freeze(/a/g); try { frozen.test('a'); } catch (e) { show(e.name); } show(Object.freeze(/a/).test('a'));
const wide = /./gu; wide.lastIndex = 1; show(wide.exec('😀')?.index, wide.lastIndex, /^[^x]$/u.test('😀'), /^[^x]$/.test('😀'), /\udf06/u.test('\ud834\udf06'), '\ud83d\ude00'.replace(/\ud83d/g, 'x').length);
// other kinds of expressions
class Loud extends RegExp { exec(s) { const r = super.exec(s); if (r) r[0] = r[0].toUpperCase(); return r; } }
show('abcabc'.replace(new Loud('b', 'g'), '[$&]'), 'abcabc'.match(new Loud('b', 'g')), new Loud('b').test('b'), 'abc'.search(new Loud('c')), 'a-b'.split(new Loud('-')), new Loud('a') instanceof RegExp, new Loud('a', 'dg').flags);
const own = /b/; own.exec = () => null; show('abc'.replace(own, 'x'), own.test('b'));
const odd = /b/g; odd.exec = function (s) { this.n = (this.n || 0) + 1; return this.n > 2 ? null : { index: this.n, 0: 'z', length: 3, 1: 'one', groups: { k: 'v' } }; }; show('0123456789'.replace(odd, '($&$1$2$<k>)'));
show(RegExp(own) === own, new RegExp(own) === own, RegExp(own, 'g').flags, new RegExp(/a/gi).flags, new RegExp(/a/gi, 's').flags, RegExp.prototype.toString.call({ source: 's', flags: 'f' }), Object.getOwnPropertyDescriptor(RegExp.prototype, 'flags').get.call({ global: 1, sticky: 1, hasIndices: 1 }));
const c = /a/g; c.lastIndex = 3; show(c.compile('b', 'i') === c, String(c), c.lastIndex, c.compile(/x/m).flags);
for (const f of [() => RegExp.prototype.exec.call({}), () => new RegExp('a', 'gg'), () => RegExp('a', 'uv'), () => new RegExp('('), () => Object.getOwnPropertyDescriptor(RegExp.prototype, 'hasIndices').get.call({})]) { try { show(f()); } catch (e) { show(e.name + ': ' + e.message); } }
show(RegExp.prototype.source, RegExp.prototype.flags, RegExp.prototype.global, RegExp.prototype.hasIndices, String(RegExp.prototype), Object.keys(/a/), Object.getOwnPropertyNames(/a/));
show(/(?<a>x)|(?<b>y)/.exec('y').groups, 'aXbX'.matchAll(/x/gi).next().value.index, [...'a1b22'.matchAll(/\d+/g)].map((m) => m[0] + m.index));
show('İ'.match(/i̇/i), /[^\W]/iu.test('ſ'), /\b/iu.test('ſ'), /ß/i.test('ẞ'), /ß/iu.test('ẞ'), /\u212a/i.test('k'), /\u212a/iu.test('k'), /[\u00e5]/i.test('Å'), /Σ/i.test('ς'), /µ/i.test('Μ'));
show(/(?:a+)+b/.test('a'.repeat(25)), /^(([a-z])+.)+[A-Z]([a-z])+$/.test('aaaaaaaaaaaaaaaaaa'));
show(/[\b]/.test('\b'), /\cJ/.test('\n'), /[\c_]/.test('\x1f'), /\0/.test('\0'), /\x4/.test('x4'), /\u{61}/.test('u'.repeat(61)), /a{,2}/.test('a{,2}'), /\8/.test('8'), /]/.test(']'), /{/.test('{'), /[]/.test('a'), /\k<a>/.test('k<a>'), /\_/.test('_'), /(?=a)*b/.test('b'));
