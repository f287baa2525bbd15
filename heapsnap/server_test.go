package heapsnap_test

import (
	_ "embed"
	"fmt"
	"testing"

	"github.com/dop251/goja"
)

//go:embed testdata/server.js
var serverSource string

// server is a program with many live objects, whose host has a callback and a timer
// for each connection.
type server struct {
	*host
	callbacks, timers []goja.Value
}

func newServer(t testing.TB, connections, cached int) *server {
	program := compiled("program.js", fmt.Sprintf("const CONNECTIONS = %d, CACHED = %d;\n%s", connections, cached, serverSource))
	s := &server{host: newHost(t, program)}
	s.native("listen", func(a []goja.Value) { s.callbacks, s.timers = append(s.callbacks, a[0]), append(s.timers, a[1]) })
	s.run(program)
	return s
}
