package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
)

// stringLayout is how goja keeps strings: by which tables of goja.Value the three
// kinds are known.
var stringLayout struct {
	ascii    unsafe.Pointer // a Go string
	wide     unsafe.Pointer // a []uint16 that begins with a byte order mark
	imported unsafe.Pointer // a *importedString: UTF-8 whose kind is not known yet

	importedText, importedWide uintptr
}

// readStrings finds the kinds of strings by an example of each.
func (l *layoutReader) readStrings(rt *goja.Runtime) {
	if l.Err != nil {
		return
	}
	o := &stringLayout
	for _, example := range []struct {
		value goja.Value
		name  string
		kind  reflect.Kind
		table *unsafe.Pointer
	}{
		{rt.ToValue("a"), "goja.asciiString", reflect.String, &o.ascii},
		{goja.StringFromUTF16([]uint16{0xe4}), "goja.unicodeString", reflect.Slice, &o.wide},
		{rt.ToValue(strings.Repeat("a", 100)), "*goja.importedString", reflect.Pointer, &o.imported},
	} {
		if t := reflect.TypeOf(example.value); t.String() != example.name || t.Kind() != example.kind {
			l.Fail(example.name, "a value of its kind has type "+t.String())
			return
		}
		*example.table = (*slot)(unsafe.Pointer(&example.value)).table
	}
	imported := reflect.TypeOf(rt.ToValue(strings.Repeat("a", 100))).Elem()
	o.importedText = l.Offset(imported, "s", "string")
	o.importedWide = l.Offset(imported, "u", "goja.unicodeString")
}

// text is the beginning of a Go string and of a slice alike.
type text struct {
	data unsafe.Pointer
	size int
}

// plain returns a string as one of the two kinds whose characters lie ready. Any
// other value is returned as it is.
func plain(v slot) slot {
	l := &stringLayout
	if v.table != l.imported {
		return v
	}
	imported := *(*goja.Value)(unsafe.Pointer(&v))
	imported.(goja.String).Length() // finds out what kind it is
	if wide := at[text](v.data, l.importedWide); wide.data != nil {
		return slot{l.wide, unsafe.Pointer(wide)}
	}
	return slot{l.ascii, unsafe.Pointer(at[text](v.data, l.importedText))}
}

// isText says that v is a string of a kind that plain returns.
func isText(v slot) bool { return v.table == stringLayout.ascii || v.table == stringLayout.wide }

// lengthOf returns how many characters a string of a plain kind has.
func lengthOf(v slot) int {
	size := (*text)(v.data).size
	if v.table == stringLayout.wide {
		size-- // the mark
	}
	return size
}
