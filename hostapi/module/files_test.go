package module

import "testing"

// What TextDecoder of node 20 makes of the same bytes.
func TestDecode(t *testing.T) {
	for source, want := range map[string]string{
		"caf\xe9":              "caf\uFFFD",
		"\xff\xfe":             "\uFFFD\uFFFD",
		"\xe2\x82":             "\uFFFD",
		"\xe2\x82x":            "\uFFFDx",
		"\xe2\x28\xa1":         "\uFFFD(\uFFFD",
		"\xf0\x9f\x98":         "\uFFFD",
		"\xf0\x9f\x98\x80":     "😀",
		"\xed\xa0\x80":         "\uFFFD\uFFFD\uFFFD",
		"\xc0\x80":             "\uFFFD\uFFFD",
		"\xf4\x90\x80\x80":     "\uFFFD\uFFFD\uFFFD\uFFFD",
		"\xe0\x80\xe2\x82\xac": "\uFFFD\uFFFD€",
	} {
		if got := decode([]byte(source)); got != want {
			t.Errorf("%q: got %q, not %q", source, got, want)
		}
	}
}
