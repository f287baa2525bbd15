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
	bound   []boundArea   // in the order in which they were bound
	lost    func(string)  // see OnLost
}

// boundArea is an area whose natives the program has.
type boundArea struct {
	host.Area
	env     *host.Env
	binding *goja.Object
}

// New prepares the program main for l.
func New(l *loop.Loop, main module.Main) *Host {
	h := &Host{loop: l, areas: map[string]host.Area{}, library: core, images: main.CoreImages, lost: func(string) {}}
	for _, area := range areas(main) {
		h.areas[area.Name] = area
	}
	return h
}

// Start runs the program's first turn: jsrr's own start-up code and the main
// script. It is meant to be called by loop.Run.
func (h *Host) Start() {
	first, err := h.first()
	if err != nil {
		h.loop.Fail(err)
	}
	h.loop.Main(first, h.boot())
}

// first returns the function that runs first.
func (h *Host) first() (loop.Function, error) {
	if err := h.makeRealm(); err != nil {
		return loop.Function{}, err
	}
	v, err := h.function("internal/boot")
	if err != nil {
		return loop.Function{}, err
	}
	f, _ := loop.FunctionOf(v)
	return f, nil
}

// boot makes the natives that the first function gets.
func (h *Host) boot() *goja.Object {
	e := host.NewEnv(h.loop, "boot")
	boot := e.RT.NewObject()
	e.Set(boot, "compile", e.Function(host.Native{Name: "compile", Length: 1, Fn: h.compile}))
	e.Set(boot, "bind", e.Function(host.Native{Name: "bind", Length: 1, Fn: h.bind}))
	e.Set(boot, "ids", e.RT.NewArray(h.library.ids()...))
	return boot
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
	m, err := h.library.module(id, h.images)
	if err != nil {
		return nil, err
	}
	if err := h.loop.NameSource(loop.CorePrefix+id, m); err != nil {
		return nil, err
	}
	return h.loop.Runtime().RunProgram(m.Program)
}

// bind(area) returns the natives of an area.
func (h *Host) bind(e *host.Env, c goja.FunctionCall) goja.Value {
	name := c.Argument(0).String()
	binding, err := h.bindArea(name)
	if err != nil {
		panic(e.Error("", err.Error()))
	}
	return binding
}

// bindArea makes the natives of an area, once.
func (h *Host) bindArea(name string) (*goja.Object, error) {
	for _, b := range h.bound {
		if b.Name == name {
			return b.binding, nil
		}
	}
	area, ok := h.areas[name]
	if !ok {
		return nil, fmt.Errorf("no natives of the name %q", name)
	}
	env, binding := host.Bind(h.loop, area)
	h.bound = append(h.bound, boundArea{area, env, binding})
	return binding, nil
}
