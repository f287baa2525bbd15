package heapsnap_test

import (
	_ "embed"
	"fmt"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/heapsnap"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

//go:embed testdata/server.js
var serverSource string

// server is a program with many live objects, whose host has a callback and a timer
// for each connection.
type server struct {
	*host
	callbacks, timers []goja.Value
}

func newServer(t testing.TB, watch bool, connections, cached int) *server {
	program := compiled("program.js", fmt.Sprintf("const CONNECTIONS = %d, CACHED = %d;\n%s", connections, cached, serverSource))
	s := &server{host: newHost(t, program)}
	if watch {
		s.realm.Watch()
	}
	s.native("listen", func(a []goja.Value) { s.callbacks, s.timers = append(s.callbacks, a[0]), append(s.timers, a[1]) })
	s.run(program)
	return s
}

func (s *server) writer() *heap.Writer {
	w := s.realm.NewWriter()
	w.Roots("host", s.host.archive)
	w.Roots("server", func(a *heap.Archive) { a.Values(&s.callbacks); a.Values(&s.timers) })
	return w
}

// BenchmarkServer takes a snapshot of a server while it answers requests: first is
// how long the first request waits, longest the longest that one did, idle what was
// done between requests.
func BenchmarkServer(b *testing.B) {
	for _, watch := range []bool{false, true} {
		b.Run(fmt.Sprintf("watch=%v", watch), func(b *testing.B) {
			s := newServer(b, watch, 2000, 30000)
			began := time.Now()
			var first, longest, touched, idle time.Duration
			var objects, size int
			for b.Loop() {
				kept := &store{}
				p := heapsnap.New(kept, func() time.Duration { return time.Since(began) })
				s.touch = p.Touch
				p.Begin(0, s.writer())
				for i := 0; p.Active(); i++ {
					start := time.Now()
					p.Touch(s.callbacks[i*37%2000])
					took := time.Since(start)
					if i == 0 {
						first += took
					}
					s.enter(false, s.callbacks[i*37%2000], goja.Undefined(), s.rt.ToValue("xxx"[:i%4]))
					s.events = nil
					p.Idle(50 * time.Microsecond)
				}
				p.Close()
				stats := kept.kept[0].Stats
				longest, touched, idle = max(longest, stats.Longest), touched+stats.InTouch, idle+stats.InIdle
				objects, size = stats.Objects, len(joined(kept.kept[0]))
			}
			each := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(b.N) }
			b.ReportMetric(each(first), "µs-first")
			b.ReportMetric(float64(longest.Microseconds()), "µs-longest")
			b.ReportMetric(each(touched), "µs-in-requests")
			b.ReportMetric(each(idle), "µs-idle")
			b.ReportMetric(float64(objects), "objects")
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
