// handlebars, mustache, ejs, pug, nunjucks, marked, highlight.js, cheerio, domino.
const Handlebars = require('handlebars');
const Mustache = require('mustache');
const ejs = require('ejs');
const pug = require('pug');
const nunjucks = require('nunjucks');
const { marked } = require('marked');
const hljs = require('highlight.js');
const cheerio = require('cheerio');
const domino = require('domino');
const data = { title: 'A <b> & "c"', list: [{ n: 1, tags: ['x', 'y'] }, { n: 2, tags: [] }], user: { name: 'Ann', admin: true }, empty: [], fn() { return this.title.length; } };

Handlebars.registerHelper('loud', (s, o) => String(s).toUpperCase() + (o.hash.mark ?? ''));
Handlebars.registerHelper('wrap', function(o) { return `[${o.fn(this)}|${o.inverse(this)}]`; });
Handlebars.registerPartial('row', '<li>{{n}}{{#each tags}} {{@index}}:{{this}}{{else}} none{{/each}}</li>\n');
console.log(Handlebars.compile('{{title}} {{{title}}} {{#if user.admin}}yes{{else}}no{{/if}} {{loud user.name mark="!"}} {{#wrap}}in{{else}}out{{/wrap}}\n{{#each list}}{{> row}}{{/each}}{{#with user as |u|}}{{u.name}} {{../title}}{{/with}} {{lookup list 1}} {{~! comment ~}} {{#unless empty}}empty{{/unless}} {{@root.title}} \\{{escaped}} {{[odd key]}}', { noEscape: false })({ ...data, 'odd key': 'odd' }));
for (const bad of ['{{#if}}', '{{#if a}}{{/each}}', '{{missing arg}}', '{{> nope}}', '{{']) { try { console.log(Handlebars.compile(bad)({})); } catch (e) { console.log(e.message); } }
console.log(Handlebars.precompile('{{a}} {{#b}}{{c}}{{/b}}').length, Handlebars.compile('{{a.b.c}}', { strict: true }).toString().length > 0);

console.log(Mustache.render('{{title}} {{{title}}} {{&title}} {{#list}}({{n}}{{#tags}}-{{.}}{{/tags}}{{^tags}}none{{/tags}}){{/list}} {{^empty}}e{{/empty}} {{fn}} {{! c }}{{=<% %>=}}<% user.name %><%={{ }}=%>{{> p}} {{#f}}text {{user.name}}{{/f}}', { ...data, f: () => (text, render) => `<${render(text)}>` }, { p: 'partial {{user.name}}' }));
for (const bad of ['{{#a}}', '{{/a}}', '{{a', '{{#a}}{{/b}}']) { try { console.log(Mustache.render(bad, {})); } catch (e) { console.log(e.message); } }

console.log(ejs.render('<%= title %> <%- title %> <%# c %><% for (const { n, tags } of list) { -%>\n<%= n %>:<%= tags.join() %>\n<% } -%>\n<%_ if (user.admin) { _%> admin <%_ } _%>\n%% <%%= x %>', data), ejs.render('[? x ?]', { x: 1 }, { delimiter: '?', openDelimiter: '[', closeDelimiter: ']' }), ejs.compile('<%= locals.none %>|', { client: true, strict: true })({}));
try { ejs.render('a\n<%= nope.x %>\nb', {}, { filename: 'x.ejs' }); } catch (e) { console.log(e.message.split('\n').slice(0, 4).join('\n')); }
ejs.render('<%= await p %>', { p: Promise.resolve('awaited') }, { async: true }).then((s) => console.log(s));

console.log(pug.render('doctype html\nmixin item(n, ...rest)\n  li(class={odd: n % 2} data-n=n)&attributes(attributes)= n + rest.join()\n    block\nhtml\n  head\n    title #{title} !{title}\n    style.\n      a { b: c }\n  body.main#top(style={color: "red"})\n    - var x = 5\n    each row, i in list\n      +item(row.n, ...row.tags)(id=`i${i}`)\n        b inside\n    else\n      p none\n    case x\n      when 5: p five\n      default: p other\n    while x-- > 3\n      | #[em x] #{x}\n    if user.admin && !empty.length\n      a(href="/" + user.name checked) link\n    //- hidden\n    // shown\n    p: span nested', { ...data, pretty: true }));
for (const bad of ['p(', 'each x', 'p= nope.x', '+none()', '  p\n p']) { try { console.log(pug.render(bad)); } catch (e) { console.log(e.code, e.message.split('\n').at(-1)); } }

