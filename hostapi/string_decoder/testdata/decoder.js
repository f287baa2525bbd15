// StringDecoder: arguments, properties, and text cut at random places.
const { StringDecoder } = require('string_decoder');
const log = console.log;
const attempt = (run) => {
  try {
    log(run());
  } catch (error) {
    log(error.name, error.code, error.message);
  }
};

for (const name of ['utf8', 'UTF-8', 'ucs2', 'UCS-2', 'utf16le', 'UTF-16LE', 'latin1', 'BINARY', 'base64', 'base64url', 'hex', 'ascii', '', null, undefined]) {
  attempt(() => new StringDecoder(name).encoding);
}
for (const name of ['nonsense', 5, {}, true, 'utf-7']) attempt(() => new StringDecoder(name));
for (const bytes of [5, null, undefined, {}, [], new ArrayBuffer(2)]) attempt(() => new StringDecoder().write(bytes));
attempt(() => new StringDecoder().write('a string stays'));
attempt(() => new StringDecoder().write(new Uint16Array([0x4142])));
attempt(() => new StringDecoder('hex').write(new DataView(new ArrayBuffer(2))));
attempt(() => StringDecoder.prototype.write.call({}, Buffer.from('x')));
log(new StringDecoder('utf16le'), Object.keys(new StringDecoder()), Object.keys(StringDecoder.prototype));

const d = new StringDecoder();
d.write(Buffer.from('e282', 'hex'));
log(d.text(Buffer.from('ac41', 'hex'), 1), d.text(Buffer.from('ac41', 'hex'), 0), d.lastNeed, d.end());
log(d.end(Buffer.from([0xe2])), d.end(), d.end('text'));

let seed = 1;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed % n;
};
const texts = ['héllo wörld €uro 😀 日本語', 'a'.repeat(20), '\ud800 lone', '𝒳𝒴𝒵'];
for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'latin1', 'hex', 'ascii']) {
  for (let i = 0; i < 30; i++) {
    const bytes = i % 3 === 0 ? Buffer.from(Array.from({ length: 40 }, () => random(256))) :
      Buffer.from(texts[i % texts.length], encoding === 'utf16le' ? encoding : 'utf8');
    const decoder = new StringDecoder(encoding);
    const parts = [];
    for (let at = 0; at < bytes.length;) {
      const next = at + random(5);
      parts.push(decoder.write(bytes.subarray(at, next)));
      at = next;
    }
    parts.push(decoder.end());
    log(encoding, i, JSON.stringify(parts), parts.join('') === bytes.toString(encoding));
  }
}
