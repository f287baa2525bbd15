'use strict';
// url.parse, url.format, url.resolve and url.resolveObject.
const url = require('url');
process.removeAllListeners('warning');
process.on('warning', () => {});
function attempt(label, f) {
  try {
    console.log(label, f());
  } catch (error) {
    console.log(label, error.name, error.code, error.message, error.input);
  }
}
const texts = ['', ' ', 'a', '/a', '//a', '//a/b', '///a', 'http://a', 'HTTP://A.com', 'http://a.com:80', 'http://a.com:', 'http://a.com:x/', 'http://u:p@a.com/', 'http://u%41:p%3A@a.com/',
  'http://u@v@a.com/', 'http://a.com/x?y=1&y=2#z', 'http://a.com?y', 'http://a.com#z', 'http://a.com#z?y', 'http:a', 'http:/a', 'http:///a', 'http://', 'http:', 'https:\\\\a\\b?c\\d', '\\\\a\\b',
  'mailto:a@b.com', 'mailto:a@b.com?s=t', 'javascript:alert("x y")', 'JavaScript://a', 'file:///a/b', 'file://h/b', 'file:a', 'ftp://a/b', 'ws://a/b', 'x-y:z', 'x://y/z', 'x:y/z', 'x:', ':x', '?a=b', '#a',
  'a?b', 'a#b', 'a?b#c?d', 'a b', '/a b"c', "http://a.com/'<>`{}|^\\", 'http://[::1]/', 'http://[::1]:80/x', 'http://[fe80::1%25en1]/', '//[::1]/', 'http://é.com/ü?ö#ä', 'http://xn--a/', 'http://a_b.com/',
  'http://a*b.com/', 'http://a b.com/', 'http://a\tb.com/', 'http://a.com;b/c', "http://a'b/c", 'http://-a-/', 'http://.a/', 'http://a..b/', `http://${'a'.repeat(64)}.com/`, `http://${'a.'.repeat(130)}com/`,
  'a@b', 'a@b/c', '//a@b/c', '//u:p@h:1/x', 'a:b@c', ' http://a.com ', '\thttp://a.com\n', 'http://a.com/\n', 'http://a.com/%zz', 'http://%zz@a.com/', 'http://a.com:65536/', 'http://a.com:080/', 'http://a/?é#ü',
  'http://a?b/c@d', 'http://a#b@c', 'a:b', 'a:1', 'localhost:80/x', 'http://a.com/a/../b/./c', 'http://a%20b.com/', 'http://a^b/', 'http://1.2.3.4:5/6', 'git+ssh://git@h:a/b', 'coap:u:p@h:1/x'];
for (const text of texts) {
  attempt(JSON.stringify(text), () => JSON.stringify(url.parse(text)));
  attempt('  query', () => JSON.stringify(url.parse(text, true)));
  attempt('  slashes', () => JSON.stringify(url.parse(text, false, true)));
  attempt('  format', () => url.format(text));
}
const bases = ['http://a.com/b/c/d?q#f', 'http://u:p@a.com', '/one/two/three', 'a', '', 'mailto:x@y', 'file:///C:/DEV/a', 'x://h/p/q', '//h/p'];
const references = ['', '.', './', '..', '../', '../..', '../../..', 'g', './g', 'g/', '/g', '//g', '//g/h', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', '../g', './../g', '/./g', '/../g', 'g.', '.g', 'g/./h',
  'g/../h', 'g?y/../x', 'http:g', 'https:g', 'https://h/i', 'http://h', 'mailto:z@w', 'javascript:1', 'file:/x', 'x:y', 'http://u@h/', '//u:p@h', 'x://', 'file:///', '../../../../a', 'a/b/../../..'];
for (const base of bases) {
  for (const reference of references) {
    attempt(`${base} + ${reference}`, () => `${url.resolve(base, reference)} ${JSON.stringify(url.resolveObject(base, reference))}`);
  }
}
for (const object of [{}, { host: 'h' }, { hostname: 'h', port: 8 }, { hostname: '::1', port: 8 }, { hostname: '[::1]' }, { protocol: 'http', host: 'h' }, { protocol: 'http:', host: 'h', pathname: 'p' },
  { protocol: 'x', host: 'h' }, { protocol: 'x', slashes: true, host: 'h', pathname: 'p' }, { pathname: '/a?b#c' }, { search: 'a=b' }, { search: '?a#b' }, { query: { a: 1, b: [2, 3], c: '' } },
  { query: 'text' }, { hash: 'h' }, { hash: '#h' }, { auth: 'u:p@ é', host: 'h' }, { auth: 'u', hostname: 'h' }, { protocol: 'file', pathname: '/x' }, { protocol: 'mailto:', pathname: 'a@b' },
  { protocol: 'javascript:', pathname: 'x' }, { slashes: true }, { host: 'h', hostname: 'i', port: 1 }, { protocol: 'http', pathname: '/x' }]) {
  attempt(JSON.stringify(object), () => url.format(object));
}
for (const value of [5, null, undefined, true, () => {}]) {
  attempt(`format ${value}`, () => url.format(value));
  attempt(`parse ${value}`, () => url.parse(value));
}
attempt('auth', () => url.format({ auth: '\ud800', host: 'h' }));
const web = new URL('http://u:p@xn--lck1c3crb1723bpq4a.com/a?a=b#c');
for (const options of [undefined, {}, { fragment: false }, { unicode: true }, { search: false }, { auth: false }, { auth: false, fragment: false, search: false, unicode: true }, { fragment: 0 }, 5, true, null, 'x', []]) {
  attempt(JSON.stringify(options), () => url.format(web, options));
}
console.log(url.parse('http://u:p@a.com:8/b?c=d#e'), new url.Url());
console.log(url.parse('a?b=c&d', true).query, url.parse(url.parse('http://x/')).href, url.parse('x') instanceof url.Url, Object.keys(url).join());
console.log(url.Url.prototype.parse.length, url.parse.name, url.resolve.name, typeof url.Url(), Object.keys(url.Url.prototype).join());
