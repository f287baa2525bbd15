package host

import (
	"reflect"

	"github.com/dop251/goja"
)

var (
	bytesType       = reflect.TypeFor[[]byte]()
	arrayBufferType = reflect.TypeFor[goja.ArrayBuffer]()
	plainObjectType = reflect.TypeFor[map[string]any]()
)

// exporter exports views. What a view exports does not depend on the runtime.
var exporter = new(goja.Runtime)

// Bytes returns the memory of a typed array, DataView or ArrayBuffer, without a
// copy, and false for anything else. The slice is for the duration of the native
// only: who needs the bytes later copies them. A detached view has no bytes.
func Bytes(v goja.Value) ([]byte, bool) {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	switch t := o.ExportType(); {
	case t == bytesType:
		// goja would make a slice of a detached array too. Element 0 tells.
		if o.Get("0") == nil {
			return nil, true
		}
		b, ok := o.Export().([]byte)
		return b, ok
	case t == arrayBufferType:
		return o.Export().(goja.ArrayBuffer).Bytes(), true
	case isOtherView(o, t):
		return viewBytes(o)
	}
	return nil, false
}

// isOtherView says that o is a typed array of elements other than uint8, or a
// DataView. A DataView exports like a plain object, but has a name.
func isOtherView(o *goja.Object, t reflect.Type) bool {
	if t == nil {
		return false
	}
	if t == plainObjectType {
		tag, ok := o.GetSymbol(goja.SymToStringTag).(goja.String)
		return ok && tag.String() == "DataView"
	}
	if t.Kind() != reflect.Slice {
		return false
	}
	switch t.Elem().Kind() {
	case reflect.Int8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32,
		reflect.Int64, reflect.Uint64, reflect.Float32, reflect.Float64:
		return true
	}
	return false
}

// viewBytes exports a view as bytes. For a detached view goja slices nothing
// beyond its end, hence the recover.
func viewBytes(o *goja.Object) (b []byte, ok bool) {
	defer func() {
		if recover() != nil {
			b, ok = nil, true
		}
	}()
	if err := exporter.ExportTo(o, &b); err != nil {
		return nil, false
	}
	return b, true
}

// ArrayBuffer returns an ArrayBuffer that takes b over without a copy. A native
// that produces bytes returns one; JavaScript wraps it as a Buffer.
func (e *Env) ArrayBuffer(b []byte) goja.Value {
	return e.RT.ToValue(e.RT.NewArrayBuffer(b))
}
