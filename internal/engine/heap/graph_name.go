package heap

import (
	"reflect"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// ownValue returns the value of a data property that an object itself has, without
// running anything; nil when it has none.
func (w *walk) ownValue(o *goja.Object, name unistring.String) goja.Value {
	t := w.selfType(o)
	if t.Kind() != reflect.Pointer || !beginsWith(t.Elem(), w.baseType) {
		return nil
	}
	_, values := w.properties(w.self(o).Data)
	v := values[name]
	if s := slotOf(v); s.Table == w.tables.property {
		return w.propertyAt(s.Data).value
	}
	return v
}

// functionName returns what a function says it is called.
func (w *walk) functionName(o *goja.Object) string {
	name := "(anonymous)"
	if s, ok := w.ownValue(o, "name").(goja.String); ok && s.Length() > 0 {
		name = nameText(nameOf(s))
	}
	if w.selfType(o).Elem() == own("classFuncObject") {
		return "class " + name
	}
	return name
}

// className returns the name of the constructor that an object has from its
// prototypes.
func (w *walk) className(o *goja.Object) string {
	if constructor, ok := w.ownValue(o, "constructor").(*goja.Object); ok && w.ownValue(constructor, "prototype") == goja.Value(o) {
		return w.plainName(constructor) + ".prototype"
	}
	prototype := w.prototypeOf(o)
	if prototype == nil {
		return "[Object: null prototype]"
	}
	name, known := w.names[prototype]
	if !known {
		name = w.constructorName(prototype)
		w.names[prototype] = name
	}
	return name
}

// prototypesMax bounds how far a constructor is looked for.
const prototypesMax = 100

func (w *walk) constructorName(prototype *goja.Object) string {
	for n := 0; prototype != nil && n < prototypesMax; n++ {
		if constructor, ok := w.ownValue(prototype, "constructor").(*goja.Object); ok {
			return w.plainName(constructor)
		}
		prototype = w.prototypeOf(prototype)
	}
	return "Object"
}

// plainName is functionName for what need not be a function.
func (w *walk) plainName(o *goja.Object) string {
	if s, ok := w.ownValue(o, "name").(goja.String); ok && s.Length() > 0 {
		return nameText(nameOf(s))
	}
	return "(anonymous)"
}

func (w *walk) prototypeOf(o *goja.Object) *goja.Object {
	if t := w.selfType(o); t.Kind() != reflect.Pointer || !beginsWith(t.Elem(), w.baseType) {
		return nil
	}
	return *at[*goja.Object](w.self(o).Data, w.facts.base.prototype)
}