const env = new nunjucks.Environment(new (nunjucks.Loader.extend({ getSource: (name) => ({ src: { base: '<{% block a %}base{% endblock %}>', mac: '{% macro m(x, y=2) %}{{ x }}+{{ y }}{% endmacro %}' }[name], path: name }) }))(), { autoescape: true });
env.addFilter('twice', (s) => s + s).addGlobal('g', () => 'global');
console.log(env.renderString('{% extends "base" %}{% block a %}{{ super() }} {{ title }} {{ title | safe }} {% import "mac" as m %}{{ m.m(1, y=3) }}{% for r in list %}{{ loop.index }}{{ r.n if r.n > 1 else "one" }}{{ "," if not loop.last }}{% else %}none{% endfor %}{% set z = [1, 2, 3] | join("-") %}{{ z | twice | upper }} {{ g() }} {{ user | dump }} {{ "a,b" | replace(",", ";") }} {{ 7 // 2 }} {{ 2 ** 3 }} {% raw %}{{ raw }}{% endraw %} {{ list | sort(true, false, "n") | first | dump | safe }} {% if "x" in list[0].tags %}in{% endif %}{% endblock %}', data));
try { env.renderString('{% if %}'); } catch (e) { console.log(e.message); }

const markdown = '# Title *em*\n\n1. one\n   - two\n   - [ ] task\n\n> quote\n> more\n\n| a | b |\n|:--|--:|\n| 1 | `x` |\n\n```js\nconst a = 1 < 2;\n```\n\n    code\n\n[link](http://x.y "t") ![img](a.png) <http://auto.z> https://bare.com **bold** ~~del~~ \\*no\\* a&b  \nbreak\n\n<div>html</div>\n\n[ref]: /r\n[ref] H~2~ \n\n***\nSetext\n---\n';
console.log(marked.parse(markdown), marked.lexer(markdown).map((t) => t.type), marked.parseInline('*x* `y`'));
marked.use({ renderer: { heading(text, level) { return `<h${level} custom>${text}</h${level}>\n`; } }, extensions: [{ name: 'at', level: 'inline', start: (s) => s.indexOf('@'), tokenizer(s) { const m = /^@(\w+)/.exec(s); return m && { type: 'at', raw: m[0], name: m[1] }; }, renderer: (t) => `<a>${t.name}</a>` }] });
console.log(marked.parse('# H\n\nhello @bob', { gfm: true, breaks: true }));

for (const [language, code] of [['javascript', 'async function* f(a = `x${1}`) { return /re/g.test(a) ? null : await new Map([[1n, "s"]]); } // c'], ['python', 'def f(x: int) -> str:\n    """doc"""\n    return f"{x!r}" if x else None  # c'], ['go', 'package main\nfunc (s *T) M(ch chan<- int) error { defer close(ch); return nil }'], ['css', '@media (min-width: 1px) { a:hover::before { color: #fff !important; } }'], ['sql', 'SELECT COUNT(*) FROM t WHERE a = \'x\' AND b IS NOT NULL;'], ['bash', 'for f in *.txt; do echo "$f ${x:-y}" | grep -E \'a\'; done'], ['rust', 'impl<T: Debug> X for Y<\'a> { fn f(&mut self) -> Result<(), Box<dyn Error>> { println!("{:?}", self); Ok(()) } }']]) console.log(hljs.highlight(code, { language }).value);
console.log(hljs.highlightAuto('{"a": [1, true, null]}', ['json', 'javascript', 'yaml']).language, hljs.listLanguages().length);

const $ = cheerio.load('<ul id=f><li class="a b">Apple</li><li class=b>Pear<p>x</p></ul><input type=checkbox checked value="v"><table><tr><td>1<td>2</table>&copy;&nbsp;');
$('li.b').addClass('new').first().attr('data-x', '5').append('<i>!</i>').after('<li>After</li>');
console.log($.html(), $('li').map((i, el) => $(el).text()).get(), $('#f > li:nth-child(2)').prev().is('.a'), $('td').eq(1).text(), $('input').prop('checked'), $('input').val(), $('li').filter(':contains("Pear")').find('p').length, $('li').not('.new').length, $.xml('table'), $('[data-x="5"]').data('x'), $('li:has(p)').index(), $('ul').children().last().prevAll().length, $('li:not(.b):last').text());

const document = domino.createDocument('<div id=a class="x y"><p>one</p><p>two <b>bold</b></p></div>');
const div = document.getElementById('a');
const p = document.createElement('p');
p.innerHTML = 'three & <i>it</i>';
div.insertBefore(p, div.lastChild);
div.classList.add('z');
let clicks = 0;
div.addEventListener('click', (e) => { clicks++; e.preventDefault(); });
p.dispatchEvent(new domino.impl.CustomEvent('click', { bubbles: true }));
console.log(document.body.innerHTML, document.querySelectorAll('p:not(:first-child)').length, div.querySelector('b').textContent, clicks, document.title, div.getAttribute('class'), p.cloneNode(true).outerHTML, document.createTextNode('<').parentNode, div.children.length);
