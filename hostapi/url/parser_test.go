package url

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ input, base, want string }{
		{"http://EXAMPLE.com:80/a/../b?c#d", "", "http://example.com/b?c#d"},
		{"../x", "http://h/a/b/c", "http://h/a/x"},
		{"//h2", "https://h/a", "https://h2/"},
		{"#f", "mailto:a", "mailto:a#f"},
		{"C|/x", "file:///D:/y", "file:///C:/x"},
		{"x:/.//p", "", "x:/.//p"},
		{"http://0x7F.1/", "", "http://127.0.0.1/"},
		{"http://[1:0:0:2:0:0:0:3]/", "", "http://[1:0:0:2::3]/"},
		{"http://u:p@s:1/", "", "http://u:p@s:1/"},
		{"http://faß.de", "", "http://xn--fa-hia.de/"},
		{"http://a b/", "", ""}, {"http://h:65536/", "", ""}, {"x", "", ""}, {"http://[1::2::3]/", "", ""},
		{"http://1.2.3.256/", "", ""}, {"http://%zz/", "", ""},
	} {
		var base *record
		if test.base != "" {
			base, _ = parse(test.base, nil)
		}
		got := ""
		if u, ok := parse(test.input, base); ok {
			got = u.serialize().href
		}
		if got != test.want {
			t.Errorf("%q against %q: %q, want %q", test.input, test.base, got, test.want)
		}
	}
}

func TestLayout(t *testing.T) {
	u, _ := parse("http://user:pw@host:8080/path?query#hash", nil)
	l := u.serialize()
	parts := []string{
		l.href[:l.protocolEnd], l.href[l.usernameStart:l.usernameEnd], l.href[l.usernameEnd:l.hostStart],
		l.href[l.hostStart:l.hostEnd], l.href[l.hostEnd:l.portEnd], l.href[l.pathStart:l.searchStart],
		l.href[l.searchStart:l.hashStart], l.href[l.hashStart:],
	}
	want := "http:|user|:pw@|host|:8080|/path|?query|#hash"
	if got := strings.Join(parts, "|"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestIPv6(t *testing.T) {
	for input, want := range map[string]string{
		"::": "::", "::1": "::1", "1::": "1::", "1:2:3:4:5:6:7:8": "1:2:3:4:5:6:7:8", "0:0:1::": "0:0:1::",
		"::ffff:1.2.3.4": "::ffff:102:304", "1:0:0:1:0:0:0:1": "1:0:0:1::1", "1:2:3:4:5:6:7::": "1:2:3:4:5:6:7:0",
		"a:B:c:D:e:F:0:1": "a:b:c:d:e:f:0:1", "1:0:3:4:5:6:7:8": "1:0:3:4:5:6:7:8",
		"": "!", ":": "!", "1": "!", "1:2:3:4:5:6:7:8:9": "!", "1:2:3:4:5:6:7:8::": "!", "1::2::3": "!", ":1": "!",
		"1:": "!", "12345::": "!", "g::": "!", "::1.2.3": "!", "::1.2.3.4.5": "!", "::01.2.3.4": "!", "::256.1.1.1": "!",
		"1:2:3:4:5:6:7:1.2.3.4": "!", "::.1.2.3": "!", ":::": "!",
	} {
		got := "!"
		if address, ok := parseIPv6(input); ok {
			got = address.String()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", input, got, want)
		}
	}
}

func TestUnescape(t *testing.T) {
	for input, want := range map[string]string{
		"a%41": "aA", "%C3%A9": "é", "%zz%41": "%zzA", "%ff": "\uFFFD", "é%ff": "\uFFFD\uFFFD", "%": "%", "€": "€",
	} {
		if got := unescape(input); got != want {
			t.Errorf("%q: %q, want %q", input, got, want)
		}
	}
}

// FuzzURL checks that an href parses to itself, that its parts cover it in
// order, and that no setter breaks that.
func FuzzURL(f *testing.F) {
	f.Add("http://u:p@h:1/a/../b?c#d", "../x", "hostname", "b:80")
	f.Add("x:/.//p", "//y", "host", "")
	f.Add("file:///C:/x", "D|", "pathname", "\\..")
	f.Add("mailto:a b ", "#f", "search", "")
	f.Add("http://[::1.2.3.4]", "?q", "protocol", "ws")
	f.Fuzz(func(t *testing.T, base, input, property, value string) {
		b, ok := parse(base, nil)
		if !ok {
			return
		}
		checkStable(t, b)
		if u, ok := parse(input, b); ok {
			checkStable(t, u)
			u.set(property, value)
			checkStable(t, u)
		}
	})
}

func checkStable(t *testing.T, u *record) {
	t.Helper()
	l := u.serialize()
	places := []int{0, l.protocolEnd, l.usernameStart, l.usernameEnd, l.hostStart, l.hostEnd, l.portEnd, l.pathStart,
		l.searchStart, l.hashStart, len(l.href)}
	for i := 1; i < len(places); i++ {
		if places[i] < places[i-1] {
			t.Fatalf("%q: places %v", l.href, places)
		}
	}
	again, ok := parse(l.href, nil)
	if !ok {
		t.Fatalf("%q does not parse", l.href)
	}
	if href := again.serialize().href; href != l.href {
		t.Fatalf("%q parses to %q", l.href, href)
	}
}
