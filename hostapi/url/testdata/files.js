'use strict';
// Between URLs and file paths, names of hosts, and the options of requests.
const { fileURLToPath: f, pathToFileURL: p, urlToHttpOptions: o, domainToASCII: a, domainToUnicode: u } = require('url');
const util = require('util');
const windows = { windows: true };
[
  () => p('/a b%c\\d\ne\rf\tg?h#i~j[]^|{}"<>é').href, () => p('/a/').href, () => p("/!$&'()*+,;=:@-._~`x").href, () => p(5), () => p(),
  () => p('C:\\a b\\c%', windows).href, () => p('\\\\srv\\share\\f', windows).href, () => p('\\\\srv', windows).href, () => p('\\\\\\a', windows).href,
  () => p('/x/../y//z').href, () => p('C:\\a\\', windows).href, () => p('C:/a/b', windows).href, () => p('\\\\sérv\\sh are\\f#?', windows).href,
  () => p('/x\ud800y').href, () => p('/a/\\').href, () => p('/', { windows: false }).href,
  () => f('file:///a%20b'), () => f('file://host/a'), () => f('http://a/'), () => f('file:///a%2fb'), () => f('file:///a%2Fb'), () => f('file:///%zz'), () => f(5), () => f({}),
  () => f(new URL('file:///x')), () => f('x'), () => f('file:///C:/a%20b/c', windows), () => f('file://srv/share/f', windows), () => f('file:///a', windows),
  () => f('file:///c:/a%5cb', windows), () => f('file:///c:/a%2Fb', windows), () => f('file://localhost/a'), () => f('file:///%E4%BD%A0'), () => f('file:///%ff'),
  () => f({ protocol: 'file:', hostname: '', pathname: '/q', href: 'x' }), () => f(), () => f('file://é.com/s/f', windows), () => f('file:///a%00b'),
  () => o(new URL('https://a:b%20c@[::1]:8080/p?q#h')), () => o(new URL('http://x/')), () => o({ href: 'x' }), () => o(new URL('http://a@x/')), () => o(new URL('http://:b@x/')),
  () => a('español.com'), () => a('中文.com'), () => a('xn--iñvalid.com'), () => a(), () => a('a b'), () => a('EXAMPLE.com'), () => a('1.2'), () => a('ex.com:80'), () => a('a/b'), () => a(5),
  () => a('faß.de'), () => a('☃.net'), () => a('ａ．ｂ'), () => u('xn--espaol-zwa.com'), () => u('xn--fiq228c.com'), () => u('xn--iñvalid.com'), () => u(), () => u('x'), () => u('xn--n3h.net'), () => u('日本.jp'),
].forEach((test) => {
  const label = test.toString().slice(6);
  try {
    console.log(label, '=>', util.inspect(test(), { breakLength: Infinity }));
  } catch (error) {
    console.log(label, '!!', error.name, error.code, error.message, error.input);
  }
});
