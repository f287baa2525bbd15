package heap

import "unsafe"

// table numbers pointers. It holds them, so that none is used again for something
// else meanwhile.
//
// It consists of small tables, each of which grows by itself: that takes not long.
// They fill at the same pace, but each has a place of its own between half full and
// three quarters where it grows.
type table struct{ shards [1 << shardBits]shard }

type shard struct {
	entries     []tableEntry
	count, room int
	shift       uint8
}

type tableEntry struct {
	pointer unsafe.Pointer
	number  uint32
	codec   uint32
}

const (
	shardBits  = 8
	shardStart = 3 // bits
)

// Things that were made one after another lie side by side, and are often met so.
// They have their entries side by side, too: what is in a block of 1<<blockBits bytes
// begins to look for its entry in the same blockEntries entries, two lines of the
// processor's cache. Entries all over the table would cost more than all the rest.
const (
	blockBits    = 9
	blockEntries = 8
)

func (t *table) shard(p unsafe.Pointer) (s *shard, hash uint64) {
	hash = uint64(uintptr(p)>>blockBits) * 0x9E3779B97F4A7C15
	return &t.shards[hash>>(64-shardBits)], hash << shardBits
}

// place returns the entry of p, which has the hash; that of a pointer which is not
// in the table has no pointer.
func (s *shard) place(p unsafe.Pointer, hash uint64) *tableEntry {
	mask := uintptr(len(s.entries) - 1)
	inBlock := uintptr(p) >> (blockBits - 3) % blockEntries
	for i := uintptr(hash>>s.shift)&^(blockEntries-1) + inBlock; ; i++ {
		if e := &s.entries[i&mask]; e.pointer == p || e.pointer == nil {
			return e
		}
	}
}

// find returns the entry of p, or nil.
func (t *table) find(p unsafe.Pointer) *tableEntry {
	s, hash := t.shard(p)
	if len(s.entries) == 0 {
		return nil
	}
	if e := s.place(p, hash); e.pointer != nil {
		return e
	}
	return nil
}

// entry returns the entry of p, which is to be filled when it has no pointer.
func (t *table) entry(p unsafe.Pointer) *tableEntry {
	s, hash := t.shard(p)
	if s.count >= s.room {
		s.grow(t)
	}
	return s.place(p, hash)
}

// fill puts a pointer into the entry that is its, or gives it another number.
func (t *table) fill(e *tableEntry, p unsafe.Pointer, number, codec uint32) {
	if e.pointer == nil {
		s, _ := t.shard(p)
		s.count++
	}
	*e = tableEntry{p, number, codec}
}

func (s *shard) grow(t *table) {
	old := s.entries
	size := max(2*len(old), 1<<shardStart)
	s.entries = make([]tableEntry, size)
	place := (uintptr(unsafe.Pointer(s)) - uintptr(unsafe.Pointer(t))) / unsafe.Sizeof(*s)
	s.room = size/2 + size/4*int(place)>>shardBits
	s.shift = 64
	for ; size > 1; size >>= 1 {
		s.shift--
	}
	for _, e := range old {
		if e.pointer != nil {
			_, hash := t.shard(e.pointer)
			*s.place(e.pointer, hash) = e
		}
	}
}
