// underscore, immutable, ramda, qs, ini, js-yaml, csv-parse, xml2js, semver.
const _ = require('underscore');
const I = require('immutable');
const R = require('ramda');
const qs = require('qs');
const ini = require('ini');
const yaml = require('js-yaml');
const { parse: csv } = require('csv-parse');
const { parse: csvSync } = require('csv-parse/sync');
const xml2js = require('xml2js');
const semver = require('semver');

console.log(_.chain([1, 2, 3, 4]).filter((n) => n % 2).map((n) => n * 3).value(), _.groupBy(['one', 'two', 'three'], 'length'), _.template('<%= a %>-<%- b %><% if (c) { %>!<% } %>')({ a: 1, b: '<', c: true }), _.isEqual({ a: [1, new Set([2])] }, { a: [1, new Set([2])] }), _.zip([1, 2], ['a', 'b']), _.object(['a'], [1]), _.sortBy([3, 1, 2]), _.debounce.name, _.range(0, 10, 3), _.partition([1, 2, 3], (x) => x > 1));

const map = I.fromJS({ a: { b: [1, 2, { c: 3 }] }, s: 'x' });
console.log(map.setIn(['a', 'b', 2, 'c'], 4).toJS(), map.getIn(['a', 'b', 0]), map.equals(I.fromJS(map.toJS())), map.hashCode() === I.fromJS(map.toJS()).hashCode(), map.mergeDeep({ a: { d: 1 } }).toString(), I.List([3, 1, 2]).sort().push(9).toArray(), I.Set([1, 1, 2]).size, I.OrderedMap([['z', 1], ['a', 2]]).keySeq().toArray(), I.Range(0, Infinity).filter((n) => n % 7 === 0).take(3).toArray());
const Point = I.Record({ x: 0, y: 0 }, 'Point');
console.log(new Point({ x: 5 }).set('y', 2).toString(), I.Seq({ a: 1, b: 2 }).flip().toObject(), I.List().withMutations((l) => { for (let i = 0; i < 2000; i++) l.push(i * i); }).reduce((a, b) => a + b), I.Stack.of(1, 2).push(0).peek(), map.update('s', (s) => s + s).get('s'), I.is(I.Map({ a: NaN }), I.Map({ a: NaN })), String(I.Map([[I.List([1]), 2]])), I.List([1, 2, 3, 4]).groupBy((n) => n % 2).toJS());

const lens = R.lensPath(['a', 0, 'b']);
console.log(R.pipe(R.map(R.add(1)), R.filter(R.lt(2)), R.sum)([1, 2, 3]), R.over(lens, R.toUpper, { a: [{ b: 'x' }] }), R.groupBy(R.prop('k'), [{ k: 'a', v: 1 }, { k: 'b', v: 2 }]), R.curry((a, b, c) => a + b + c)(1)(R.__, 3)(2), R.evolve({ n: R.inc, t: R.trim }, { n: 1, t: ' x ' }), R.cond([[R.equals(1), R.always('one')], [R.T, R.identity]])(1), R.transduce(R.compose(R.map(R.inc), R.take(2)), R.flip(R.append), [], [1, 2, 3]), R.uniqWith(R.eqProps('a'))([{ a: 1 }, { a: 1 }]), R.sortWith([R.descend(R.prop('a')), R.ascend(R.prop('b'))])([{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 2, b: 0 }]), R.mergeDeepRight({ a: { b: 1 } }, { a: { c: 2 } }), R.toString({ a: [1, 'x', new Date(0)] }), R.zipWith(R.multiply, [1, 2], [3, 4]), R.splitEvery(2, [1, 2, 3]), R.traverse(R.of(Array), (x) => [x], [1, 2]), R.memoizeWith(String, R.inc)(4));

for (const text of ['a=1&b[c]=2&b[d][]=3&b[d][]=4&e=%20x%26', 'a[0]=x&a[2]=y', 'a.b=1', 'a=1&a=2', '?x=%F0%9F%98%80', 'a[]=&b', 'a[b][c][d][e][f][g]=deep', '__proto__[x]=1']) console.log(qs.parse(text), qs.parse(text, { allowDots: true, depth: 2, ignoreQueryPrefix: true, strictNullHandling: true }));
for (const options of [{}, { arrayFormat: 'brackets' }, { arrayFormat: 'comma' }, { encode: false, allowDots: true }, { skipNulls: true, addQueryPrefix: true, sort: (a, b) => a.localeCompare(b) }]) console.log(qs.stringify({ b: { c: [1, 'x y', { d: null }] }, a: 'ü&=', u: undefined, date: new Date(0) }, options));

