package heap

import (
	"cmp"
	"maps"
	"slices"
)

// Map writes or reads a map, in the order of its keys. It is not nil when it was
// read.
func Map[K cmp.Ordered, V any](a *Archive, p *map[K]V, key func(*K), value func(*V)) {
	keys := slices.Sorted(maps.Keys(*p))
	n := a.Len(len(keys))
	if a.Reading() {
		*p, keys = make(map[K]V), make([]K, n)
	}
	for i := range n {
		if a.Failed() {
			return
		}
		k := keys[i]
		key(&k)
		v := (*p)[k]
		value(&v)
		if a.Reading() {
			(*p)[k] = v
		}
	}
}

// Texts writes or reads a list of strings; an empty one is read as nil.
func Texts(a *Archive, p *[]string) { Slice(a, p, func(s *string) { Text(a, s) }) }

// Interned writes or reads a string that may come more than once: it is written
// the first time.
func (a *Archive) Interned(p *string) {
	if a.r != nil {
		*p = a.r.name()
	} else if a.w != nil {
		a.w.name(*p)
	}
}
