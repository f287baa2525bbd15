// eslint: rules, fixes, own rules, suppression, formatters; in memory and on files.
const { Linter, ESLint, RuleTester, SourceCode } = require('eslint');
const fs = require('fs');
const os = require('os');
const path = require('path');
const linter = new Linter();
const code = '/* global g */\nvar a = 1, unused\nif (a == 1) { let b = a\n  console.log(b) }\nfunction f(x, y) { return x; debugger; }\n// eslint-disable-next-line no-undef\nnope();\nnope2();\nconst o = { "k": 1, k: 2 }; for (;;) { if (a = 2) break }\nasync function h() { await 1; try { x() } catch (e) {} }\nclass C { constructor() { this.y } m() { return `t` + \'q\' } }\nswitch (a) { case 1: f(); case 2: h() }\nnew C().m\n';
const rules = { 'no-unused-vars': 2, eqeqeq: 2, 'no-undef': 2, semi: [2, 'always'], quotes: [1, 'single'], 'no-dupe-keys': 2, 'no-cond-assign': 2, 'no-unreachable': 2, 'no-debugger': 1, 'no-empty': 2, 'prefer-const': 2, 'no-var': 2, 'no-fallthrough': 2, 'no-unused-expressions': 2, indent: [2, 2], 'require-await': 1, 'prefer-template': 1, 'class-methods-use-this': 1, complexity: [1, 2], 'no-shadow': 1, 'max-len': [1, { code: 60 }], 'quote-props': [2, 'as-needed'], 'one-var': [1, 'never'], curly: 1, 'brace-style': 1, 'no-console': 1, 'func-names': 1, 'object-shorthand': 1, 'arrow-body-style': 1, 'no-multi-spaces': 1, 'keyword-spacing': 1, 'space-before-blocks': 1, camelcase: 1, 'no-constant-condition': 1 };
const config = { parserOptions: { ecmaVersion: 2022 }, env: { es2022: true }, globals: { console: 'readonly' }, rules };
for (const m of linter.verify(code, config, { filename: 'x.js', reportUnusedDisableDirectives: true })) console.log(`${m.line}:${m.column}-${m.endLine}:${m.endColumn} ${m.severity} ${m.ruleId} ${m.message} ${m.fix ? JSON.stringify(m.fix) : ''} ${m.suggestions?.length ?? ''}`);
const fixed = linter.verifyAndFix(code, config);
console.log(fixed.fixed, fixed.output, fixed.messages.length);
for (const bad of ['let a = ;', 'class A {', 'import x from "y"', '"\\08"', 'a b']) console.log(linter.verify(bad, { parserOptions: { ecmaVersion: 2022 } }).map((m) => [m.fatal, m.line, m.column, m.message]));
linter.defineRule('no-foo', { meta: { fixable: 'code', messages: { foo: 'no {{name}}' }, schema: [{ type: 'string' }] }, create: (context) => ({ 'Identifier[name=/^foo/]'(node) { context.report({ node, messageId: 'foo', data: { name: node.name }, fix: (fixer) => fixer.replaceText(node, context.options[0] ?? 'bar') }); }, 'Program:exit'(node) { const scope = context.getScope(); context.report({ node, loc: { line: 1, column: 0 }, message: `${scope.variables.length} variables, ${context.getSourceCode().getAllComments().length} comments` }); }, onCodePathEnd(p) { context.report({ loc: { line: 1, column: 0 }, message: `paths ${p.currentSegments.length}` }); } }) });
console.log(linter.verify('foo(fooBar) // c\nvar z', { rules: { 'no-foo': [2, 'qux'] } }).map((m) => m.message), linter.verifyAndFix('foo(fooBar)', { rules: { 'no-foo': 2 } }).output);
console.log(SourceCode.splitLines('a\r\nb\u2028c'), linter.getRules().size, Linter.version);
try { new RuleTester().run('x', linter.getRules().get('semi'), { valid: ['a;'], invalid: [{ code: 'a', errors: 2 }] }); } catch (e) { console.log(e.message); }
(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eslint-'));
  fs.writeFileSync(path.join(folder, '.eslintrc.json'), JSON.stringify({ root: true, extends: 'eslint:recommended', env: { node: true, es2022: true }, overrides: [{ files: '*.test.js', rules: { 'no-undef': 0 } }] }));
  fs.writeFileSync(path.join(folder, 'a.js'), 'var x = 1;\nundefined_();\n');
  fs.writeFileSync(path.join(folder, 'b.test.js'), 'free();\nif (1) {}\n');
  fs.writeFileSync(path.join(folder, '.eslintignore'), 'c.js\n');
  fs.writeFileSync(path.join(folder, 'c.js'), 'ignored(');
  const eslint = new ESLint({ cwd: folder, useEslintrc: true });
  const results = await eslint.lintFiles(['.']);
  for (const r of results) console.log(path.basename(r.filePath), r.errorCount, r.messages.map((m) => [m.line, m.ruleId, m.message]));
  for (const name of ['stylish', 'json', 'unix', 'compact']) console.log((await (await eslint.loadFormatter(name)).format(results)).split(folder).join(''));
  console.log(await eslint.isPathIgnored(path.join(folder, 'c.js')), Object.keys((await eslint.calculateConfigForFile(path.join(folder, 'a.js'))).rules).length);
  fs.rmSync(folder, { recursive: true });
})();
