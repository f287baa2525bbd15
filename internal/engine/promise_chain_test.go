package engine

import "testing"

// Each kind of closures is found, so that a goja or a Go that lays them out
// otherwise is noticed.
func TestKnownClosures(t *testing.T) {
	k := knownClosures()
	if n := len(k.reactions); n != 4 {
		t.Errorf("%d kinds of reaction jobs, want 4: fulfilled, rejected, and added to either", n)
	}
	if n := len(k.settlers); n != 2 {
		t.Errorf("%d kinds of resolving functions, want 2", n)
	}
	for i, c := range combinators {
		if n := len(k.elements[i]); n != 1 {
			t.Errorf("%d kinds of handlers of Promise.%s, want 1", n, c.name)
		}
	}
}
