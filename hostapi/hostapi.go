// Package hostapi is what JavaScript can call: Node's core modules, a folder
// for each area with its natives in Go and, where it is behaviour rather than
// I/O, its own JavaScript beside them.
//
// Nothing here reaches the outside: natives ask the loop's tape. New puts a
// program on a loop; the loop then runs it.
package hostapi

import (
	"errors"
	"fmt"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
)

// Host is a program on a loop.
type Host struct {
	loop    *loop.Loop
	areas   map[string]host.Area
	library *library
	images  engine.Images // of the library's modules
}

// New prepares the program main for l.
func New(l *loop.Loop, main module.Main) *Host {
	h := &Host{loop: l, areas: map[string]host.Area{}, library: core, images: main.CoreImages}
	for _, area := range areas(main) {
		h.areas[area.Name] = area
	}
	return h
}

// Start runs the program's first turn: jsrr's own start-up code and the main
// script. It is meant to be called by loop.Run.
func (h *Host) Start() {
	rt := h.loop.Runtime()
	boot := rt.NewObject()
	e := &host.Env{Loop: h.loop, RT: rt}
	e.Set(boot, "compile", e.Function(host.Native{Name: "compile", Length: 1, Fn: h.compile}))
	e.Set(boot, "bind", e.Function(host.Native{Name: "bind", Length: 1, Fn: h.bind}))
	e.Set(boot, "ids", e.RT.NewArray(h.library.ids()...))
	first, err := h.function("internal/boot")
	if err != nil {
		h.loop.Fail(err)
	}
	main, _ := loop.FunctionOf(first)
	h.loop.Main(main, boot)
}

// compile(id) returns the function of a core module.
func (h *Host) compile(e *host.Env, c goja.FunctionCall) goja.Value {
	f, err := h.function(c.Argument(0).String())
	var interrupted *goja.InterruptedError
	if errors.As(err, &interrupted) {
		panic(interrupted) // the run is cut: no JavaScript error may take its place
	}
	if err != nil {
		panic(e.Error("ERR_INTERNAL_ASSERTION", err.Error()))
	}
	return f
}

func (h *Host) function(id string) (goja.Value, error) {
	p, err := h.library.program(id, h.images)
	if err != nil {
		return nil, err
	}
	return h.loop.Runtime().RunProgram(p)
}

// bind(area) returns the natives of an area.
func (h *Host) bind(e *host.Env, c goja.FunctionCall) goja.Value {
	name := c.Argument(0).String()
	area, ok := h.areas[name]
	if !ok {
		panic(e.Error("", fmt.Sprintf("no natives of the name %q", name)))
	}
	return host.Bind(h.loop, area)
}
