package jsrr

import (
	"context"

	"github.com/jsrr/jsrr/live"
)

// Test runs test files, each in a process of its own (see Options.TestCommand),
// and reports them as "node --test" does. o.Args are files, folders and
// patterns; without any, the test files under o.Dir run. The exit code is 1 when
// a test failed. o.Script and o.Source do not count.
func Test(ctx context.Context, o Options) (Result, error) {
	o.Script, o.Source, o.core = "", "", "internal/test/main"
	return Run(ctx, o)
}

// TestChannel is how the process of a test file speaks to the one that started
// it.
type TestChannel = live.TestChannel

// NewTestChannel returns a channel over w, the standard output of the process.
var NewTestChannel = live.NewTestChannel
