'use strict';
// Each setter of URL with many values, on URLs of many kinds.
const urls = ['http://user:pass@example.org:8080/a/b?q=1#f', 'https://h/', 'file:///C:/x', 'file://host/p', 'x://h/p?q', 'x:/p', 'x:///p', 'mailto:a@b',
  'x://u@h:1/p', 'ws://h:81', 'data:text/plain,hi  ?q#f'];
const values = {
  href: ['http://z/', 'nonsense', '', 'x:y'],
  protocol: ['https', 'https:', 'http:rest', 'x', 'file', 'ws', '', '1x', 'a b', 'FTP', 'mailto:'],
  username: ['', 'me', 'a:b@c/d', 'é ^', '%41'],
  password: ['', 'me', 'a:b@c/d', 'é ^', '%41'],
  host: ['', 'b', 'B:99', 'b:80', 'b:99999', 'b:x', 'b:8x', 'b:', 'b/c', 'b?c', 'b#c', 'a b', '[::1]', '[::1]:5', '[x]', '127.1', 'é', 'b\\c', '@b', 'xn--a'],
  hostname: ['', 'b', 'B:99', 'b/c', '[::1]:5', ':5', 'a b', '0x10', 'b.', '.'],
  port: ['', '0', '80', '443', '8080', '65535', '65536', '7x', 'x', ' 9 ', '-1', '1.5', '00021'],
  pathname: ['', '/', 'x', '/x/../y', '/../z', '//w', 'a b?c#d', '%2e%2e/x', '\\x', 'é', '/.//p'],
  search: ['', '?', 'a=b', '?a=b', '?x y', '#', "'", 'é', '??', '?a#b'],
  hash: ['', '#', 'a', '#a', '# b', 'é`', '##'],
};
for (const property of Object.keys(values)) {
  for (const value of values[property]) {
    const results = urls.map((text) => {
      const url = new URL(text);
      try {
        url[property] = value;
      } catch (error) {
        return error.code;
      }
      return url.href;
    });
    console.log(`${property}=${JSON.stringify(value)}`, results.join(' '));
  }
}
const url = new URL('http://h/?a=1&b=2#x');
const { searchParams } = url;
console.log(url.searchParams === searchParams, searchParams.get('a'));
searchParams.append('c', 'd e&f');
console.log(url.href, url.search);
url.search = '?z=9';
console.log([...searchParams].join(), searchParams.toString());
url.href = 'http://i/?y=8';
console.log([...searchParams].join());
searchParams.delete('y');
console.log(url.href, JSON.stringify(url.search));
url.search = '';
searchParams.set('k', 'v');
searchParams.sort();
console.log(url.href, JSON.stringify(url), `${url}`, url + '', Object.prototype.toString.call(url));
console.log(Object.keys(url).length, Object.keys(URL.prototype).join(), Object.keys(URL).join());
console.log(Reflect.set(url, 'origin', 'x'));
console.log(url.origin);
for (const f of [() => new URL(), () => new URL('x'), () => new URL('x', 'y'), () => new URL('/x', 'mailto:y'), () => URL.canParse(), () => new URL(Symbol('s')),
  () => { url.href = ''; }, () => new URL({ toString: () => 'http://t/' }).href,
  () => new URL('/p', new URL('http://b/')).href, () => new URL('http://x', undefined).href, () => new URL('x', null).href, () => URL.parse('x'), () => URL.parse('http://p')?.href]) {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.input, error.base, Object.keys(error).join());
  }
}
const util = require('util');
console.log(url);
console.log(util.inspect(url, { depth: 0 }), util.inspect({ a: { url } }, { depth: 0 }), util.inspect({ url }, { depth: 0 }));
class Sub extends URL {}
console.log(util.inspect(new Sub('http://s/?a=1')));
