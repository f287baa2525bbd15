// babel with preset-env, terser, uglify-js, esprima, escodegen, postcss.
const babel = require('@babel/core');
const { minify } = require('terser');
const UglifyJS = require('uglify-js');
const esprima = require('esprima');
const escodegen = require('escodegen');
const postcss = require('postcss');
const fs = require('fs');
const crypto = require('crypto');
const hash = (text) => crypto.createHash('sha1').update(text).digest('hex');

const modern = 'import d, { a as b } from "m";\nexport class A extends d { #p = 1; static s = b?.c ?? 2n; static { this.t = 1; } async *g(...args) { for await (const x of args) yield* x; } get [b]() { return super.y ||= this.#p ** 2; } }\nexport default async ({ x = 1, ...rest }, [y, , z]) => { try { await import("n"); } catch { label: for (const i of [..."s"]) { if (i) continue label; } } return `t${x}${String.raw`\\u`}`; };\nlet { q, ...r } = { q: 1 }; const re = /(?<n>a)\\p{L}/su; new.target;';
for (const targets of [{ ie: '11' }, { node: '12' }, { node: 'current' }]) {
  const source = targets.node === 'current' ? modern.replace(' new.target;', '') : modern.replace(' new.target;', '');
  const { code, map, ast } = babel.transformSync(source, { filename: 'a.js', babelrc: false, configFile: false, presets: [['@babel/preset-env', { targets: targets.node === 'current' ? { node: '20.0' } : targets, modules: targets.ie ? 'commonjs' : false }]], sourceMaps: true, ast: true });
  console.log(targets, code, hash(map.mappings), ast.program.body.length);
}
const plugin = ({ types: t, template }) => ({ visitor: { Identifier(path) { if (path.node.name === 'foo') path.node.name = 'bar'; }, BinaryExpression(path) { const e = path.evaluate(); if (e.confident) path.replaceWith(t.valueToNode(e.value)); }, FunctionDeclaration(path) { if (!path.node.done) { path.node.done = true; path.insertBefore(template.statement('console.log(NAME)')({ NAME: t.stringLiteral(path.node.id.name) })); } path.scope.rename('x'); } } });
console.log(babel.transformSync('function f(x) { var foo = 1 + 2 * 3; return foo + x; } // c\nfoo();', { plugins: [plugin], configFile: false, babelrc: false, retainLines: true }).code);
for (const bad of ['let a; let a;', 'class { }', 'a => {', 'import x', 'return']) { try { babel.transformSync(bad, { configFile: false, filename: 'bad.js', highlightCode: false }); } catch (e) { console.log(e.code, e.reasonCode, e.loc, e.message); } }
console.log(babel.parseSync('a?.b', { configFile: false }).program.body[0].expression.type, babel.types.isIdentifier(babel.types.identifier('x')), babel.traverse.cheap.name);

const lib = fs.readFileSync(require.resolve('underscore/underscore-umd.js'), 'utf8');
const ugly = UglifyJS.minify(lib, { sourceMap: true, output: { comments: false } });
console.log('uglify', ugly.code.length, hash(ugly.code), hash(ugly.map), UglifyJS.minify('function f(longName) { if (longName) { return 1 + 2; } else { return undefined; } } console.log(f(true), "dead" && !1);', { toplevel: true, compress: { passes: 2 } }).code, UglifyJS.minify('a b').error.message);
(async () => {
  const small = await minify(lib, { ecma: 2020, sourceMap: true });
  console.log('terser', small.code.length, hash(small.code), hash(small.map));
  console.log((await minify({ 'a.js': 'export const value = (() => { const unused = 1; return [1, 2].map(x => x * 2).includes(4) ? `yes` : "no"; })();', 'b.js': 'class Long { #priv = 1; method() { return this.#priv ?? 0; } } new Long().method();' }, { module: true, mangle: { properties: { regex: /^_/ } }, format: { beautify: true } })).code);
  try { await minify('let x = ;'); } catch (e) { console.log(e.name, e.message, e.line, e.col); }

  const css = ':root { --a: 1px }\n.a { color: red; &:hover { top: 0 } } @media (x) { b { c: d !important } }\n/* c */ @import "x";';
  const upper = { postcssPlugin: 'upper', Once(root) { root.prepend(postcss.comment({ text: 'first' })); }, Declaration: { color(d) { if (d.value !== 'BLUE') d.value = 'BLUE'; } }, Rule(rule, { result }) { if (rule.selector === 'b') rule.warn(result, 'a b', { word: 'b' }); }, AtRule: { import: (r) => r.remove() } };
  const result = await postcss([upper]).process(css, { from: 'in.css', to: 'out.css', map: { inline: false } });
  console.log(result.css, result.map.toString(), result.warnings().map(String));
  for (const bad of ['a {', 'a } b', 'a { b }', '@media {', 'a { color: "x }']) { try { postcss.parse(bad, { from: 'bad.css' }); console.log('parsed'); } catch (e) { console.log(e.name, e.reason, e.line, e.column, e.showSourceCode(false)); } }
  const selectors = []; postcss.parse('a, b > c { x: y; z: url(a;b) }').walk((n) => selectors.push([n.type, n.selector ?? n.prop ?? n.name, n.source.start]));
  console.log(selectors, postcss.list.space('a b(c d) e'), postcss.parse('a{b:c}').toJSON().nodes.length);
})();
const tree = esprima.parseScript(lib, { range: true, comment: true, tokens: true });
console.log(tree.tokens.length, tree.comments.length, hash(JSON.stringify(tree.body, (k, v) => (v instanceof RegExp ? String(v) : v))));
const generated = escodegen.generate(esprima.parseScript(lib));
console.log(generated.length, hash(generated), escodegen.generate(esprima.parseScript('if (a) b; else { for (;;) {} } var x = function () { return -(-1) + (a, b) ? `t${c}` : /r/g; }, {y, z} = {q: 1};'), { format: { compact: true, quotes: 'double', semicolons: false } }), escodegen.generate(esprima.parseModule('import a, {b as c} from "d"; export default class extends e { static *f() {} }')));
for (const bad of ['a b', '"', 'let x; let x', '({a:1,', 'for (', '/(/']) { try { console.log(esprima.parseScript(bad).type); } catch (e) { console.log(e.message, e.index, e.lineNumber, e.column); } }
console.log(esprima.tokenize('a + 1 // c', { comment: true, range: true }));
