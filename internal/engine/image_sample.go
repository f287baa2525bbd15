package engine

import (
	"reflect"
	"slices"
	"sync"

	"github.com/dop251/goja"
)

// Some instructions cannot be made, only found.

// emptyLiteral returns goja's instruction for a regular expression: any one will
// do, for the object that it makes gets a pattern of jsrr's.
var emptyLiteral = sync.OnceValue(func() (found slot) {
	p, err := goja.Compile("", "/0/", false)
	if err != nil {
		panic(err)
	}
	for _, s := range code(p) {
		if s.table == regexpLayout.newRegexp {
			found = s
		}
	}
	return found
})

// markers returns goja's instructions for await and yield, which it compares by
// their addresses.
var markers = sync.OnceValue(func() (found []slot) {
	p, err := goja.Compile("", "(function* () { yield; yield 0; x = yield 0; yield* 0; x = yield* 0 }); (async () => { await 0 })", false)
	if err != nil {
		panic(err)
	}
	for _, maker := range code(p) {
		t := dynamicType(maker)
		if t.Kind() != reflect.Pointer {
			continue
		}
		for _, offset := range programFields(t.Elem(), 0, nil) {
			for _, s := range code(*at[*goja.Program](maker.data, offset)) {
				if dynamicType(s).String() == "*goja.yieldMarker" && !slices.Contains(found, s) {
					found = append(found, s)
				}
			}
		}
	}
	return found
})
