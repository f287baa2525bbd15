package main

import (
	"os"
	"time"

	"github.com/jsrr/jsrr"
)

// grace is how long after its time limit a program may go on that cannot be
// interrupted: it waits in a synchronous read, or in a regular expression.
const grace = 2 * time.Second

// enforce ends the process some time after the limit, when the interruption
// of the program did not. A recording ends there as if the process had been
// killed: it replays up to that point.
func (t *terminal) enforce(limit time.Duration) (stop func() bool) {
	if limit <= 0 {
		return func() bool { return true }
	}
	return time.AfterFunc(limit+grace, func() {
		t.printf("%s time limit reached while the program could not be interrupted\n", t.red("jsrr:"))
		os.Exit(jsrr.ExitTimeLimit)
	}).Stop
}
