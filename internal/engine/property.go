package engine

import (
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Properties without their side effects: no getter and no trap of a proxy runs.

// ownProperty returns what o keeps under name.
func ownProperty(o *goja.Object, name string) (value goja.Value, getter, setter *goja.Object, ok bool) {
	if isProxy(o) {
		return nil, nil, nil, false
	}
	get, self := bound[func(unsafe.Pointer, unistring.String) goja.Value](o, methods.getOwnPropStr)
	v := get(self, unistring.NewFromString(name))
	if v == nil {
		return nil, nil, nil, false
	}
	value, getter, setter = unwrapProperty(v)
	return value, getter, setter, true
}

// unwrapProperty takes apart what goja keeps for a property: the value, or a
// value of a type of its own when the property is not a plain one.
func unwrapProperty(v goja.Value) (value goja.Value, getter, setter *goja.Object) {
	held := (*slot)(unsafe.Pointer(&v))
	if held.table != methods.propertyTable {
		return v, nil, nil
	}
	l := &stackLayout
	if *at[bool](held.data, l.propAccessor) {
		return nil, *at[*goja.Object](held.data, l.propGetter), *at[*goja.Object](held.data, l.propSetter)
	}
	return *at[goja.Value](held.data, l.propValue), nil, nil
}

// ownData returns the value of a data property, or nil.
func ownData(o *goja.Object, name string) goja.Value {
	value, _, _, _ := ownProperty(o, name)
	return value
}

func isProxy(o *goja.Object) bool { return selfOf(o).table == methods.proxyTable }

// constructorName is V8's name for the class of an object.
func constructorName(o *goja.Object) string {
	if isProxy(o) {
		return "Proxy"
	}
	if o.ClassName() == "Function" && isClass(o) {
		if name := nameOf(o); name != "" {
			return name
		}
	}
	// The class is nearer than the tag that it inherits.
	for holder := o; holder != nil && !isProxy(holder); holder = holder.Prototype() {
		if holder != o {
			if name := nameOf(ownData(holder, "constructor")); name != "" {
				return name
			}
		}
		if tag, ok := toStringTag(holder).(goja.String); ok && tag.Length() > 0 {
			return tag.String()
		}
	}
	return o.ClassName()
}

// nameOf returns the name of a function, "" for anything else.
func nameOf(v goja.Value) string {
	f, ok := v.(*goja.Object)
	if !ok || isProxy(f) {
		return ""
	}
	name, ok := ownData(f, "name").(goja.String)
	if !ok {
		return ""
	}
	return name.String()
}

// toStringTag returns an object's own tag when no getter makes it.
func toStringTag(o *goja.Object) goja.Value {
	get, self := bound[func(unsafe.Pointer, *goja.Symbol) goja.Value](o, methods.getOwnPropSym)
	v := get(self, goja.SymToStringTag)
	if v == nil {
		return nil
	}
	value, _, _ := unwrapProperty(v)
	return value
}

// globalOf returns the global object of the runtime that a function is of.
func globalOf(f *goja.Object) *goja.Object {
	rt := *at[*goja.Runtime](unsafe.Pointer(f), stackLayout.objectRuntime)
	return rt.GlobalObject()
}

// isClass reports whether a function was written as a class.
func isClass(f *goja.Object) bool { return selfOf(f).table == methods.classTable }

// lacksConstructor reports whether f is a class without a constructor.
func lacksConstructor(f *goja.Object) bool { return isClass(f) && runs(f, nil) }

// runs reports whether p is the code of function f, and not of a part of it.
func runs(f *goja.Object, p *goja.Program) bool {
	data := scriptFunction(f)
	return data != nil && *at[*goja.Program](data, stackLayout.functionPrg) == p
}

// isStrictFunction reports whether a function's code is strict. A native counts
// as strict.
func isStrictFunction(f *goja.Object) bool {
	data := scriptFunction(f)
	return data == nil || *at[bool](data, stackLayout.functionStrict)
}

// functionSource returns the text of a function that is written in JavaScript.
func functionSource(f *goja.Object) (string, bool) {
	data := scriptFunction(f)
	if data == nil {
		return "", false
	}
	return *at[string](data, stackLayout.functionSrc), true
}

// scriptFunction returns what goja keeps of a function that is written in
// JavaScript, nil for any other object.
func scriptFunction(f *goja.Object) unsafe.Pointer {
	if self := selfOf(f); slices.Contains(methods.functionTables[:], self.table) {
		return self.data
	}
	return nil
}
