// prettier 3: formats JavaScript, TypeScript, CSS, Markdown, JSON, HTML, YAML; options, errors, plugins.
const prettier = require('prettier');
const fs = require('fs');

const samples = {
  babel: 'const a={b:1,c:[1,2,3],...d},{e,f:{g=2}}=h;async function*x(a,b=1,...c){for await(const y of z)yield* y?.[0]??w}\nclass A extends B{#p=1;static async m(){return super.m().then(x=>({x})).catch(e=>{throw e})}get q(){return this.#p}}\nif(a)b();else if(c)d();else{e()}\nconst longCall=someFunction(argumentNumberOne,argumentNumberTwo,(error,result)=>{console.log(`template ${error?1:2}`)},{key:value});\n// comment\n/** doc */ export default function(){return a&&b||c?d:e}\nswitch(x){case 1:case 2:y();break;default:z()}\nvar el=<div className="a" {...p}>{list.map(i=><li key={i}>text</li>)}</div>;label:for(;;){continue label}',
  typescript: 'interface A<T extends object=  {}>extends B{readonly a?:string;[k:string]:any;m<K extends keyof T>(k:K):T[K]}\ntype U="a"|"b"|{kind:"c",v:number};enum E{A=1,B="x"}\nabstract class C<T> implements I{constructor(private readonly x:number,public y?:string){super()}@dec() method():asserts this is T{return <any>this as unknown as T}}\ndeclare module "m"{export function f(this:Window,...a:[string,number?]):void}\nconst x=y satisfies Z;let v!:number;export type{U};type M={-readonly[K in keyof T]?:T[K] extends infer R?R:never}',
  css: '@import url("a.css");a{color:RED;background:URL(x.png)}.b>.c~.d,.e::before{margin:0 0 0 0;transition:all .3s ease-in-out,color 1s}@media (max-width:100px) and (min-width:20px){.f{grid-template-areas:"a b" "c d"}}:root{--x:  1px;--y:{a:b}}@supports not (display:grid){a{float:left!important}}',
  scss: '$map:(key1:value1,key2:value2);@mixin m($a,$b:10px){width:calc(100% - #{$b});&:hover{@extend .x}}@each $k,$v in $map{.#{$k}{@include m($v);}}',
  less: '@c:#FFF;.m(@a;@b:2){color:fade(@c,50%);&:extend(.x all);.n()}',
  markdown: '# Title\n\n* a\n* b\n    1. one\n    2. two\n\nText with *emph* __strong__ and `code`   \nnext\n\n| a | b |\n|--|:-:|\n| longer cell | x |\n\n```js\nconst a={b:1}\n```\n\n> quote\n\n[link]: http://x.y  "title"\n\nTerm[^1]\n\n[^1]: note\n\n- [ ] todo\n- [x] done\n***\n<div>html</div>\n',
  json: '{"a":[1,2,{"b":null}],"long":["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","cccccccccccccc"],/*c*/"x":1e5}',
  html: '<!doctype html><html><head><title>x</title><style>a{b:c}</style><script>let a=1</script></head><body><p class="a   b" id=x>Some <b>bold</b> text that is long enough to be wrapped because it goes past eighty columns.</p><ul><li>1</li><li>2</li></ul><pre>\n  kept\n</pre><input disabled><!-- c --></body></html>',
  yaml: 'a:   1\nb:\n    - x\n    -   y: {c: d,   e: [1,2]}\n# comment\nmulti: |\n  text\n   more\nanchor: &x\n  k: v\nref: *x\n---\nsecond: "doc"\n',
  graphql: 'query Q($a:Int=1){user(id:$a){...F,name@include(if:true)}}fragment F on User{id}type T implements I&J{a(b:[Int!]!):String@deprecated}',
  vue: '<template><div :a="b+c" @click="d($event)" v-for="x in y">{{x|f}}</div></template><script>export default{data(){return{a:1}}}</script><style scoped>a{b:c}</style>',
  glimmer: '<div class="{{if a "b" "c"}}">{{#each list as |x|}}{{x.y}}{{else}}none{{/each}}</div>',
};
(async () => {
  for (const parser in samples) console.log(`== ${parser}\n${await prettier.format(samples[parser], { parser })}`);
  for (const options of [{ semi: false, singleQuote: true }, { printWidth: 40, trailingComma: 'none' }, { useTabs: true, bracketSpacing: false }, { arrowParens: 'avoid', quoteProps: 'consistent', tabWidth: 4 }, { parser: 'meriyah' }, { parser: 'acorn', experimentalTernaries: true }, { parser: 'espree', objectWrap: 'collapse', bracketSameLine: true }]) {
    try { console.log(options, await prettier.format(samples.babel.replace(/var el=.*?;/, '').replace(/export default /, 'const f='), { parser: 'babel', ...options })); } catch (e) { console.log(options, e.name, e.message); }
  }
  const shared = samples.typescript.split('\n')[0];
  console.log(await prettier.format(shared, { parser: 'babel-ts' }) === await prettier.format(shared, { parser: 'typescript' }));
  for (const [parser, text] of [['babel', 'const a = ;'], ['typescript', 'let x: = 1'], ['css', 'a { b: c'], ['json', '{"a":'], ['yaml', 'a: [1'], ['html', '<div></p>'], ['nope', '']]) {
    try { console.log(await prettier.format(text, { parser })); } catch (e) { console.log(parser, e.name, e.message, e.loc); }
  }
  const formatted = await prettier.format(samples.babel, { parser: 'babel' });
  console.log(await prettier.check(formatted, { parser: 'babel' }), await prettier.check(samples.babel, { parser: 'babel' }), await prettier.formatWithCursor('foo  (  bar)', { parser: 'babel', cursorOffset: 8 }));
  console.log(await prettier.format('a  =  1\n// prettier-ignore\nb   =   2', { filepath: 'x.js' }), await prettier.format('a;b', { parser: 'babel', rangeStart: 2, rangeEnd: 3 }), (await prettier.getFileInfo('a/b.scss')).inferredParser);
  console.log((await prettier.getSupportInfo()).languages.map((l) => l.name).join(), prettier.version, prettier.doc.printer.printDocToString(prettier.doc.builders.group(['a', prettier.doc.builders.indent([prettier.doc.builders.line, 'b'])]), { printWidth: 2, tabWidth: 2 }).formatted);
  const plugin = { languages: [{ name: 'caps', parsers: ['caps'] }], parsers: { caps: { parse: (text) => ({ type: 'root', text }), astFormat: 'caps', locStart: () => 0, locEnd: (n) => n.text.length } }, printers: { caps: { print: (p) => p.node.text.toUpperCase() } } };
  console.log(await prettier.format('shout', { parser: 'caps', plugins: [plugin] }));
  const own = fs.readFileSync(require.resolve('dotenv'), 'utf8');
  const twice = await prettier.format(own, { parser: 'babel', printWidth: 100 });
  console.log(twice.length, require('crypto').createHash('md5').update(twice).digest('hex'), (await prettier.format(twice, { parser: 'babel', printWidth: 100 })) === twice);
})();
