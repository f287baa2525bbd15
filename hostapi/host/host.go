// Package host is the contract between the areas of hostapi and the runtime:
// how a native is written, and what it may use.
//
// An area is a folder of hostapi: natives in Go, and the JavaScript modules
// beside them. A native is a static function in the area's table; it takes its
// surroundings from Env, reaches the outside only through the loop's tape, and
// leaves no Go value in the JavaScript heap: what stands behind a handle is in
// the area's state (Env.State), under an integer.
package host

import (
	"io/fs"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

// Area is a folder of hostapi.
type Area struct {
	// Name is what JavaScript modules ask internalBinding for.
	Name string
	// Lib holds the JavaScript modules: the file lib/fs/promises.js is the
	// module "fs/promises".
	Lib fs.FS
	// Natives become the functions of internalBinding(Name).
	Natives []Native
	// Deliveries are those of the ops that the natives start.
	Deliveries []*loop.Delivery
	// NewState makes the area's Go side of a loop; nil when there is none.
	NewState func() any
	// Setup, when not nil, adds more to the binding's object: constants,
	// objects made in Go. It must add in a fixed order.
	Setup func(e *Env, binding *goja.Object)
	// Archive writes what NewState made to a snapshot, or reads it into what
	// NewState made anew; nil when there is nothing.
	Archive func(e *Env, a *heap.Archive)
	// Restart, when not nil, makes the state forget what it was told of its
	// surroundings: the program goes on in another process than that of its
	// snapshot.
	Restart func(e *Env)
}

// Native is a function that JavaScript can call.
type Native struct {
	Name string
	// Length is the function's length property.
	Length int
	Fn     func(e *Env, call goja.FunctionCall) goja.Value
}

// Env is what a native can use. There is one for each area of each loop.
type Env struct {
	Loop *loop.Loop
	RT   *goja.Runtime
	// State is what the area's NewState made.
	State any

	area string
}

// NewEnv returns the surroundings of natives of the area of that name, which has
// no state.
func NewEnv(l *loop.Loop, area string) *Env { return &Env{Loop: l, RT: l.Runtime(), area: area} }

// Bind makes the binding object of area for l.
func Bind(l *loop.Loop, area Area) (*Env, *goja.Object) {
	e := NewEnv(l, area.Name)
	l.AddDeliveries(area.Deliveries...)
	if area.NewState != nil {
		e.State = area.NewState()
	}
	binding := e.RT.NewObject()
	for _, n := range area.Natives {
		e.Set(binding, n.Name, e.Function(n))
	}
	if area.Setup != nil {
		area.Setup(e, binding)
	}
	return e, binding
}

// Function returns the JavaScript function of n.
func (e *Env) Function(n Native) *goja.Object {
	f := e.RT.ToValue(func(call goja.FunctionCall) goja.Value { return n.Fn(e, call) }).(*goja.Object)
	e.define(f, "name", e.RT.ToValue(n.Name))
	e.define(f, "length", e.RT.ToValue(n.Length))
	e.Loop.NameNative(f, e.area+"."+n.Name)
	return f
}

func (e *Env) define(o *goja.Object, name string, v goja.Value) {
	if err := o.DefineDataProperty(name, v, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// Set sets a property of an object made by a native.
func (e *Env) Set(o *goja.Object, name string, v any) {
	if err := o.Set(name, v); err != nil {
		panic(err)
	}
}

// Callable returns v as a function; it throws ERR_INVALID_ARG_TYPE for
// anything else. Only the loop may call it.
func (e *Env) Callable(v goja.Value, name string) loop.Function {
	f, ok := loop.FunctionOf(v)
	if !ok {
		panic(e.TypeError("ERR_INVALID_ARG_TYPE", `The "`+name+`" argument must be of type function. Received `+Received(v)))
	}
	return f
}
