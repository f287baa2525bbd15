// Package jsrr runs JavaScript programs so that they can be recorded, and
// replayed exactly.
package jsrr

import (
	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
)

// Options say what to run.
type Options struct {
	live.Options
	Source string
	Print  bool
}

// Run runs a program to its end.
func Run(o Options) (loop.End, error) {
	w, err := live.NewWorld(o.Options)
	if err != nil {
		return loop.End{}, err
	}
	l, err := loop.New(live.NewTape(w), loop.Options{})
	if err != nil {
		return loop.End{}, err
	}
	h := hostapi.New(l, module.Main{Path: o.Script, Source: o.Source, Print: o.Print})
	return l.Run(h.Start)
}
