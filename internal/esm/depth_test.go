package esm

import (
	"strings"
	"testing"
)

func TestDeeper(t *testing.T) {
	const limit = 1000 // as much as 125 brackets
	chain := func(head, part, tail string) string { return head + strings.Repeat(part, limit+1) + tail }
	for _, source := range []string{
		chain("1", "-1", ""), chain("1", "\n-1", ""), chain("a", ".b", ""), chain("a", "?.b", ""), chain("", "x=", "1"),
		chain("", "1?1:", "1"), chain("", "!", "1"), chain("", "- ", "1"), chain("", "typeof\n", "1"), chain("", "if(0){}else ", "{}"),
		chain("", "if(0);else ", ";"), chain("", "if(0)\n", ";"), chain("", "if(0)x()\nelse ", ";"), chain("f", "()", ""), chain("f", "(1,2)", ""),
		chain("a", "[0]", ""), chain("f", "``", ""), chain("f", "`${1}`", ""), chain("", "x=>", "1"), chain("", "(", ""), chain("", "{", ""),
		chain("", "`${", ""), chain("", "l:", ";"), chain("", "do ", ";"), chain("async()=>{", "await ", "1}"), chain("", "new ", "X"),
		chain("1", " in a", ""), chain("", "[a,b,", ""), chain("1", "- /;,/", ""), chain("1", "- ';'", ""), chain("1", "/*;*/-1//;\n", ""),
		chain("1", "**2", ""), chain("class A extends ", "class extends ", "B{}"), chain("", "({a:", ""), chain("", "f(x,y=", ""),
	} {
		if !Deeper(source, limit) {
			t.Errorf("%.40q…: not deep", source)
		}
	}
	for _, source := range []string{
		chain("", "1;", ""), chain("", "f(1, 2)\n", ""), chain("", "x = y\n", ""), chain("", "function f() { return a + b }\n", ""),
		chain("", "if (a) { b() } else { c() }", ""), chain("[", "1,", "]"), chain("({", "a: 1, ", "})"), chain("switch(1){", "case 0: ", "}"),
		chain("", "class A { x = 1\n y() { } }\n", ""), chain("'", "-", "'"), chain("/", "[-]", "/"), chain("/*", "-", "*/"), chain("`", "-", "`"),
		chain("`", "${a + b}", "`"), chain("a", " === b;\n", ""), chain("(", "a === b && c, ", "d)"), chain("1", ", 1", ""),
		chain("", "import a from 'b'\n", ""), chain("", "a.b.c()\n", ""),
	} {
		if Deeper(source, limit) {
			t.Errorf("%.40q…: deep", source)
		}
	}
}
