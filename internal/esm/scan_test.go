package esm

import (
	"fmt"
	"strings"
	"testing"
)

// edited returns the source with the edits of m.
func edited(source string, m *Module) string {
	var out strings.Builder
	at := 0
	for _, e := range m.Edits {
		out.WriteString(source[at:e.At])
		out.WriteString(e.Text)
		at = e.At + e.Len
	}
	return out.String() + source[at:]
}

// describe shows a module in one line.
func describe(m *Module) string {
	var parts []string
	for _, r := range m.Requests {
		parts = append(parts, fmt.Sprintf("request %s%v", r.Specifier, r.Attributes))
	}
	for _, i := range m.Imports {
		parts = append(parts, fmt.Sprintf("%s=%d.%s", i.Local, i.Request, i.Name))
	}
	for _, e := range m.Exports {
		if e.Request >= 0 {
			parts = append(parts, fmt.Sprintf("export %s=%d.%s", e.Name, e.Request, e.Import))
		} else {
			parts = append(parts, fmt.Sprintf("export %s=%s", e.Name, e.Local))
		}
	}
	return strings.Join(parts, "; ")
}

func TestScan(t *testing.T) {
	for _, test := range []struct{ source, want, code string }{
		{"import 'a'", "request a[]", ";"},
		{"import a from 'a'; a()", "request a[]; a=0.default", "; a()"},
		{"import * as n from \"a\"\n(1)", "request a[]; n=0.*", ";\n(1)"},
		{"import d, { x, y as z, default as w, 'odd name' as o, } from 'a'", "request a[]; d=0.default; x=0.x; z=0.y; w=0.default; o=0.odd name", ";"},
		{"import d, * as n from 'a'", "request a[]; d=0.default; n=0.*", ";"},
		{"import {} from 'a'", "request a[]", ";"},
		{"import j from './j.json' with { type: 'json' };", "request ./j.json[type json]; j=0.default", ";"},
		{"import j from './j.json' assert { 'type': \"json\" }\nx", "request ./j.json[type json]; j=0.default", ";\nx"},
		{"import from from 'a'; import as from 'b'", "request a[]; request b[]; from=0.default; as=1.default", "; ;"},
		{"import/**/a/**/from/**/'a'/**/", "request a[]; a=0.default", ";/**/"},
		{"import a from 'a'\nimport b from 'a'", "request a[]; a=0.default; b=0.default", ";\n;"},
		{"export * from 'a'; export * as n from 'b'", "request a[]; request b[]; export =0.*; export n=1.*", "; ;"},
		{"export { a, b as c, default, default as d } from 'a'", "request a[]; export a=0.a; export c=0.b; export default=0.default; export d=0.default", ";"},
		{"export { a as default, b as 'x y' }", "export default=a; export x y=b", ";"},
		{"export {}", "", ";"},
		{"export const a = 1, b = 2", "export a=a; export b=b", " const a = 1, b = 2"},
		{"export let a, b = f(1, 2), c\nd, e", "export a=a; export b=b; export c=c", " let a, b = f(1, 2), c\nd, e"},
		{"export let a = 1\nb, c", "export a=a", " let a = 1\nb, c"},
		{"export let a = () => { }\nexport let b = x\n  .y, c", "export a=a; export b=b; export c=c", " let a = () => { }\n let b = x\n  .y, c"},
		{"export const { a, b: c, d = 1, e: { f }, ...g } = x, [h, , i = [1, 2], ...j] = y", "export a=a; export c=c; export d=d; export f=f; export g=g; export h=h; export i=i; export j=j", " const { a, b: c, d = 1, e: { f }, ...g } = x, [h, , i = [1, 2], ...j] = y"},
		{"export const { [k + ','] : a, 'b': c = (1, 2), 3: d } = x", "export a=a; export c=c; export d=d", " const { [k + ','] : a, 'b': c = (1, 2), 3: d } = x"},
		{"export var a = /[,/]/, b = `,${c, d}`, e = g ? h : i", "export a=a; export b=b; export e=e", " var a = /[,/]/, b = `,${c, d}`, e = g ? h : i"},
		{"export function f() { } export async function g() { } export function* h() { } export async function * i() { }", "export f=f; export g=g; export h=h; export i=i", " function f() { }  async function g() { }  function* h() { }  async function * i() { }"},
		{"export class A extends B { static import() { } }", "export A=A", " class A extends B { static import() { } }"},
		{"export default 1 + 2", "export default=$default", "const $default = 1 + 2"},
		{"export default async () => import('a')", "export default=$default", "const $default = async () => $import('a')"},
		{"export default function () { }", "export default=$default", " function $default () { }"},
		{"export default function named() { }", "export default=named", " function named() { }"},
		{"export default async function* () { }", "export default=$default", " async function* $default () { }"},
		{"export default class { }", "export default=$default", " class $default { }"},
		{"export default class extends A { }", "export default=$default", " class $default extends A { }"},
		{"export default class A { }", "export default=A", " class A { }"},
		{"export default (function () { })", "export default=$default", "const $default = (function () { })"},
		{"export default { import() { }, a: import('b') }", "export default=$default", "const $default = { import() { }, a: $import('b') }"},
		{"const a = { import: 1 }; a.import('x'); a?.import(1); b.export = 2", "", "const a = { import: 1 }; a.import('x'); a?.import(1); b.export = 2"},
		{"import.meta.url; x(import . meta)", "", "$meta.url; x($meta)"},
		{"import(import('a'))", "", "$import($import('a'))"},
		{"f`import('a') ${import('b')} export`; /import('a')/; 'import(1)' // import('c')", "", "f`import('a') ${$import('b')} export`; /import('a')/; 'import(1)' // import('c')"},
		{"a / import('b') / c", "", "a / $import('b') / c"},
		{"if (a) /import('b')/.test(c)", "", "if (a) /import('b')/.test(c)"},
		{"x = a++ / 2; import('b'); y / 1", "", "x = a++ / 2; $import('b'); y / 1"},
		{"{ } /import('x')/; ({}) / import('b') / 1", "", "{ } /import('x')/; ({}) / $import('b') / 1"},
		{"`${`${{ a: '}' }.a}`}`; import('b')", "", "`${`${{ a: '}' }.a}`}`; $import('b')"},
		{"#!/usr/bin/env node\nimport 'a'", "request a[]", "///usr/bin/env node\n;"},
		{"$import; $default1; export default 1", "export default=$default0", "$import; $default1; const $default0 = 1"},
		{"import { \\u0061b as c\\u{64} } from 'a\\x41'", "request aA[]; cd=0.ab", ";"},
		{"case_: { export_ } function export1() { import_ }", "", "case_: { export_ } function export1() { import_ }"},
	} {
		m, err := Scan(test.source)
		if err != nil {
			t.Errorf("%s: %v", test.source, err)
			continue
		}
		if got := describe(m); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.source, got, test.want)
		}
		if got := edited(test.source, m); got != test.code {
			t.Errorf("%s:\n got %s\nwant %s", test.source, got, test.code)
		}
	}
}

