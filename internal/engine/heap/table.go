package heap

import "unsafe"

// table numbers pointers. It holds them, so that none is used again for something
// else meanwhile.
type table struct {
	entries []tableEntry
	count   int
	shift   uint8
}

type tableEntry struct {
	pointer unsafe.Pointer
	number  uint32
	codec   uint32
}

const tableStart = 10 // bits

// place returns the entry of p; that of a pointer which is not in the table has
// no pointer.
func (t *table) place(p unsafe.Pointer) *tableEntry {
	mask := uintptr(len(t.entries) - 1)
	for i := uintptr((uint64(uintptr(p)) * 0x9E3779B97F4A7C15) >> t.shift); ; i++ {
		if e := &t.entries[i&mask]; e.pointer == p || e.pointer == nil {
			return e
		}
	}
}

// find returns the entry of p, or nil.
func (t *table) find(p unsafe.Pointer) *tableEntry {
	if len(t.entries) == 0 {
		return nil
	}
	if e := t.place(p); e.pointer != nil {
		return e
	}
	return nil
}

// entry returns the entry of p, which is to be filled when it has no pointer.
func (t *table) entry(p unsafe.Pointer) *tableEntry {
	if t.count*3 >= len(t.entries)*2 {
		t.grow()
	}
	return t.place(p)
}

// fill puts a pointer into the entry that is its, or gives it another number.
func (t *table) fill(e *tableEntry, p unsafe.Pointer, number, codec uint32) {
	if e.pointer == nil {
		t.count++
	}
	*e = tableEntry{p, number, codec}
}

func (t *table) grow() {
	old := t.entries
	size := max(2*len(old), 1<<tableStart)
	t.entries = make([]tableEntry, size)
	t.shift = 64
	for ; size > 1; size >>= 1 {
		t.shift--
	}
	for _, e := range old {
		if e.pointer != nil {
			*t.place(e.pointer) = e
		}
	}
}
