package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// textLayout is how goja keeps strings.
var textLayout struct{ ascii, unicode, imported unsafe.Pointer } // interface tables

// importedString mirrors goja's string that came from Go.
type importedString struct {
	text    string
	unicode []uint16
	scanned bool
}

// Units returns the code units of s without a copy: bytes when all are ASCII,
// otherwise UTF-16. Nobody may change them.
func Units(s goja.String) (ascii []byte, wide []uint16) {
	value := (*slot)(unsafe.Pointer(&s))
	switch value.table {
	case textLayout.ascii:
		text := *(*string)(value.data)
		return unsafe.Slice(unsafe.StringData(text), len(text)), nil
	case textLayout.unicode:
		return nil, (*(*[]uint16)(value.data))[1:] // the first is a byte order mark
	case textLayout.imported:
		s.Length() // makes goja look at what it is
		imported := (*importedString)(value.data)
		if imported.unicode != nil {
			return nil, imported.unicode[1:]
		}
		return unsafe.Slice(unsafe.StringData(imported.text), len(imported.text)), nil
	}
	wide = make([]uint16, s.Length())
	for i := range wide {
		wide[i] = s.CharAt(i)
	}
	return nil, wide
}

func resolveTextLayout() error {
	rt := goja.New()
	l := &textLayout
	for _, sample := range []struct {
		table *unsafe.Pointer
		value goja.Value
		name  string
	}{
		{&l.ascii, rt.ToValue("a"), "goja.asciiString"},
		{&l.unicode, goja.StringFromUTF16([]uint16{0xE9}), "goja.unicodeString"},
		{&l.imported, rt.ToValue("a string that is not short"), "*goja.importedString"},
	} {
		if got := reflect.TypeOf(sample.value).String(); got != sample.name {
			return &LayoutError{Field: sample.name, Reason: "is now " + got}
		}
		s := sample.value.(goja.String)
		*sample.table = (*slot)(unsafe.Pointer(&s)).table
	}
	theirs := reflect.TypeOf(rt.ToValue("a string that is not short")).Elem()
	ours := reflect.TypeFor[importedString]()
	if theirs.NumField() != ours.NumField() || theirs.Size() != ours.Size() {
		return &LayoutError{Field: "importedString", Reason: "has other fields"}
	}
	for i := range ours.NumField() {
		if a, b := theirs.Field(i), ours.Field(i); a.Offset != b.Offset || a.Type.Kind() != b.Type.Kind() {
			return &LayoutError{Field: "importedString." + a.Name, Reason: "has another type"}
		}
	}
	return nil
}
