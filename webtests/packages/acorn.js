// acorn: parses real files, tokenizes, reports errors, is extended.
const acorn = require('acorn');
const fs = require('fs');
const crypto = require('crypto');

function count(node, counts = {}) {
  if (Array.isArray(node)) {
    for (const child of node) count(child, counts);
  } else if (node && typeof node.type === 'string') {
    counts[node.type] = (counts[node.type] || 0) + 1;
    for (const key in node) if (typeof node[key] === 'object' && key !== 'loc') count(node[key], counts);
  }
  return counts;
}
const replacer = (key, value) => (typeof value === 'bigint' ? `${value}n` : value instanceof RegExp ? String(value) : value);
for (const name of ['commander', 'uuid', 'lodash/_baseClone', 'dotenv']) {
  const file = require.resolve(name);
  const source = fs.readFileSync(file, 'utf8');
  const ast = acorn.parse(source, { ecmaVersion: 2022, sourceType: 'script', allowHashBang: true, locations: true });
  const hash = crypto.createHash('sha256').update(JSON.stringify(ast, replacer)).digest('hex');
  console.log(name, source.length, ast.body.length, hash, count(ast));
  const tokens = [...acorn.tokenizer(source, { ecmaVersion: 2022 })];
  console.log(tokens.length, tokens.slice(0, 5).map((t) => [t.type.label, t.value, t.start]));
}
const samples = ['let x = a?.b ?? 1n ** 2n', 'class A { static #p = 1; get [x]() { return super.y } static { } }', 'async function* f() { for await (const x of y) yield* z }', '`a${b}c${`d`}`', '/[\\u{1F600}-\\u{1F64F}]\\p{L}/u.test("😀")', 'label: for (;;) { continue label }', '({ __proto__: null, "a": 1, [b]: 2, ...c, get d() {}, async *e() {} })',
  'new.target', 'import.meta.url', 'export default class {}', 'import a, * as b from "c"; export * as d from "e"', 'with (a) b', '0777', 'var \\u0061bc = "\\u{62}\\x63"', 'a\n++b', 'x = y / z / 2; /re/g', '<!-- comment\nx', 'let async; async\n() => 1', 'try {} catch {} finally {}', 'ünï = "€"; 變數 = 1; 𝒳 = 2'];
for (const sample of samples) {
  for (const sourceType of ['script', 'module']) {
    try {
      console.log(sourceType, JSON.stringify(acorn.parse(sample, { ecmaVersion: 'latest', sourceType }), replacer));
    } catch (e) {
      console.log(sourceType, e.name, e.message, e.pos, e.loc, e.raisedAt);
    }
  }
}
for (const bad of ['let let = 1', 'a b', '"open', '`${', '/(/', '({a:1, a', 'return', 'yield = 1; "use strict"', 'class A extends {}', 'for (let x = 1 of y) ;', 'const x', '1 = 2', 'a => {} ()', '\\u{110000}', '08n', '"\\08"', 'function f(a, a) { "use strict" }', 'await 1', 'break', 'delete x', '/a/gg', '({a}) = 1', '#x in y']) {
  try { console.log(bad, acorn.parse(bad, { ecmaVersion: 2022, sourceType: 'module' }).type); } catch (e) { console.log(bad, e.message); }
}
const comments = [];
acorn.parse('// one\n/* two */ x /* three\nlines */', { ecmaVersion: 6, onComment: comments, onToken: (t) => console.log(t.type.label, t.start, t.end) });
console.log(comments.map((c) => ({ ...c })));
class Plugged extends acorn.Parser {
  parseExprAtom(...args) { this.atoms = (this.atoms || 0) + 1; return super.parseExprAtom(...args); }
  parseTopLevel(node) { const result = super.parseTopLevel(node); result.atoms = this.atoms; return result; }
}
console.log(Plugged.extend((P) => class extends P { readToken(code) { if (code === 64) { ++this.pos; return this.finishToken(acorn.tokTypes.name, 'at'); } return super.readToken(code); } }).parse('a + @ + f(b)', { ecmaVersion: 6 }).atoms);
console.log(acorn.getLineInfo('a\nbc\nd', 4), acorn.isIdentifierStart(97), acorn.isIdentifierChar(0x200d), acorn.isNewLine(10), acorn.parseExpressionAt('x + (1, 2) more', 4, { ecmaVersion: 6 }).type, acorn.version);
