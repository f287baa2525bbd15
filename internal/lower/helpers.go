package lower

import "strings"

// Helpers is the name of the object that lowered code finds jsrr's own helpers
// in. It belongs to no module: the loader binds it.
const Helpers = "__jsrr_async"

// replacements are esbuild's helpers that jsrr has its own for: V8 settles the
// promises of async generators in fewer microtasks.
var replacements = []struct{ begin, end, own string }{
	{"var __await = function", "\n};\n", "var __await = " + Helpers + ".Await;\n"},
	{"var __asyncGenerator = ", "\n};\n", "var __asyncGenerator = " + Helpers + ".generator;\n"},
	{"var __yieldStar = ", "\n};\n", "var __yieldStar = " + Helpers + ".yieldStar;\n"},
}

// ownHelpers puts jsrr's helpers in the place of esbuild's.
func ownHelpers(code string, marks []Mark) (string, []Mark) {
	for _, r := range replacements {
		begin := strings.Index(code, r.begin)
		if begin < 0 || begin > 0 && code[begin-1] != '\n' {
			continue
		}
		length := strings.Index(code[begin:], r.end)
		if length < 0 {
			continue
		}
		end := begin + length + len(r.end)
		if len(marks) > 0 && marks[0].Made < end {
			continue // the program's own code
		}
		code = code[:begin] + r.own + code[end:]
		for i := range marks {
			marks[i].Made += len(r.own) - (end - begin)
		}
	}
	return code, marks
}
