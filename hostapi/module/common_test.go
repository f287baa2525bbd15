package module

import "testing"

func TestHasWord(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "export": true, "exports.a = 1": false, "reexport": false, "a export b": true, "x=1;export{x}": true,
		"exports; export": true, "exports;export*from'a'": true, "$export": false, "export_": false, "éexport": true, "/**/export default 1": true,
		"exportexport": false,
	} {
		if got := hasWord(text, "export"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