const config = ini.parse('; comment\nroot = value\nflag\n[section]\nkey = "quoted \\" text"\nlist[] = a\nlist[] = b\nn = 5\nt = true\n[section.sub]\nx = y ; tail\n# another\n[a\\.b]\nz=1');
console.log(config, ini.stringify({ ...config, extra: { deep: { deeper: [1, 2] }, s: ' spaces ' } }), ini.encode({ a: 1 }, { section: 's', whitespace: true }));

const doc = yaml.load('a: &x {n: 1, f: 1.5e3, b: yes, t: true, nil: ~, d: 2001-12-14t21:59:43.10-05:00}\nlist:\n  - *x\n  - |\n    lines\n     kept\n  - >-\n    folded\n    text\n? complex\n: !!set {a, b}\nmerged: {<<: *x, n: 2}\nbin: !!binary aGk=\nhex: 0xff\n"q\\u0041": \'it\'\'s\'\n');
console.log(doc, yaml.dump({ ...doc, fn: undefined, long: 'word '.repeat(30), multi: 'a\nb\n', empty: [], date: new Date(0), nested: [[1, [2]]], quote: 'yes: "no"', same: doc.list }, { lineWidth: 60, skipInvalid: true, sortKeys: true }));
for (const bad of ['a: [1', 'a: b: c', '\tx: 1', '- a\nb', '&x *y', 'a: !!js/function x', '%YAML 9']) { try { console.log(yaml.load(bad)); } catch (e) { console.log(e.name, e.reason, e.mark?.line, e.mark?.column, e.message); } }
console.log(yaml.loadAll('a\n---\nb: 1\n...\n'), yaml.load('!pt [1, 2]', { schema: yaml.DEFAULT_SCHEMA.extend([new yaml.Type('!pt', { kind: 'sequence', construct: ([x, y]) => ({ x, y }) })]) }));

console.log(csvSync('a,b,c\n1,"x ""q"", y",3\n\n4,"multi\nline",\n', { columns: true, skip_empty_lines: true }), csvSync('a;b\t1 # c', { delimiter: [';', '\t'], comment: '#', trim: true, cast: true }));
for (const bad of ['a,b\n1', '"open', 'a"b,c']) { try { console.log(csvSync(bad)); } catch (e) { console.log(e.code, e.message); } }
csv('x,y\n1,2\n3,4', { columns: true, cast: (v, c) => (c.header ? v.toUpperCase() : Number(v)) }, (e, rows) => console.log('csv', e, rows));
const stream = csv({ from_line: 2, info: true });
stream.on('readable', () => { for (let r; (r = stream.read());) console.log('row', r.record, r.info.lines); }).on('end', () => console.log('csv end'));
stream.write('h\n1\n'); stream.end('2\n');

xml2js.parseString('<?xml version="1.0"?><root a="1" b="&lt;"><item id="x">text <b>bold</b> tail</item><item/><!-- c --><![CDATA[<raw>]]><ns:e xmlns:ns="u">5</ns:e></root>', (e, r) => {
  console.log(e, JSON.stringify(r));
  console.log(new xml2js.Builder({ headless: true, renderOpts: { pretty: true, indent: '  ', newline: '\n' } }).buildObject(r));
});
xml2js.parseString('<a><b></a>', (e) => console.log(e.message));
xml2js.parseStringPromise('<A x="1"><B>2</B></A>', { explicitArray: false, mergeAttrs: true, normalizeTags: true, valueProcessors: [xml2js.processors.parseNumbers] }).then((r) => console.log(r));

for (const range of ['^1.2.3', '~0.0.1', '>=1 <2 || 3.x', '1.2 - 2.3.4', '*', '^0.0.0-beta', 'latest', '>1.2.3-rc.1']) console.log(range, semver.validRange(range), ['1.2.3', '1.9.0', '0.0.1', '3.4.5', '1.2.3-rc.2', '2.0.0'].filter((v) => semver.satisfies(v, range)));
console.log(['1.0.0', '1.0.0-alpha.1', '1.0.0-alpha', '1.0.0-alpha.beta', '0.9.9', '1.0.0+build', '1.0.0-1'].sort(semver.compareBuild), semver.inc('1.2.3-rc.1', 'prerelease'), semver.inc('1.2.3', 'preminor', 'beta'), semver.coerce('v2.3 text')?.version, semver.diff('1.2.3', '1.3.0-x'), semver.minVersion('>1.2 <3')?.version, semver.intersects('^1', '>=1.5 <3'), semver.valid('01.2.3'), semver.simplifyRange(['1.0.0', '1.1.0', '1.2.0'], '1.0.0 || 1.1.0'), semver.subset('^1.2', '^1'), new semver.SemVer('1.2.3-a.1+b').prerelease);
