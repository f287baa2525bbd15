package engine

import (
	"strings"
	"unsafe"
	"weak"
)

// A string that grows at its end is built in place: goja copies both operands of
// an addition, so that n additions take time that grows with the square of n. The
// memory of a long string that was added to before gets room behind it, and the
// next addition writes there. Both strings then share what they have in common:
// neither ever changes, for the room is written to once. Only the longest string
// in such memory may go on in it; adding to a shorter one copies, as before. A
// string that grows at its front is still copied.

// longText is from how many bytes on a string is worth it.
const longText = 256

// fastGrowth is up to which size memory doubles; beyond it grows by half.
const fastGrowth = 1 << 20

// tails are the strings of a runtime that have, or should get, room behind them. They
// do not keep a string alive.
type tails struct {
	// open are those with room, the one used last first.
	open [16]tail
	// made are long strings that additions made last, by place and size: what is
	// added to one of them will be added to again. That another string may lie
	// where one was costs no more than room.
	made [16]struct {
		at   uintptr
		size int
	}
	next int // place in made
}

// tail is a string with room behind it.
type tail struct {
	at     uintptr // where it begins, for comparison
	size   int     // in bytes
	room   int     // of its memory, in bytes
	memory weak.Pointer[byte]
}

// note remembers a string that an addition made.
func (t *tails) note(s slot) {
	if data, size, _ := memoryOf(s); t != nil && size >= longText {
		t.made[t.next].at, t.made[t.next].size = uintptr(data), size
		t.next = (t.next + 1) % len(t.made)
	}
}

// wasMade says that an addition made the string, not long ago.
func (t *tails) wasMade(at uintptr, size int) bool {
	for i := range t.made {
		if t.made[i].at == at && t.made[i].size == size {
			return true
		}
	}
	return false
}

// extend returns memory that begins like that of a string with size bytes, and in
// which the next more bytes are the caller's to write; nil when the string is to be
// copied by goja.
func (t *tails) extend(data unsafe.Pointer, size, more int) unsafe.Pointer {
	at := uintptr(data)
	for i := range t.open {
		if found := &t.open[i]; found.at == at && found.size == size {
			// The place may be that of a string that is no more.
			if found.memory.Value() != (*byte)(data) {
				*found = tail{}
				return nil
			}
			if size+more <= found.room {
				found.size += more
				t.used(i)
				return data
			}
			if more >= size {
				return nil
			}
			return t.grow(i, data, size, more)
		}
	}
	if more >= size || !t.wasMade(at, size) {
		return nil // one that doubles needs no room to be fast
	}
	return t.grow(len(t.open)-1, data, size, more)
}

// grow gives a string memory with room, and notes it in place i.
func (t *tails) grow(i int, data unsafe.Pointer, size, more int) unsafe.Pointer {
	want := size + more
	if want < fastGrowth {
		want *= 2
	} else {
		want += want / 2
	}
	// The builder is used for memory that is not cleared.
	var memory strings.Builder
	memory.Grow(want)
	memory.WriteString(unsafe.String((*byte)(data), size))
	begin := unsafe.StringData(memory.String())
	t.open[i] = tail{uintptr(unsafe.Pointer(begin)), size + more, memory.Cap(), weak.Make(begin)}
	t.used(i)
	return unsafe.Pointer(begin)
}

// used puts place i first.
func (t *tails) used(i int) {
	if i > 0 {
		first := t.open[i]
		copy(t.open[1:i+1], t.open[:i])
		t.open[0] = first
	}
}

// joined returns the strings of parts put together, in the memory of the first; ok is
// false when goja is to put them together.
func (t *tails) joined(parts []slot) (whole slot, ok bool) {
	left := parts[0]
	data, size, unit := memoryOf(left)
	if t == nil || size < longText {
		return left, false
	}
	more := 0
	for _, s := range parts[1:] {
		if unit == 1 && s.table == stringLayout.wide {
			return left, false
		}
		more += lengthOf(s)
	}
	if more == 0 {
		return left, true
	}
	begin := t.extend(data, size, more*unit)
	if begin == nil {
		return left, false
	}
	if unit == 1 {
		return putASCII(begin, size, size+more, parts[1:]), true
	}
	return putWide(begin, size/2, size/2+more, parts[1:]), true
}

// memoryOf returns where the characters of a string lie, how many bytes they are, and
// how many each of them is.
func memoryOf(s slot) (data unsafe.Pointer, size, unit int) {
	memory := (*text)(s.data)
	if s.table == stringLayout.ascii {
		return memory.data, memory.size, 1
	}
	return memory.data, 2 * memory.size, 2
}

// putASCII writes parts from byte at on, and returns the string up to end.
func putASCII(begin unsafe.Pointer, at, end int, parts []slot) slot {
	bytes := unsafe.Slice((*byte)(begin), end)
	for _, s := range parts {
		at += copy(bytes[at:], *(*string)(s.data))
	}
	made := unsafe.String((*byte)(begin), end)
	return slot{stringLayout.ascii, unsafe.Pointer(&made)}
}

// putWide is putASCII for units of two bytes.
func putWide(begin unsafe.Pointer, at, end int, parts []slot) slot {
	made := unsafe.Slice((*uint16)(begin), end) // its capacity lets nobody write behind it
	for _, s := range parts {
		if s.table == stringLayout.wide {
			at += copy(made[at:], (*(*[]uint16)(s.data))[1:])
			continue
		}
		ascii := *(*string)(s.data)
		for i := range len(ascii) {
			made[at+i] = uint16(ascii[i])
		}
		at += len(ascii)
	}
	return slot{stringLayout.wide, unsafe.Pointer(&made)}
}
