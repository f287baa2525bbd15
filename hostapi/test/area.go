// Package test is the Node modules test and test/reporters: tests, suites,
// hooks, mocks, reporters, and run(), which gives each test file a process of
// its own.
//
// The model: all of it is behaviour and stands in lib. A test file that runs in
// a process of its own tells its events to the process that started it over a
// stream beside stdout (see loop.StreamEvents).
//
// Invariant: tests are reported in the order in which they were written,
// whatever the order in which they end.
//
// Example: test('sums', (t) => { t.assert.strictEqual(1 + 1, 2); });
package test

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "test", Lib: lib, Deliveries: []*loop.Delivery{part}, Natives: []host.Native{
		{Name: "runFile", Length: 4, Fn: runFile},
		{Name: "killFile", Length: 2, Fn: killFile},
		{Name: "unfinished", Fn: unfinished},
	}}
}
