'use strict';
// Parsing web URLs: what they become, with and without a base.
const cases = [
  ['x', 'mailto:a'], ['x', 'mailto:a/b'], ['x', 'mailto:/a'], ['x', 'mailto::81/'], ['x', 'mailto::'],
  ['x', 'mailto:a:b'], ['x', 'mailto:a#f'], ['x', 'mailto:a/#f'], ['x', 'mailto:a/?q'], ['x', 'c:://'],
  ['x', 'c:a/'], ['x', 'c:a//b'], ['x', 'c:a/b/'], ['x', 'user:p@/'], ['?q', 'c:a/b'], ['#q', 'c:a/b'],
  ['', 'c:a/b'], ['/z', 'c:a/b'], ['//z', 'c:a/b'], ['..', 'c:a/b'], ['x://h/a/..'], ['x://h/..'], ['x:/..'],
  ['x:/a/../..'], ['x://h/.'], ['x:/.'], ['x://h/a/.'], ['x://h/a/../b'], ['x://h/../b'], ['x:/a/..'], ['x:/a/b/..'],
  ['x://h/a/%2e%2e'], ['x://h/a/../'], ['http://h/..'], ['..', 'x://h/a'], ['..', 'x://h/a/b'], ['.', 'x://h/a'],
  ['.', 'x:/a'], ['..', 'x:/a/b'], ['x:/..//p'], ['x:/.//p'], ['x:/a/..//p'], ['x:/..?q'], ['x://h/..?q#z'],
  ['x:///..'], ['x:////..'], ['\\', 'file://h/p:81host'], ['/', 'file:///p:81/b'], ['/x', 'file:///p:/b'],
  ['/x', 'file:///C:a/b'], ['C|', 'file:///x'], ['file:/', 'file:///C:/x'], ['file:C:', 'file:///D:/x'], ['x:a b '],
  ['x:a b  #f'], ['x:a  ?q'], ['data:text/plain, hi  '], ['http://a/b^c'], ['http://h/?^`{}|'], ['x:/^`{}|'],
  ['http://h/#^`{}|'], ['http://xn--/'], ['http://xn--a/'], ['http://a_b/'], ['http://-a-/'], ['http://a..b/'],
  ['http://.a/'], ['http://a./'], ['http://%41%42/'], ['http://a%20b/'], ['http://1.2.3.4./'], ['http://0x1.2/'],
  ['http://256.1/'], ['http://1.2.3.4.5/'], ['http://４/'], ['http://ｅ。ｆ/'], ['http://\u00ad/'], ['http://a\u00adb/'],
  ['http://ﬀ/'], ['http://日本/'], ['http://א1/'], ['http://1א/'], ['http://aא/'], ['http://ß/'], ['http://\u200d/'],
  ['http://a\u200db/'], ['http://क्‍ष/'], ['http://xn--fiq228c.com/'], ['http://XN--FIQ228C.com/'],
  ['http://☃.net/'], ['http://\ud83d\ude00.la/'], ['http://a.xn--zzzzzz/'], ['http://'+'a'.repeat(70)+'.com/'],
  ['http://xn--ls8h.la/'], ['http://faß.de'], ['http://ＧＯ.com'], ['http://a\u0301.b'], ['http://xn--1ch.com'],
  ['http://≠.com'], ['http://</'], ['http://a<b'], ['wss://h:443'], ['ftp://h:21/x'], ['ws:h'], ['http:h'],
  ['http:/h'], ['http:///h'], ['https:\\\\h\\p'], ['http:h', 'http://b/c'], ['http:', 'http://b/c?d#e'],
  ['https:x', 'http://b/c'], ['file:'], ['file://'], ['file:///'], ['file://localhost/x'], ['file://LOCALHOST/x'],
  ['file://h:80/'], ['file://u@h/'], ['blob:https://a.com/uuid'], ['blob:x'], ['about:blank'],
  ['javascript:alert(1)'], ['HTTP://H:080/'], ['http://h:0/'], ['http://h:65535/'], ['http://h:65536/'],
  ['http://h:/'], ['http://@h'], ['http://:@h/'], ['http://u:@h/'], ['http://:p@h/'], ['http://u@@h/'],
  ['http://u:p:q@h/'], ['http://[::1'], ['http://[::1]a/'], ['http://[1:2:3:4:5:6:7:8]/'], ['http://[::127.0.0.1]/'],
  ['http://[1::8]/'], ['http://[0:0:0:1::]/'], ['http://[::1%25eth0]/'], ['http://[g::]/'], ['x://[::1]/'],
  ['x://a b/'], ['x://a^b/'], ['x://A/'], ['x://%zz/'], ['x://é/'], ['x://h:99999/'], ['x://:80/'], ['x://@/'],
  ['x://u@/'], ['x:///p'], ['x://'], ['x:'], [''], ['  '], ['http://\tex\nample.com'], ['ht\ntp://h'],
  ['http://h/\u0000'], ['http://h\u0000'], ['non-special://test:@test/x'],
];
const parts = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
for (const [input, base] of cases) {
  try {
    const url = new URL(input, base);
    console.log(JSON.stringify([input, base]), parts.map((part) => url[part]).join(' '));
    if (new URL(url.href).href !== url.href) console.log('  parses to', new URL(url.href).href);
  } catch (error) {
    console.log(JSON.stringify([input, base]), error.name, error.code, error.message, error.input === input, error.base === base);
  }
  console.log('  ', URL.canParse(input, base), URL.parse(input, base)?.href);
}
