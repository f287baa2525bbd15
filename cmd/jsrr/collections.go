package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// heapRoom is how much a program may make between two collections, beside
	// as much as it holds: with Go's default a small heap would be collected
	// hundreds of times a second.
	heapRoom = 32 << 20
	// firstPercent lets the first collection come at a heap of 48 MB, after
	// the start of a program: Go's is at 4 MB × GOGC/100.
	firstPercent = 1200
	// liveBytes names what the last collection found.
	liveBytes = "/gc/heap/live:bytes"
)

// spareCollections makes the garbage collector run seldom, unless GOGC says how
// often it shall.
func spareCollections() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(firstPercent)
		runtime.SetFinalizer(new(*byte), collected)
	}
}

// collected is called after each collection, as the finalizer of something
// that nobody holds.
func collected(unheld **byte) {
	sample := []metrics.Sample{{Name: liveBytes}}
	metrics.Read(sample)
	live := max(sample[0].Value.Uint64(), 1<<20)
	debug.SetGCPercent(int(100 + 100*heapRoom/live))
	runtime.SetFinalizer(unheld, collected)
}
