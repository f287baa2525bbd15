package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// weakSet is a set of objects that does not keep them. It is one of JavaScript's,
// since a snapshot knows which of their entries matter: those whose objects are in
// it, too.
type weakSet struct {
	object          *goja.Object
	addTo, removeOf engine.Native
}

// newWeakSet must be called before any program can change the builtins.
func newWeakSet(rt *goja.Runtime) weakSet {
	constructor := rt.Get("WeakSet").(*goja.Object)
	prototype := constructor.Get("prototype").(*goja.Object)
	native := func(name string) engine.Native { return engine.NativeOf(prototype.Get(name).(*goja.Object)) }
	set, err := rt.New(constructor)
	if err != nil {
		panic(err)
	}
	return weakSet{set, native("add"), native("delete")}
}

func (s *weakSet) call(native engine.Native, o goja.Value) goja.Value {
	return native(goja.FunctionCall{This: s.object, Arguments: []goja.Value{o}})
}

func (s *weakSet) add(o goja.Value) { s.call(s.addTo, o) }

// remove reports whether o was in the set.
func (s *weakSet) remove(o goja.Value) bool { return s.call(s.removeOf, o).ToBoolean() }
