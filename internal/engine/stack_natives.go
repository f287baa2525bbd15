package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
)

// defineNatives puts captureStackTrace and stackTraceLimit on Error.
func (s *Stacks) defineNatives() {
	capture := s.native("captureStackTrace", 2, nil)
	*nativeField(capture) = func(call goja.FunctionCall) goja.Value {
		s.captureStackTrace(capture, call.Argument(0), call.Argument(1))
		return goja.Undefined()
	}
	s.define(s.constructor, "captureStackTrace", capture, goja.FLAG_TRUE, goja.FLAG_TRUE)
	if err := s.constructor.Set("stackTraceLimit", stackLimit); err != nil {
		panic(err)
	}
}

// native makes a native function with a name and a length.
func (s *Stacks) native(name string, length int, f func(goja.FunctionCall) goja.Value) *goja.Object {
	if f == nil {
		f = func(goja.FunctionCall) goja.Value { return nil }
	}
	o := s.rt.ToValue(f).(*goja.Object)
	s.define(o, "length", s.rt.ToValue(length), goja.FLAG_FALSE, goja.FLAG_TRUE)
	s.define(o, "name", s.rt.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE)
	return o
}

func (s *Stacks) define(o *goja.Object, name string, value goja.Value, writable, configurable goja.Flag) {
	if err := o.DefineDataProperty(name, value, writable, configurable, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// captureStackTrace is Error.captureStackTrace(target, above).
func (s *Stacks) captureStackTrace(self *goja.Object, target, above goja.Value) {
	o, ok := target.(*goja.Object)
	if !ok {
		panic(s.rt.NewTypeError("invalid_argument"))
	}
	from := self
	if f, ok := above.(*goja.Object); ok {
		if _, callable := goja.AssertFunction(f); callable {
			from = f
		}
	}
	limit, limited := s.limit()
	t := &trace{stacks: s, limited: limited}
	if limited {
		s.capture(t, limit, from)
	}
	s.keep(o, t)
}

// keep gives any object a stack. A plain object becomes one of goja's errors in
// all but its class, so that its stack, too, is made when it is read.
func (s *Stacks) keep(o *goja.Object, t *trace) {
	switch selfOf(o).table {
	case methods.baseTable:
		s.defineStack(o, goja.Undefined())
		becomeError(o)
	case methods.plainTable, unsafe.Pointer(&methods.lazy):
		dropStack(selfOf(o).data)
		s.defineStack(o, goja.Undefined())
	default:
		s.defineStack(o, s.value(o, t))
		return
	}
	setTrace(selfOf(o).data, t)
}

func (s *Stacks) defineStack(o *goja.Object, value goja.Value) {
	if err := o.DefineDataProperty(propStack, value, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// becomeError moves a plain object into the shape of goja's errors, which
// begins with that of a plain object. Its class stays, so it is no error to
// the program.
func becomeError(o *goja.Object) {
	l := &stackLayout
	e := unsafe.Pointer(reflect.New(l.errorType).Elem().UnsafeAddr())
	plain := reflect.NewAt(l.baseType, selfOf(o).data).Elem()
	reflect.NewAt(l.baseType, e).Elem().Set(plain)
	*at[bool](e, l.errorAdded) = true
	*selfOf(o) = slot{methods.plainTable, e}
}

// value is what the property "stack" of o becomes.
func (s *Stacks) value(o *goja.Object, t *trace) goja.Value {
	if !t.limited {
		return goja.Undefined()
	}
	findReceivers(t.frames)
	if prepare, ok := goja.AssertFunction(ownData(s.constructor, "prepareStackTrace")); ok && !s.preparing {
		s.preparing = true
		defer func() { s.preparing = false }()
		value, err := prepare(s.constructor, o, s.callSites(t.frames))
		if err != nil {
			panic(err)
		}
		return value
	}
	var b strings.Builder
	b.WriteString(s.header(o))
	for i := range t.frames {
		b.WriteString("\n    at ")
		b.WriteString(s.frameText(t.frames, i))
	}
	return s.rt.ToValue(b.String())
}

// header is what Error.prototype.toString would return.
func (s *Stacks) header(o *goja.Object) string {
	name, message := textOf(o.Get("name"), "Error"), textOf(o.Get("message"), "")
	switch {
	case name == "":
		return message
	case message == "":
		return name
	default:
		return name + ": " + message
	}
}

func textOf(v goja.Value, missing string) string {
	if v == nil || goja.IsUndefined(v) {
		return missing
	}
	return v.ToString().String()
}
