package buffer

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/dop251/goja"
)

func jsString(t testing.TB, script string) goja.String {
	t.Helper()
	v, err := goja.New().RunString(script)
	if err != nil {
		t.Fatal(err)
	}
	return v.(goja.String)
}

func TestTextOf(t *testing.T) {
	for _, test := range []struct {
		script      string
		shared      bool
		utf8        string
		length, end int
	}{
		{`"abc"`, false, "abc", 3, 'c'},
		{`""`, false, "", 0, 0},
		{`"h\u00e9"`, true, "hé", 2, 0xE9},
		{`"\ud83d\ude00"`, true, "\U0001F600", 2, 0xDE00},
		{`"a\ud83d"`, true, "a\uFFFD", 2, 0xD83D},
		{`"\udc00\ud800"`, true, "\uFFFD\uFFFD", 2, 0xD800},
		{`JSON.stringify({ a: "h\u00e9".repeat(20) }).slice(6, 9)`, true, "héh", 3, 'h'},
	} {
		s := jsString(t, test.script)
		if _, shared := sharedUnits(s); shared != test.shared {
			t.Errorf("%s: shared is %v", test.script, shared)
		}
		text := textOf(s)
		if got := string(encodeUTF8(text)); got != test.utf8 || utf8Len(text) != len(test.utf8) {
			t.Errorf("%s: UTF-8 is %q of %d", test.script, got, utf8Len(text))
		}
		if text.length() != test.length || int(text.last(0)) != test.end {
			t.Errorf("%s: length %d, last %x", test.script, text.length(), text.last(0))
		}
	}
}

// A string that Go made is known as UTF-8 and must not be widened for it.
func TestTextOfImported(t *testing.T) {
	s := goja.New().ToValue(strings.Repeat("hé", 20)).(goja.String)
	text := textOf(s)
	if text.wide != nil || text.length() != 40 || len(text.units()) != 40 {
		t.Errorf("wide %v, length %d", text.wide != nil, text.length())
	}
	bad := textOf(goja.New().ToValue(strings.Repeat("x", 20) + "\xff").(goja.String))
	if got := string(encodeUTF8(bad)); got != strings.Repeat("x", 20)+"\uFFFD" {
		t.Errorf("invalid UTF-8 became %q", got)
	}
}

func TestWriteUTF8WholeCharacters(t *testing.T) {
	for _, test := range []struct {
		text          string
		room          int
		written, read int
	}{
		{"a€b", 3, 1, 1}, {"a€b", 4, 4, 2}, {"a€b", 9, 5, 3}, {"é", 1, 0, 0},
		{"\U0001F600x", 3, 0, 0}, {"\U0001F600x", 4, 4, 2}, {"", 3, 0, 0},
	} {
		for _, text := range []text{{narrow: test.text}, {wide: utf16.Encode([]rune(test.text))}} {
			room := []byte("..........")
			written, read := writeUTF8(room[:test.room], text)
			if written != test.written || read != test.read || strings.Trim(string(room[written:]), ".") != "" {
				t.Errorf("%q in %d: wrote %d, read %d, %q", test.text, test.room, written, read, room)
			}
		}
	}
}

func TestUnfinishedUTF8(t *testing.T) {
	for input, want := range map[string]int{
		"": 0, "a": 0, "\xc3": 1, "\xc3\xa9": 0, "\xe2": 1, "\xe2\x82": 2, "\xe2\x82\xac": 0, "\xf0\x9f\x98": 3,
		"\xf0\x9f": 2, "\xff": 0, "\x80": 0, "\xe0\x80": 0, "\xed\xa0": 0, "\xf4\x90": 0, "a\xf0": 1, "\xc3a": 0,
	} {
		if got := unfinishedUTF8([]byte(input)); got != want {
			t.Errorf("%q: %d, want %d", input, got, want)
		}
	}
}

func TestBase64Lenient(t *testing.T) {
	for input, want := range map[string]string{
		"YQ==": "a", "YQ": "a", "YQ=": "a", "Y": "", "YW Jj\nZA": "abcd", "YQ==YQ==": "a", "-_-_": "\xfb\xff\xbf",
		"YWJj!ZGVm": "abcdef", "=YWJj": "", "YWJjéZGVm": "abcdef", "ŁYWJj": "\x01\x85\x89",
	} {
		for _, text := range []text{
			{narrow: input, ascii: isASCII(input)}, {wide: utf16.Encode([]rune(input))},
		} {
			if got := string(base64Encoding.encode(text)); got != want {
				t.Errorf("%q: %q, want %q", input, got, want)
			}
		}
	}
}

