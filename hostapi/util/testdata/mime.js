'use strict';
// util.MIMEType and util.MIMEParams.
const { MIMEType, MIMEParams } = require('util');

function attempt(fn) {
  try {
    console.log(fn());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}

for (const input of ['text/html', 'TEXT/HTML; Charset=UTF-8', 'text/html;charset=utf-8;a="b c";A=x', ' text/plain ', '',
  'text', '/html', 'text/', 'te xt/html', 'text/ht ml', 'text/html;', 'text/html;;', 'text/html;=x', 'text/html;a',
  'text/html;a=', 'text/html;a=""', 'text/html;a="x', 'text/html;a="x\\"y"', 'text/html;a="x"y;b=1', 'text/html; a = b',
  'text/html;a b=c;d=e', 'text/html;a=b c', 'text/html;a=ä', 'text/html;a=\x00;b=2', 'application/json;q=0.5;q=1',
  'a/b;c="\\d"', 'a/b\t;c=d\n', '/', 'text/html/x', 'a/b;c="d;e";f=g', 5, null, undefined,
  { toString() { return 'x/y'; } }]) {
  attempt(() => {
    const type = new MIMEType(input);
    return [String(type), type.type, type.subtype, type.essence, [...type.params], JSON.stringify(type)];
  });
}

const type = new MIMEType('text/html;a=b');
for (const [key, value] of [['type', 'APP'], ['type', ''], ['type', 'a b'], ['subtype', 'X'], ['subtype', 'a/b'],
  ['subtype', '']]) {
  attempt(() => {
    type[key] = value;
    return String(type);
  });
}
for (const [name, value] of [['C', 'd e'], ['', 'x'], ['a b', 'x'], ['q', 'ä'], ['q', '\u0100'], ['q', '\x00'],
  ['q', ''], ['q', '"\\'], [1, 2]]) {
  attempt(() => {
    type.params.set(name, value);
    return String(type);
  });
}
console.log(type.params.get('c'), type.params.get('C'), type.params.has('C'), type.params.delete('C'), String(type.params));
console.log([...type.params.keys()], [...type.params.values()], [...type.params.entries()], type.params.toJSON());
console.log(type, type.params, new MIMEParams(), Object.keys(type));
console.log(Object.getOwnPropertyNames(MIMEType.prototype).join(), Object.getOwnPropertyNames(MIMEParams.prototype).join());
