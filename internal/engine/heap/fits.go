package heap

import (
	"reflect"
	"runtime"
	"runtime/debug"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// What a function captured is known by its type and order alone. The samples are
// used to check that: where a word is taken for what it is not, it most likely
// holds nothing that makes sense, or points to such.

// fits checks that a function captured what it should have.
func (w *Writer) fits(f unsafe.Pointer, c *codec) bool {
	// A word that is no pointer may lead to where nothing is.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	ok := func() (ok bool) {
		defer func() { ok = recover() == nil && ok }()
		for i := 1; i < c.of.NumField(); i++ { // behind the code
			if captured := c.of.Field(i); !w.plausible(captured.Type, unsafe.Add(f, captured.Offset), plausibleDepth) {
				return false
			}
		}
		return true
	}()
	if !ok {
		w.fail("%w", &layout.Error{Field: c.name, Reason: "captures something else"})
	}
	return ok
}

// What samples have no more of, and how far they are followed.
const plausibleMax, plausibleDepth = 1 << 12, 3

// plausible says that at p there may be something of a type.
func (w *Writer) plausible(t reflect.Type, p unsafe.Pointer, depth int) bool {
	switch t.Kind() {
	case reflect.Bool:
		return *(*uint8)(p) <= 1
	case reflect.Int:
		n := *(*int)(p)
		return n >= -1 && n < plausibleMax
	case reflect.String:
		s := *(*string)(p)
		return len(s) >= 0 && len(s) < plausibleMax && (unsafe.StringData(s) != nil || s == "")
	case reflect.Slice:
		return w.plausibleSlice(t, *(*sliceHeader)(p), depth)
	case reflect.Func:
		f := *(*unsafe.Pointer)(p)
		return f == nil || isCode(*(*uintptr)(f))
	case reflect.Interface:
		return t != reflect.TypeFor[goja.Value]() || w.plausibleValue(*(*layout.Slot)(p))
	case reflect.Pointer:
		at := *(*unsafe.Pointer)(p)
		return at == nil || uintptr(at)%uintptr(t.Elem().Align()) == 0 && w.plausibleTarget(t.Elem(), at, depth-1)
	}
	return true
}

// isCode says that a function begins there.
func isCode(at uintptr) bool {
	f := runtime.FuncForPC(at)
	return f != nil && f.Entry() == at
}

func (w *Writer) plausibleSlice(t reflect.Type, s sliceHeader, depth int) bool {
	if s.length < 0 || s.length > s.space || s.space >= plausibleMax || s.data == nil && s.space > 0 {
		return false
	}
	for i := range s.length {
		if !w.plausible(t.Elem(), unsafe.Add(s.data, uintptr(i)*t.Elem().Size()), depth) {
			return false
		}
	}
	return true
}

func (w *Writer) plausibleValue(s layout.Slot) bool {
	t := &w.tables
	switch s.Table {
	case nil, t.null, t.undefined, t.integer, t.float, t.boolean, t.ascii, t.unicode, t.imported, t.symbol, t.bigInt:
		return true
	case t.object:
		return w.plausibleObject((*goja.Object)(s.Data))
	}
	return false
}

func (w *Writer) plausibleObject(o *goja.Object) bool {
	return *layout.At[*goja.Runtime](unsafe.Pointer(o), w.objectRuntime) == w.rt && w.self(o).Table != nil && w.self(o).Data != nil
}

// plausibleTarget says that at p, to which a pointer points, there may be something
// of a type.
func (w *Writer) plausibleTarget(t reflect.Type, p unsafe.Pointer, depth int) bool {
	switch {
	case t == reflect.TypeFor[goja.Runtime]():
		return (*goja.Runtime)(p) == w.rt
	case t == reflect.TypeFor[goja.Object]():
		return w.plausibleObject((*goja.Object)(p))
	case beginsWith(t, w.baseType):
		o := *layout.At[*goja.Object](p, w.base.value)
		return w.plausibleObject(o) && w.self(o).Data == p
	case t.Kind() != reflect.Struct:
		return w.plausible(t, p, depth)
	case depth <= 0:
		return true
	}
	for i := range t.NumField() {
		if f := t.Field(i); !w.plausible(f.Type, unsafe.Add(p, f.Offset), depth) {
			return false
		}
	}
	return true
}
