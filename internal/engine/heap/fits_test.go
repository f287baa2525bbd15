//go:build !race

// With the race detector Go ends the process where memory is taken for something
// that is larger, which is what these tests do.

package heap

import (
	"fmt"
	"reflect"
	"testing"
	"unsafe"
)

func allEntries(t *table) (all []tableEntry) {
	for i := range t.shards {
		all = append(all, t.shards[i].entries...)
	}
	return all
}

// TestFits takes what functions captured for something else: it is noticed.
func TestFits(t *testing.T) {
	w, err := writeSamples()
	if err != nil {
		t.Fatal(err)
	}
	swapped, noticed := map[string]bool{}, map[string]bool{}
	for _, e := range allEntries(&w.seen) {
		if e.pointer == nil || w.codecs[e.codec].code == 0 {
			continue
		}
		c := w.codecs[e.codec]
		if !w.fits(e.pointer, c) {
			t.Errorf("%s does not fit itself: %v", c.name, w.err)
		}
		for i := 1; i < c.of.NumField(); i++ {
			for j := i + 1; j < c.of.NumField(); j++ {
				if a, b := c.of.Field(i).Type, c.of.Field(j).Type; a != b {
					name := fmt.Sprintf("%s: %s and %s", c.name, a, b)
					swapped[name] = true
					if !w.fits(e.pointer, &codec{name: c.name, of: swap(c.of, i, j)}) {
						noticed[name] = true
					}
				}
			}
		}
		w.err = nil
	}
	if len(swapped) < 30 {
		t.Errorf("only %d functions are wrong", len(swapped))
	}
	for name := range swapped {
		if !noticed[name] {
			t.Errorf("%s can be taken for one another", name)
		}
	}
}

// swap returns a struct with the types of two fields swapped.
func swap(t reflect.Type, i, j int) reflect.Type {
	fields := make([]reflect.StructField, t.NumField())
	for n := range fields {
		fields[n] = reflect.StructField{Name: t.Field(n).Name, Type: t.Field(n).Type}
	}
	fields[i].Type, fields[j].Type = fields[j].Type, fields[i].Type
	return reflect.StructOf(fields)
}

// TestPlausible looks at words that lead nowhere.
func TestPlausible(t *testing.T) {
	w, err := writeSamples()
	if err != nil {
		t.Fatal(err)
	}
	bad := struct{ code, captured uintptr }{0, 0x123456789}
	of := reflect.StructOf([]reflect.StructField{{Name: "Code", Type: reflect.TypeFor[uintptr]()}, {Name: "Captured0", Type: reflect.TypeFor[*int]()}})
	if w.fits(unsafe.Pointer(&bad), &codec{of: of}) {
		t.Error("a pointer to nothing is a pointer")
	}
}
