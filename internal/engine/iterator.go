package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// Remaining returns what an iterator of a Map or a Set would still give, without
// taking it: the iterator stays where it is. For an iterator of entries pairs is
// true, and keys and values alternate. ok is false for any other object.
//
// Unlike the rest of the package it looks the fields up by name at each call: it
// is for showing values to people, and it knows nothing when goja has changed.
func Remaining(o *goja.Object) (values []goja.Value, pairs, ok bool) {
	self := reflect.ValueOf(o).Elem().FieldByName("self")
	if !self.IsValid() || self.Kind() != reflect.Interface || self.Elem().Kind() != reflect.Pointer {
		return nil, false, false
	}
	object := self.Elem().Elem()
	var isMap bool
	switch object.Type().String() {
	case "goja.mapIterObject":
		isMap = true
	case "goja.setIterObject":
	default:
		return nil, false, false
	}
	iter, kind := object.FieldByName("iter"), object.FieldByName("kind")
	if iter.Kind() != reflect.Pointer || kind.Kind() != reflect.Int {
		return nil, false, false
	}
	return remaining(iter, isMap, kind.Int())
}

// The kinds of iterators: keys, values, or both.
const (
	iterationKeys = iota
	iterationValues
	iterationEntries
)

func remaining(iter reflect.Value, isMap bool, kind int64) (values []goja.Value, pairs, ok bool) {
	pairs = kind == iterationEntries
	if iter.IsNil() || iter.Elem().FieldByName("m").IsNil() {
		return nil, pairs, true // at its end
	}
	for e := nextEntry(iter.Elem()); e.IsValid() && !e.IsNil(); e = e.Elem().FieldByName("iterNext") {
		key := fieldValue(e.Elem().FieldByName("key"))
		value := key // of a Set
		if isMap {
			value = fieldValue(e.Elem().FieldByName("value"))
		}
		switch kind {
		case iterationKeys:
			values = append(values, key)
		case iterationValues:
			values = append(values, value)
		default:
			values = append(values, key, value)
		}
	}
	return values, pairs, true
}

// nextEntry returns the entry which the iterator would give next. Entries that
// were deleted have no key; the iterator goes back behind them.
func nextEntry(iter reflect.Value) reflect.Value {
	current := iter.FieldByName("cur")
	for !current.IsNil() && current.Elem().FieldByName("key").IsNil() {
		current = current.Elem().FieldByName("iterPrev")
	}
	if current.IsNil() {
		return iter.FieldByName("m").Elem().FieldByName("iterFirst")
	}
	return current.Elem().FieldByName("iterNext")
}

// fieldValue reads a field of type goja.Value.
func fieldValue(field reflect.Value) goja.Value {
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Interface().(goja.Value)
}
