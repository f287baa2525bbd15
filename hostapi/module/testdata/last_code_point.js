// Literals of the last code point, of which the engine's parser cannot read one.
console.log('\u{10ffff}'.length, '\u{10FFFF}x'.codePointAt(0), `\u{10ffff}${1}\u{0010ffff}`.length, '\u{10fffe}\u{0}'.length);
console.log(/[\u{10000}-\u{10ffff}]/u.test('\u{10ffff}'), { '\u{10ffff}': 1 });
try {
  console.log((0, eval)("'\\u{10ffff}'").length, new Function("return '\\u{10ffff}'")().length);
  eval("'\\u{110000}'");
} catch (e) {
  console.log(e.name);
}
