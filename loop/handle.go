package loop

import (
	"reflect"
	"slices"

	"github.com/dop251/goja"
)

// handle is what the objects of timers and immediates have in common. Such an
// object is a goja dynamic object whose handler is the Timer or Immediate
// itself: it lives exactly as long as the program holds it, so a timer that
// fired can be refreshed, and finding the Go side costs nothing. Snapshots
// encode the handlers as what they are: a callback and numbers.
type handle struct {
	object   *goja.Object
	callback *goja.Object
	call     goja.Callable
	args     []goja.Value
	cause    Cause
	context  *Context
	extra    *[]property // nil for nearly all handles
	done     bool        // fired or cleared
	held     bool        // cause has its reference to a link
	unref    bool
}

// property is one that a program put on a handle.
type property struct {
	name  string
	value goja.Value
}

// newHandle makes the object for handler, whose common part is h; kind is its
// type in async_hooks.
func (l *Loop) newHandle(kind string, cause Cause, handler goja.DynamicObject, h *handle, callback *goja.Object, call goja.Callable, args []goja.Value, prototype *goja.Object) *goja.Object {
	h.callback, h.call, h.args = callback, call, args
	h.cause, h.held = cause, true
	h.object = l.rt.NewDynamicObject(handler)
	if err := h.object.SetPrototype(prototype); err != nil {
		panic(err)
	}
	h.context = l.capture(kind, h.object)
	return h.object
}

// drop gives up the reference of a handle that will not run any more.
func (l *Loop) drop(h *handle) {
	if h.held {
		h.held = false
		l.traceEnd(h.cause, true)
		l.lineage.release(h.cause.link)
	}
}

var (
	timerType     = reflect.TypeFor[*Timer]()
	immediateType = reflect.TypeFor[*Immediate]()
)

// handlerOf returns the Timer or Immediate behind object, or nil. It runs no
// JavaScript.
func handlerOf(object *goja.Object) any {
	if t := object.ExportType(); t == timerType || t == immediateType {
		return object.Export()
	}
	return nil
}

func (h *handle) find(key string) *property {
	if h.extra == nil {
		return nil
	}
	for i := range *h.extra {
		if (*h.extra)[i].name == key {
			return &(*h.extra)[i]
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
	if h.extra == nil {
		h.extra = new([]property)
	}
	*h.extra = append(*h.extra, property{key, v})
	return true
}

func (h *handle) keys(own []string) []string {
	if h.extra != nil {
		for _, p := range *h.extra {
			own = append(own, p.name)
		}
	}
	return own
}

// Delete removes a property that the program put on the handle.
func (h *handle) Delete(key string) bool {
	if h.extra != nil {
		*h.extra = slices.DeleteFunc(*h.extra, func(p property) bool { return p.name == key })
	}
	return true
}

// timerKeys are the properties of Node's Timeout objects, in its order.
var timerKeys = []string{"_idleTimeout", "_idlePrev", "_idleNext", "_idleStart", "_onTimeout", "_timerArgs", "_repeat", "_destroyed"}

// Get implements goja.DynamicObject.
func (t *Timer) Get(key string) goja.Value {
	switch key {
	case "_idleTimeout":
		return primitives.ToValue(t.asked)
	case "_idlePrev", "_idleNext":
		return goja.Null()
	case "_idleStart":
		return primitives.ToValue(t.start)
	case "_onTimeout":
		return t.callback
	case "_timerArgs":
		return goja.Undefined()
	case "_repeat":
		if t.repeat {
			return primitives.ToValue(t.asked)
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
	if call, ok := goja.AssertFunction(v); ok {
		t.callback, t.call = v.(*goja.Object), call
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
		if i.done {
			return goja.Null()
		}
		return i.callback
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
