package live

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// partsOf lists what readParts makes of a text.
func partsOf(text []byte) []string {
	var list []string
	readParts(bytes.NewReader(text), func(part byte, data []byte) {
		list = append(list, fmt.Sprintf("%c %s", part, data))
	})
	return list
}

func TestTestChannel(t *testing.T) {
	var sent bytes.Buffer
	channel := NewTestChannel(&sent)
	for _, write := range []struct {
		to   io.Writer
		text string
	}{
		{channel.Stdout(), "out"}, {channel.Events(), `{"type":1}`}, {channel.Stderr(), ""}, {channel.Stdout(), "e\x00\x00\x00\x00 is no event"},
	} {
		if n, err := io.WriteString(write.to, write.text); err != nil || n != len(write.text) {
			t.Fatal(n, err)
		}
	}
	if err := channel.Kept("name-1"); err != nil {
		t.Fatal(err)
	}
	want := []string{"o out", `e {"type":1}`, "x ", "o e\x00\x00\x00\x00 is no event", "k name-1"}
	if got := partsOf(sent.Bytes()); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A process that was killed in the middle of a part, or that is no test file's.
func TestTestChannelDamaged(t *testing.T) {
	var sent bytes.Buffer
	channel := NewTestChannel(&sent)
	if _, err := io.WriteString(channel.Events(), strings.Repeat("x", 100)); err != nil {
		t.Fatal(err)
	}
	whole := sent.Bytes()
	for n := range whole {
		for _, part := range partsOf(whole[:n]) {
			if part[0] == partEvent {
				t.Errorf("%d of %d bytes made an event: %q", n, len(whole), part)
			}
		}
	}
	for _, text := range []string{"", "panic: the runtime broke\n", "e\xff\xff\xff\xff too long", "\x00\x00\x00\x00\x00"} {
		want := "[]"
		if text != "" {
			want = fmt.Sprint([]string{"o " + text})
		}
		if got := fmt.Sprint(partsOf([]byte(text))); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// Whatever a process writes, all of it arrives: as parts, or as output.
func FuzzTestChannel(f *testing.F) {
	var sent bytes.Buffer
	channel := NewTestChannel(&sent)
	if _, err := io.WriteString(channel.Events(), `{"type":1}`); err != nil {
		f.Fatal(err)
	}
	f.Add(sent.Bytes())
	f.Add([]byte("e\xff\xff\xff\xff too long"))
	f.Add([]byte("o\x00\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, text []byte) {
		size := 0
		readParts(bytes.NewReader(text), func(_ byte, data []byte) { size += len(data) })
		if size > len(text) {
			t.Fatalf("%d bytes became %d", len(text), size)
		}
	})
}
