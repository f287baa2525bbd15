package engine

import (
	"maps"
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja/unistring"
)

// What goja makes of the text of a direct eval depends on little of the scope that
// it is in, since all names are looked up when the code runs: whether its
// variables are global ones, the kinds of the functions around, and the private
// names in sight, which are parts of the instructions. With these the text can be
// compiled again elsewhere.

// PrivateName is a private name, as it is written behind #, with what goja knows it
// by: an object of Go that the class which declares it has, too.
type PrivateName struct {
	Name unistring.String
	ID   unsafe.Pointer
}

// privateNames returns the private names that are in sight of vm.
func privateNames(vm unsafe.Pointer) (found []PrivateName) {
	l := &evalLayout
	seen := map[unistring.String]bool{}
	for env := *at[unsafe.Pointer](vm, l.vmPrivate); env != nil; env = *at[unsafe.Pointer](env, l.privateOuter) {
		names := *at[map[unistring.String]unsafe.Pointer](env, l.privateNames)
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if !seen[name] {
				seen[name] = true
				found = append(found, PrivateName{name, names[name]})
			}
		}
	}
	return found
}

// functionsAround returns the kinds of the functions whose variables are in sight
// of vm, the innermost first.
func functionsAround(vm unsafe.Pointer) (kinds []byte) {
	l := &evalLayout
	for scope := *at[unsafe.Pointer](vm, l.vmStash); scope != nil; scope = *at[unsafe.Pointer](scope, offsets.stashOuter) {
		if kind := *at[uint8](scope, l.stashFunction); kind != 0 {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// scopeOf returns an interpreter that is in a scope like that of a direct eval.
func scopeOf(d *Dynamic) unsafe.Pointer {
	l, vm := &evalLayout, newMachine()
	scope := at[unsafe.Pointer](vm, l.vmStash)
	for _, kind := range d.Functions {
		*scope = allocate(l.stashType)
		*at[uint8](*scope, l.stashFunction) = kind
		scope = at[unsafe.Pointer](*scope, offsets.stashOuter)
	}
	if len(d.Private) > 0 {
		env := allocate(l.privateType)
		names, _ := l.privateType.FieldByName("names")
		reflect.NewAt(names.Type, unsafe.Add(env, l.privateNames)).Elem().Set(reflect.MakeMap(names.Type))
		for _, p := range d.Private {
			(*at[map[unistring.String]unsafe.Pointer](env, l.privateNames))[p.Name] = p.ID
		}
		*at[unsafe.Pointer](vm, l.vmPrivate) = env
	}
	return vm
}
