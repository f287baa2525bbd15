package record_test

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// present returns how many bytes of the files in dir are present in mappings.
func present(t *testing.T, dir string) (bytes int) {
	t.Helper()
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ours := false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if before, _, _ := strings.Cut(line, " "); !strings.HasSuffix(before, ":") {
			ours = strings.Contains(line, dir+"/")
		}
		var kb int
		if n, _ := fmt.Sscanf(line, "Rss: %d kB", &kb); n == 1 && ours {
			bytes += kb << 10
		}
	}
	return bytes
}

// presentSoon waits until at least so many bytes are present, and then until
// it stays so.
func presentSoon(t *testing.T, dir string, least int) int {
	t.Helper()
	before := -1
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		now := present(t, dir)
		if now >= least && now == before {
			return now
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d bytes are present, not %d", now, least)
		}
		before = now
	}
}

// Pages are present before the loop needs them, and few that it never needs:
// each costs as much as one that it does.
func TestPagesArePresentShortlyBeforeTheyAreUsed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := &script{ok: true}
	tape, err := record.New(s, record.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	const length = 1000
	used, n := 0, uint64(0)
	tape.Start(loop.OpID{}, loop.Request{})
	for _, until := range []int{100, 60_000, 300_000, 400_000, 600_000, 3_000_000} {
		for ; used < until; used += length {
			if used >= until-10_000 {
				time.Sleep(2 * time.Millisecond) // nobody is ahead of a loop that only copies
			}
			n++
			data := make([]byte, length)
			binary.LittleEndian.PutUint64(data, n)
			s.completion = loop.Completion{Op: 1, Reply: loop.Reply{Data: data}}
			tape.Next(loop.Forever, &got)
		}
		least := used
		if used > 100_000 {
			least += used/record.StepShare - 4096
		}
		if got, most := presentSoon(t, dir, least), used*5/4+200_000; got > most {
			t.Errorf("%d bytes used: %d are present, more than %d", used, got, most)
		}
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
	if got := present(t, dir); got != 0 {
		t.Errorf("%d bytes stay mapped", got)
	}
}
