package sourcemap

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		mappings string
		want     []Segment
		err      error
	}{
		{"", []Segment{}, nil},
		{"AAAA,SAAAA;ACAC;;GDCDC", []Segment{{0, 0, 0, 0, 0, None}, {0, 9, 0, 0, 0, 0}, {1, 0, 1, 0, 1, None}, {3, 3, 0, 1, 0, 1}}, nil},
		{"A,IAAI", []Segment{{0, 0, None, 0, 0, None}, {0, 4, 0, 0, 4, None}}, nil},
		{"gBAAgB", []Segment{{0, 16, 0, 0, 16, None}}, nil},
		{"D", []Segment{{0, -1, 0, 0, 0, None}}, ErrDamaged},
		{"!!!", []Segment{{0, 0, 0, 0, 0, None}}, ErrDamaged},
		{"AAAAAAA", []Segment{{0, 0, 0, 0, 0, 0}}, ErrDamaged},
	} {
		got, err := Decode(test.mappings)
		if !slices.Equal(got, test.want) || !errors.Is(err, test.err) {
			t.Errorf("%q: %v, %v", test.mappings, got, err)
		}
	}
}

func TestFind(t *testing.T) {
	var empty Map
	if _, ok := empty.Find(0, 0); ok {
		t.Error("an empty map finds something")
	}
	m := Map{Mappings: ";EAAA,IACI,I,IACKA;ACAAC;AEAA", Sources: []string{"a.ts", "b.ts"}, Names: []string{"n"}}
	for _, test := range []struct {
		line, column int
		want         Place
	}{
		{0, 9, Place{}}, {1, 1, Place{}}, {1, 2, Place{"a.ts", 0, 0, ""}}, {1, 6, Place{"a.ts", 1, 4, ""}}, {1, 9, Place{"a.ts", 1, 4, ""}},
		{1, 10, Place{}}, {1, 14, Place{"a.ts", 2, 9, "n"}}, {2, 0, Place{"b.ts", 2, 9, ""}}, {3, 0, Place{}},
	} {
		if got, ok := m.Find(test.line, test.column); got != test.want || ok != (test.want != Place{}) {
			t.Errorf("%d:%d: %+v", test.line, test.column, got)
		}
	}
}

// Whatever stands there, a map answers.
func FuzzFind(f *testing.F) {
	f.Add("AAAA,SAAAA;ACAC;;GDCDC", 3, 3)
	f.Add(strings.Repeat("/", 40), 0, 0)
	f.Fuzz(func(_ *testing.T, mappings string, line, column int) {
		m := Map{Mappings: mappings, Sources: []string{"a"}, Names: []string{"n"}}
		m.Find(line, column)
	})
}
