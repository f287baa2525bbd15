package loop

import (
	"fmt"
	"testing"
)

// world answers requests by their kinds, and notes them.
type world struct {
	Tape
	replies map[Kind]Reply
	asked   []string
}

func (w *world) Ask(r Request) Reply {
	w.asked = append(w.asked, fmt.Sprintf("%v %x", r.Kind, r.Args))
	return w.replies[r.Kind]
}

func encoded(values ...any) []byte {
	var e Encoder
	for _, v := range values {
		switch v := v.(type) {
		case string:
			e.String(v)
		case []byte:
			e.Blob(v)
		case int:
			e.Int(int64(v))
		case uint:
			e.Uint(uint64(v))
		case bool:
			e.Bool(v)
		}
	}
	return e.Bytes()
}

// TestHandles follows what a program opens, moves in and closes, and has it opened
// again.
func TestHandles(t *testing.T) {
	w := &world{}
	h := &handles{Tape: w}
	ask := func(kind Kind, reply []byte, args ...any) {
		w.replies = map[Kind]Reply{kind: {Data: reply}}
		h.Ask(Request{kind, encoded(args...)})
	}
	ask(KindFSOpen, encoded(uint(3)), "a", uint(2), uint(0o644))
	ask(KindFSOpen, encoded(uint(4)), "closed", uint(0), uint(0))
	ask(KindFSOpen, encoded(uint(5)), "b", uint(0), uint(0))
	ask(KindFSRead, []byte("1234"), 3, uint(4), -1)
	ask(KindFSRead, []byte("1234"), 3, uint(4), 100) // which moves nothing
	ask(KindFSWrite, encoded(uint(2)), 3, []byte("xy"), -1)
	ask(KindFSWriteFile, nil, "", 3, uint(0), uint(0), []byte("xyz"), false)
	ask(KindFSReadFile, []byte("rest"), "", 5, uint(0), false)
	ask(KindFSReadFile, []byte("other"), "by path", -1, uint(0), false)
	ask(KindFSClose, nil, 4)
	ask(KindFSOpendir, encoded(uint(1)), "d")
	ask(KindFSReadNext, nil, uint(1), uint(32))
	ask(KindFSWatchTree, encoded(uint(7)), "w")
	ask(KindTTYRaw, nil, 0, true)
	h.note(KindFSOpen, encoded("failed", uint(0), uint(0)), &Reply{Errno: -2})
	h.note(KindFSOpen, encoded("cut", uint(0), uint(0)), &Reply{}) // a damaged answer

	w.asked = nil
	w.replies = map[Kind]Reply{KindFSReopenDir: {Errno: -2}}
	var lost []string
	h.reopen(func(what string, errno int32) { lost = append(lost, fmt.Sprint(what, errno)) })
	want := []string{
		fmt.Sprintf("%v %x", KindFSReopen, encoded(uint(3), "a", uint(2), uint(0o644), 9)),
		fmt.Sprintf("%v %x", KindFSReopen, encoded(uint(5), "b", uint(0), uint(0), 4)),
		fmt.Sprintf("%v %x", KindFSReopenDir, encoded(uint(1), "d", uint(32))),
		fmt.Sprintf("%v %x", KindFSRewatch, encoded(uint(7), "w", true)),
		fmt.Sprintf("%v %x", KindTTYRaw, encoded(0, true)),
	}
	if fmt.Sprint(w.asked) != fmt.Sprint(want) {
		t.Errorf("asked\n%v, not\n%v", w.asked, want)
	}
	if fmt.Sprint(lost) != "[d-2]" {
		t.Errorf("lost %v", lost)
	}
	w.asked = nil
	ask(KindFSUnwatch, nil, uint(7))
	ask(KindTTYRaw, nil, 0, false)
	w.asked, w.replies = nil, nil
	h.reopen(func(string, int32) {})
	if len(w.asked) != 2 {
		t.Errorf("what was lost or closed is opened again: %v", w.asked)
	}
}
