// punycode, constants and sys.
const punycode = require('punycode');
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
console.log(Object.keys(punycode), punycode.version);
for (const text of ['', 'abc', 'mañana', 'bücher', '他们为什么不说中文', 'ليهمابتكلموشعربي؟', 'Pročprostěnemluvíčesky', '3年B組金八先生', '☃-⌘', '-> $1.00 <-', '\ud800', '😀😀x', 'a'.repeat(50) + 'ü']) {
  const coded = attempt(() => punycode.encode(text));
  console.log(JSON.stringify(text), coded, attempt(() => punycode.decode(coded)) === text);
}
for (const bad of ['ü-x', 'ls8h=', 'a-', '-', '--', 'xn--', '99999999', 'zzzzzzzzzzzz', 'Bcher-KVA', 'a-b-c']) console.log(bad, attempt(() => punycode.decode(bad)));
for (const host of ['mañana.com', 'bücher.de', 'example.com', '☃-⌘.com', 'джумла@джpумлатест.bрфa', 'a。b．ü｡c', 'XN--MAANA-PTA.com', 'xn--maana-pta.com', '']) console.log(host, punycode.toASCII(host), punycode.toUnicode(host), punycode.toUnicode(punycode.toASCII(host)));
console.log(punycode.ucs2.decode('a😀\ud800b\udc00'), punycode.ucs2.encode([97, 0x1f600]), attempt(() => punycode.ucs2.encode([-1])));
const constants = require('constants');
console.log(Object.isFrozen(constants), Object.keys(constants).length, constants.O_RDONLY, constants.SIGINT, constants.ENOENT, constants.RSA_PKCS1_PADDING, constants.defaultCoreCipherList);
process.on('warning', (w) => console.log(w.name, w.code, w.message));
console.log(require('sys') === require('util'));
