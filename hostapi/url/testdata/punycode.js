// The module punycode: examples of RFC 3492 and bad input.
const p = require('punycode');
const texts = ['', 'a', '-', '--', 'ü', 'bücher', 'Bücher-Straße', '他们为什么不说中文', 'ليهمابتكلموشعربي؟', 'правда', '😀', 'a😀b', 'münchen-ost',
  '\udbff\udfff', 'ünüü', 'éa\u0301', '3年B組金八先生', '-> $1.00 <-', '\ud800', 'x\udc00'];
for (const text of texts) {
  const coded = p.encode(text);
  console.log(JSON.stringify(text), coded, p.decode(coded) === text, p.ucs2.decode(text).join(), p.ucs2.encode(p.ucs2.decode(text)) === text);
}
for (const coded of ['ls8h=', 'a-\u00fc', '99999999', 'zzzzzzzzzz', 'a-b-c-', '-', 'Bcher-KVA', 'maana-pta', 'bb-eka', 'é']) {
  try {
    console.log(coded, p.decode(coded));
  } catch (e) {
    console.log(coded, e.name, e.message);
  }
}
for (const domain of ['mañana.com', 'bücher.com', 'example.com.', 'джумла@джpумлатест.bрфa', '☃-⌘.com', '他们。说．中｡文', 'a@b@c', 'XN--bcher-KVA.com', 'xn--maana-pta.com', 'xn--.com']) {
  let ascii = p.toASCII(domain);
  try {
    console.log(domain, ascii, p.toUnicode(domain), p.toUnicode(ascii));
  } catch (e) {
    console.log(domain, ascii, e.message);
  }
}
console.log(Object.keys(p), p.version, typeof p.toASCII);
