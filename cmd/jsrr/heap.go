package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// ballastLen is how much memory the garbage collector believes to be in use
// beside the program's: with a small heap it would otherwise run hundreds of
// times a second. Nobody writes to the ballast, so it takes no real memory.
const ballastLen = 32 << 20

// Go's first collection comes at a heap of 4 MB × GOGC/100. firstPercent makes
// that what a program may make later: as much as the ballast.
const (
	firstPercent   = 800
	defaultPercent = 100
)

// ballast keeps the ballast alive.
var ballast []byte

// spareCollections makes the collector run seldom. The ballast comes with the
// first collection: to allocate it would begin one, in the midst of a start.
func spareCollections() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstPercent)
	runtime.SetFinalizer(new(*byte), func(**byte) {
		ballast = make([]byte, ballastLen)
		debug.SetGCPercent(defaultPercent)
	})
}
