package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"
)

// shown is what a running command has written so far. The command writes while
// a test looks.
type shown struct {
	mu   sync.Mutex
	text bytes.Buffer
	seen int // how much of text earlier expectations have used up
}

// Write implements io.Writer.
func (s *shown) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

// String returns all that was written.
func (s *shown) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// find uses up what was written up to the end of text, if that is there.
func (s *shown) find(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := strings.Index(s.text.String()[s.seen:], text)
	if at < 0 {
		return false
	}
	s.seen += at + len(text)
	return true
}

// expect waits until text is shown, behind what earlier calls waited for.
func (s *shown) expect(t *testing.T, text string) {
	t.Helper()
	for range 2000 {
		if s.find(text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q was not shown; all that was:\n%q", text, s.String())
}
