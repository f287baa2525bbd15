package engine

import (
	"fmt"
	"testing"

	"github.com/dop251/goja"
)

func TestRemainingLeavesTheIteratorWhereItIs(t *testing.T) {
	rt := goja.New()
	for _, test := range []struct{ script, want string }{
		{"new Map([[1,2],[3,4]]).entries()", "[1 2 3 4] true true"},
		{"new Map([[1,2],[3,4]]).keys()", "[1 3] false true"},
		{"new Map([[1,2],[3,4]]).values()", "[2 4] false true"},
		{"new Set([1,2]).values()", "[1 2] false true"},
		{"new Set([1,2]).entries()", "[1 1 2 2] true true"},
		{"var i = new Set([1,2,3]).values(); i.next(); i", "[2 3] false true"},
		{"var s = new Set([1,2,3]), i = s.values(); i.next(); i.next(); s.delete(1); s.delete(2); i", "[3] false true"},
		{"var i = new Set([1]).values(); i.next(); i.next(); i", "[] false true"},
		{"new Set().values()", "[] false true"},
		{"[1].values()", "[] false false"},
		{"({})", "[] false false"},
	} {
		v, err := rt.RunString(test.script)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			values, pairs, ok := Remaining(v.(*goja.Object))
			if got := fmt.Sprint(values, pairs, ok); got != test.want {
				t.Errorf("%s: %s, want %s", test.script, got, test.want)
			}
		}
	}
}
