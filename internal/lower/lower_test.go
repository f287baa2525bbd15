package lower

import (
	"strings"
	"testing"
)

func lowered(t *testing.T, r Request) Result {
	t.Helper()
	result := Lower(r)
	if result.Problem != nil {
		t.Fatalf("%+v", result.Problem)
	}
	return result
}

// sourceOf returns where in the source the first occurrence of text in the code
// comes from.
func sourceOf(r Result, text string) int {
	at := strings.Index(r.Code, text)
	source := -1
	for _, m := range r.Marks {
		if m.Made <= at {
			source = m.Source
		}
	}
	return source
}

func TestOffsets(t *testing.T) {
	source := "interface T { a: number }\n/* 😀 ü */ const s: string = '😀'; throw (\n  new Error(`${s as string}`));\r\nfinish<T>()\n"
	r := lowered(t, Request{Path: "/a.ts", Source: source, Loader: "ts"})
	for _, text := range []string{"const s", "new Error", "finish("} {
		want := strings.Index(source, strings.TrimSuffix(text, "("))
		if got := sourceOf(r, text); got != want {
			t.Errorf("%q comes from %d, not %d\n%s", text, got, want, r.Code)
		}
	}
}

func TestOffsetsAfterOwnHelpers(t *testing.T) {
	source := "async function* f() { yield* g() }\nmarker()"
	r := lowered(t, Request{Path: "/a.js", Source: source, Loader: "js"})
	if got, want := sourceOf(r, "marker()"), strings.Index(source, "marker()"); got != want {
		t.Errorf("marker comes from %d, not %d", got, want)
	}
	for _, own := range []string{"__jsrr_async.Await", "__jsrr_async.generator", "__jsrr_async.yieldStar"} {
		if !strings.Contains(r.Code, own) {
			t.Errorf("no %s in\n%s", own, r.Code)
		}
	}
	if strings.Contains(r.Code, "var resume") {
		t.Errorf("esbuild's helper is there:\n%s", r.Code)
	}
}

func TestProblem(t *testing.T) {
	p := Lower(Request{Path: "/a.ts", Source: "let a = 1;\nlet = 5 5", Loader: "ts"}).Problem
	if p == nil || p.Line != 2 || p.Column != 8 || p.Message == "" {
		t.Errorf("%+v", p)
	}
}

func TestCommon(t *testing.T) {
	r := lowered(t, Request{Path: "/a.ts", Source: "import a from 'a'; export const b: number = a", Loader: "ts", Common: true})
	if !strings.Contains(r.Code, `require("a")`) {
		t.Error(r.Code)
	}
}

func TestConfig(t *testing.T) {
	const jsx = "const a = <p>x</p>"
	for config, want := range map[string]string{
		"": "React.createElement", `{"compilerOptions":{"jsx":"react-jsx"}}`: "jsx-runtime",
		`{"compilerOptions":{"jsxFactory":"h"}}`: "h(", `{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"preact"}}`: "preact/jsx-runtime",
	} {
		if r := lowered(t, Request{Path: "/a.tsx", Source: jsx, Loader: "tsx", Config: config}); !strings.Contains(r.Code, want) {
			t.Errorf("%s: no %s in %s", config, want, r.Code)
		}
	}
}

func FuzzMappings(f *testing.F) {
	f.Add("AAAA;AACA,EAAE", "a\nb", "c\nd😀")
	f.Add("gggggggggggggB", "a", "b")
	f.Add(";;;,,,AADD", "a", "b")
	f.Fuzz(func(t *testing.T, text, code, source string) {
		marks, err := decodeMappings(text, newLines(code), newLines(source))
		if err != nil {
			return
		}
		for _, m := range marks {
			if m.Made < 0 || m.Made > len(code) || m.Source < 0 || m.Source > len(source) {
				t.Fatalf("mark %v", m)
			}
		}
	})
}