func TestEncodingNamed(t *testing.T) {
	for name, want := range map[string]encoding{
		"utf8": utf8Encoding, "UTF-8": utf8Encoding, "Ucs2": utf16Encoding, "binary": latin1Encoding,
		"BASE64URL": base64URLEncoding, "": unknownEncoding, "utf": unknownEncoding, "base64urlx": unknownEncoding,
	} {
		if got := encodingNamed(name); got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}

// decodeSlowly is the UTF-8 decoder of the WHATWG encoding standard, byte by
// byte.
func decodeSlowly(b []byte) string {
	var out strings.Builder
	need, seen, r := 0, 0, rune(0)
	low, high := byte(0x80), byte(0xBF)
	for i := 0; i < len(b); i++ {
		c := b[i]
		if need == 0 {
			need = leadLen(c) - 1
			low, high = secondRange(c)
			switch need {
			case -1:
				need = 0
				out.WriteString(replacement)
			case 0:
				out.WriteByte(c)
			default:
				r = rune(c) & (0x3F >> need)
			}
			continue
		}
		if c < low || c > high {
			need, seen = 0, 0
			out.WriteString(replacement)
			i--
			continue
		}
		low, high = 0x80, 0xBF
		r = r<<6 | rune(c&0x3F)
		if seen++; seen == need {
			out.WriteRune(r)
			need, seen = 0, 0
		}
	}
	if need > 0 {
		out.WriteString(replacement)
	}
	return out.String()
}

func FuzzRepairUTF8(f *testing.F) {
	for _, seed := range []string{"a", "é", "\xe2\x82", "\xf0\x9f\x98a", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got := string(repairUTF8(b))
		if want := decodeSlowly(b); got != want {
			t.Fatalf("%q: %q, want %q", b, got, want)
		}
		n := unfinishedUTF8(b)
		if joined := string(repairUTF8(b[:len(b)-n])) + string(repairUTF8(b[len(b)-n:])); joined != got {
			t.Fatalf("%q cut before the last %d bytes: %q, want %q", b, n, joined, got)
		}
	})
}

func FuzzRoundTrip(f *testing.F) {
	f.Add([]byte("some bytes"))
	f.Add([]byte{0, 0xD8, 0xFF, 0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		rt := goja.New()
		for _, enc := range []encoding{latin1Encoding, hexEncoding, base64Encoding, base64URLEncoding, utf16Encoding} {
			want := b
			if enc == utf16Encoding {
				want = b[:len(b)&^1]
			}
			s := enc.decode(rt, b).(goja.String)
			if got := enc.encode(textOf(s)); string(got) != string(want) {
				t.Fatalf("encoding %d: %x, want %x", enc, got, want)
			}
			if got := enc.encode(text{wide: copyUnits(s)}); string(got) != string(want) {
				t.Fatalf("encoding %d, wide: %x, want %x", enc, got, want)
			}
		}
	})
}

// FuzzDecode gives arbitrary text to each decoder: nothing may go beyond its
// bound, and well-formed input must decode as the standard library says.
func FuzzDecode(f *testing.F) {
	f.Add("YWJj", 3)
	f.Add("dead\u20ac", 1)
	f.Add("=-=", 0)
	f.Fuzz(func(t *testing.T, input string, room int) {
		input = strings.ToValidUTF8(input, "?")
		narrow := text{narrow: input, ascii: isASCII(input)}
		wide := text{wide: utf16.Encode([]rune(input))}
		for enc := utf8Encoding; enc <= hexEncoding; enc++ {
			a, b := enc.encode(narrow), enc.encode(wide)
			if string(a) != string(b) || len(a) > enc.bound(narrow) || enc.bound(narrow) != enc.bound(wide) {
				t.Fatalf("encoding %d: %x and %x", enc, a, b)
			}
			part := make([]byte, max(0, min(room, 1000)))
			if n := enc.write(part, wide); !strings.HasPrefix(string(a), string(part[:n])) {
				t.Fatalf("encoding %d: %x begins otherwise in %d bytes: %x", enc, a, len(part), part[:n])
			}
		}
		if want, err := base64.StdEncoding.DecodeString(input); err == nil {
			if got := base64Encoding.encode(narrow); string(got) != string(want) {
				t.Fatalf("base64 %q: %x, want %x", input, got, want)
			}
		}
		if want, err := hex.DecodeString(input); err == nil && string(hexEncoding.encode(narrow)) != string(want) {
			t.Fatalf("hex %q: want %x", input, want)
		}
	})
}

func BenchmarkEncodeUTF8(b *testing.B) {
	for name, script := range map[string]string{
		"ascii": `"abcdefgh".repeat(128)`, "wide": `"abcd\u00e9fgh".repeat(128)`,
	} {
		s := jsString(b, script)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(1024)
			for b.Loop() {
				encodeUTF8(textOf(s))
			}
		})
	}
}
