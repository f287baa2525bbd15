package loop

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// handle is what the objects of timers and immediates have in common. Such an
// object is a goja dynamic object whose handler is the Timer or Immediate
// itself: it lives exactly as long as the program holds it, so a timer that
// fired can be refreshed, and finding the Go side costs nothing. Snapshots
// encode the handlers as what they are: a callback and numbers.
//
// A handle is one allocation, and its size is most of what setting a timer
// costs: what few of them have stands in rest.
type handle struct {
	dynamic  engine.DynamicObject
	callback Function
	cause    Cause
	context  *Context
	rest     *handleRest // nil for nearly all handles
	done     bool        // fired or cleared
	held     bool        // cause has its reference to a link
	unref    bool
}

// handleRest is what few handles have.
type handleRest struct {
	args  []goja.Value // of the callback
	extra []property   // put on the handle by the program
	asked float64      // a timer's delay before it was made whole; 0: no other
}

// property is one that a program put on a handle.
type property struct {
	name  string
	value goja.Value
}

// init makes the object for handler, whose common part is h; kind is its type
// in async_hooks.
func (h *handle) init(l *Loop, kind string, cause Cause, handler goja.DynamicObject, callback Function, args []goja.Value, prototype *goja.Object) {
	h.dynamic.Init(handler, prototype)
	h.callback = callback
	h.cause, h.held = cause, true
	if len(args) > 0 {
		h.more().args = args
	}
	h.context = l.capture(kind, h.object())
}

// object is what the program holds.
func (h *handle) object() *goja.Object { return h.dynamic.Object() }

// more returns the rest of h, to be changed.
func (h *handle) more() *handleRest {
	if h.rest == nil {
		h.rest = &handleRest{}
	}
	return h.rest
}

// args returns the arguments of the callback.
func (h *handle) args() []goja.Value {
	if h.rest == nil {
		return nil
	}
	return h.rest.args
}

// drop gives up the reference of a handle that will not run any more.
func (l *Loop) drop(h *handle) {
	if h.held {
		h.held = false
		l.traceEnd(&h.cause, true)
		l.lineage.release(h.cause.link)
	}
}

func (h *handle) find(key string) *property {
	if h.rest == nil {
		return nil
	}
	for i := range h.rest.extra {
		if p := &h.rest.extra[i]; p.name == key {
			return p
		}
	}
	return nil
}

func (h *handle) get(key string) goja.Value {
	if p := h.find(key); p != nil {
		return p.value
	}
	return nil
}

func (h *handle) set(key string, v goja.Value) bool {
	if p := h.find(key); p != nil {
		p.value = v
		return true
	}
	rest := h.more()
	rest.extra = append(rest.extra, property{key, v})
	return true
}

func (h *handle) keys(own []string) []string {
	if h.rest != nil {
		for _, p := range h.rest.extra {
			own = append(own, p.name)
		}
	}
	return own
}

// Delete removes a property that the program put on the handle.
func (h *handle) Delete(key string) bool {
	if h.rest != nil {
		h.rest.extra = slices.DeleteFunc(h.rest.extra, func(p property) bool { return p.name == key })
	}
	return true
}

// timerKeys are the properties of Node's Timeout objects, in its order.
var timerKeys = []string{"_idleTimeout", "_idlePrev", "_idleNext", "_idleStart", "_onTimeout", "_timerArgs", "_repeat", "_destroyed"}

// Get implements goja.DynamicObject.
func (t *Timer) Get(key string) goja.Value {
	switch key {
	case "_idleTimeout":
		return primitives.ToValue(t.asked())
	case "_idlePrev", "_idleNext":
		return goja.Null()
	case "_idleStart":
		return primitives.ToValue(t.start)
	case "_onTimeout":
		return t.callback.Object()
	case "_timerArgs":
		return goja.Undefined()
	case "_repeat":
		if t.repeat {
			return primitives.ToValue(t.asked())
		}
		return goja.Null()
	case "_destroyed":
		return primitives.ToValue(t.done)
	}
	return t.get(key)
}

// Set implements goja.DynamicObject. A program may replace the callback.
func (t *Timer) Set(key string, v goja.Value) bool {
	if key != "_onTimeout" {
		return t.set(key, v)
	}
	if callback, ok := FunctionOf(v); ok {
		t.callback = callback
	}
	return true
}

// Has implements goja.DynamicObject.
func (t *Timer) Has(key string) bool { return t.Get(key) != nil }

// Keys implements goja.DynamicObject.
func (t *Timer) Keys() []string { return t.keys(append([]string(nil), timerKeys...)) }

// immediateKeys are the properties of Node's Immediate objects, in its order.
var immediateKeys = []string{"_idleNext", "_idlePrev", "_onImmediate", "_argv", "_destroyed"}

// Get implements goja.DynamicObject.
func (i *Immediate) Get(key string) goja.Value {
	switch key {
	case "_idleNext", "_idlePrev":
		return goja.Null()
	case "_onImmediate":
		if !i.callback.Known() { // it has run, or never will
			return goja.Null()
		}
		return i.callback.Object()
	case "_argv":
		return goja.Undefined()
	case "_destroyed":
		return primitives.ToValue(i.done)
	}
	return i.get(key)
}

// Set implements goja.DynamicObject.
func (i *Immediate) Set(key string, v goja.Value) bool { return i.set(key, v) }

// Has implements goja.DynamicObject.
func (i *Immediate) Has(key string) bool { return i.Get(key) != nil }

// Keys implements goja.DynamicObject.
func (i *Immediate) Keys() []string { return i.keys(append([]string(nil), immediateKeys...)) }

// primitives makes numbers and truth values, which belong to no runtime.
var primitives = new(goja.Runtime)
