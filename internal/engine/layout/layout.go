// Package layout looks up how goja and Go lay things out in memory: fields by
// name, types by name, the words of an interface. What is not as its user knows
// it is an Error.
package layout

import (
	"fmt"
	"reflect"
	"unsafe"
)

// Error says that goja's insides are not what jsrr was written for.
type Error struct {
	// Field is the missing or changed field, as "Type.field".
	Field string
	// Reason says what is wrong with it.
	Reason string
}

func (e *Error) Error() string {
	return fmt.Sprintf("goja %s: %s (this jsrr does not know this version of goja)", e.Field, e.Reason)
}

// At returns a pointer to the field at offset in the struct at base.
func At[T any](base unsafe.Pointer, offset uintptr) *T {
	return (*T)(unsafe.Add(base, offset))
}

// Slot is an interface value as Go lays it out.
type Slot struct{ Table, Data unsafe.Pointer }

// typesByString is reflect's: the types of the binary that are written so. Go
// keeps it for those who use it (go.dev/issue/67401).
//
//go:linkname typesByString reflect.typesByString
func typesByString(s string) []unsafe.Pointer

// PointerType returns the type of pointers to a type of the package that a type
// like is of, "*goja.T"; nil when there is none.
func PointerType(name string, like reflect.Type) reflect.Type {
	for _, found := range typesByString(name) {
		var sample any
		(*Slot)(unsafe.Pointer(&sample)).Table = found // of an empty interface: the type
		if t := reflect.TypeOf(sample); t.Elem().PkgPath() == like.PkgPath() {
			return t
		}
	}
	return nil
}

// Fields looks fields up and keeps the first thing that is wrong.
type Fields struct {
	// Err is that thing, an *Error, or nil.
	Err error
}

// Fail notes that something is wrong, unless something was before.
func (l *Fields) Fail(field, reason string) {
	if l.Err == nil {
		l.Err = &Error{field, reason}
	}
}

// Offset returns where owner keeps the field, which must have the given type.
func (l *Fields) Offset(owner reflect.Type, name, wantType string) uintptr {
	return l.Field(owner, name, wantType).Offset
}

// Field returns a field of owner, which must have the given type.
func (l *Fields) Field(owner reflect.Type, name, wantType string) (f reflect.StructField) {
	if l.Err != nil {
		return f
	}
	f, ok := owner.FieldByName(name)
	switch {
	case !ok:
		l.Err = &Error{owner.Name() + "." + name, "field is missing"}
	case f.Type.String() != wantType:
		l.Err = &Error{owner.Name() + "." + name, "has type " + f.Type.String() + ", not " + wantType}
	}
	return f
}

// Pointee returns the type that the field points at, or an empty struct after
// an error.
func (l *Fields) Pointee(owner reflect.Type, name, wantType string) reflect.Type {
	f := l.Field(owner, name, wantType)
	if l.Err != nil {
		return reflect.TypeFor[struct{}]()
	}
	return f.Type.Elem()
}
