package heap

import (
	"math/bits"
	"slices"
	"sync"
)

// smallMax is the size up to which Go has classes of sizes.
const smallMax = 32 << 10

// sizeClasses are Go's classes, as append uses them.
var sizeClasses = sync.OnceValue(func() []uint64 {
	var classes []uint64
	for size := 1; size <= smallMax; {
		class := cap(slices.Grow([]byte(nil), size))
		classes = append(classes, uint64(class))
		size = class + 1
	}
	return classes
})

// allocated returns how much memory Go takes for so many bytes.
func allocated(size uintptr) uint64 {
	switch n := uint64(size); {
	case n == 0:
		return 0
	case n > smallMax:
		const page = 8 << 10
		return (n + page - 1) / page * page
	default:
		classes := sizeClasses()
		i, _ := slices.BinarySearch(classes, n)
		return classes[min(i, len(classes)-1)]
	}
}

// What Go's maps are made of: groups of eight, full to seven eighths when there is
// more than one.
const (
	mapHeader    = 48
	mapGroup     = 8
	mapControl   = 8
	mapTable     = 32
	mapTableSlot = 1024
)

// mapSize returns about how much memory a map of so many entries takes.
func mapSize(entries int, entry uintptr) uint64 {
	group := mapControl + mapGroup*entry
	switch {
	case entries == 0:
		return mapHeader
	case entries <= mapGroup:
		return mapHeader + allocated(group)
	}
	slots := uint64(1) << bits.Len64(uint64(entries)*8/7)
	if slots*7/8 < uint64(entries) {
		slots *= 2
	}
	tables := max(slots/mapTableSlot, 1)
	return mapHeader + tables*(mapTable+8) + tables*allocated(uintptr(slots/tables/mapGroup)*group)
}
