package engine

import (
	"runtime"
	"strings"
	"testing"
	"unsafe"
)

func ascii(s string) slot { return slot{stringLayout.ascii, unsafe.Pointer(&s)} }

// grownTail returns tails with one open string, and that string.
func grownTail(t *testing.T, length int) (*tails, slot) {
	t.Helper()
	mustKnowStacks()
	tails := &tails{}
	s := ascii(strings.Repeat("a", length))
	tails.note(s)
	s, ok := tails.joined([]slot{s, ascii("b")})
	if !ok {
		t.Fatal("a string that an addition made is not grown in place")
	}
	return tails, s
}

func TestTailIsWrittenOnce(t *testing.T) {
	tails, s := grownTail(t, 1000)
	one, ok := tails.joined([]slot{s, ascii("one")})
	if !ok || (*text)(one.data).data != (*text)(s.data).data {
		t.Error("the string was copied although there is room behind it")
	}
	if _, ok := tails.joined([]slot{s, ascii("two")}); ok {
		t.Error("the room behind a string was given away twice")
	}
	if got := *(*string)(one.data); got != strings.Repeat("a", 1000)+"bone" {
		t.Errorf("the string is %q", got)
	}
}

func TestTailsKeepNoString(t *testing.T) {
	tails, s := grownTail(t, 1<<20)
	runtime.GC()
	if tails.open[0].memory.Value() == nil {
		t.Error("the memory of a string in use is gone")
	}
	runtime.KeepAlive(s.data)
	runtime.GC()
	if tails.open[0].memory.Value() != nil {
		t.Error("the memory of a string that nobody has is kept")
	}
}

func TestTailRoom(t *testing.T) {
	for _, length := range []int{longText, 5000, 3 << 20} {
		tails, s := grownTail(t, length)
		if room, limit := tails.open[0].room, 2*length+length/4; room > limit {
			t.Errorf("a string of %d bytes has memory of %d", length, room)
		}
		if _, ok := tails.joined([]slot{s, s, s}); ok {
			t.Error("a string that triples was given room")
		}
	}
}