func TestScanErrors(t *testing.T) {
	for source, want := range map[string]string{
		"import a b from 'x'":                "9: Unexpected identifier 'b'",
		"import { a from 'x'":                "11: Unexpected identifier 'from'",
		"import a from x":                    "14: Unexpected identifier 'x'",
		"import { default } from 'x'":        "9: Unexpected token 'default'",
		"import { if as if } from 'x'":       "15: Unexpected token 'if'",
		"import {a, b as a} from 'x'":        "16: Identifier 'a' has already been declared",
		"export { a, b as a }":               "12: Duplicate export of 'a'",
		"export const a = 1; export { a }":   "29: Duplicate export of 'a'",
		"export default 1; export default 2": "25: Duplicate export of 'default'",
		"export { if }":                      "9: Unexpected token 'if'",
		"export 1":                           "7: Unexpected number",
		"export":                             "6: Unexpected end of input",
		"import 'a' 'b'":                     "11: Unexpected string",
		"import eval from 'x'":               "7: Unexpected eval or arguments in strict mode",
		"export const { a":                   "16: Unexpected end of input",
		"import a from 'x' with { type: x }": "31: Unexpected identifier 'x'",
		"import * from 'x'":                  "9: Unexpected identifier 'from'",
		"export * as 1 from 'x'":             "12: Unexpected number",
		"import a, b from 'x'":               "10: Unexpected identifier 'b'",
	} {
		_, err := Scan(source)
		e, ok := err.(*Error)
		if !ok || fmt.Sprintf("%d: %s", e.At, e.Message) != want {
			t.Errorf("%s: got %v; want %s", source, err, want)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, seed := range []string{"import a from 'a'", "export const {a=`${b}`} = /[/]/", "import(", "export default class", "\\", "`${", "a/*", "#!", "'\\", "export let a\n++b,c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		m, err := Scan(source)
		if err != nil {
			if e := err.(*Error); e.At < 0 || e.At > len(source) {
				t.Fatalf("error at %d", e.At)
			}
			return
		}
		at := 0
		for _, e := range m.Edits {
			if e.At < at || e.Len < 0 || e.At+e.Len > len(source) {
				t.Fatalf("edits %v", m.Edits)
			}
			at = e.At + e.Len
		}
	})
}
