package regexp

import (
	"bytes"
	"errors"
	"sync"
	"sync/atomic"
)

// ErrStack says that a match needs more memory than it may have.
var ErrStack = errors.New("regular expression needs too much memory")

// ErrStopped says that somebody stopped a match.
var ErrStopped = errors.New("stopped")

// unit is a code unit: of ASCII text, or of UTF-16.
type unit interface{ uint8 | uint16 }

// Match looks for p in input from start on, and returns the positions of its
// groups: two for each, -1 for those that took no part. ok is false when p does
// not match. With the flag y it matches at start or not at all.
//
// A match can take long. When stop is not nil and becomes other than 0, which
// another goroutine may do atomically, the error is ErrStopped.
func Match[U unit](p *Program, input []U, start int, stop *uint32) (captures []int32, ok bool, err error) {
	m := matcher[U]{Program: p, in: input, stop: stop, scratch: scratches.Get().(*scratch)}
	defer scratches.Put(m.scratch)
	m.reset()
	if p.flags.codePoints() && start > 0 && start < len(input) && isPair(rune(input[start-1]), rune(input[start])) {
		start-- // there is no position between the halves of a character
	}
	for at := start; at <= len(input); at++ {
		if at = m.skip(at, start); at < 0 {
			break
		}
		found, err := m.run(0, at)
		if err == errSlow {
			m.remember()
			found, err = m.run(0, at)
		}
		if err != nil {
			return nil, false, err
		}
		if found {
			captures := make([]int32, 2*len(p.Names))
			copy(captures, m.registers)
			return captures, true, nil
		}
		if p.flags.Sticky {
			break
		}
		if m.flags.codePoints() && at+1 < len(input) && isPair(rune(input[at]), rune(input[at+1])) {
			at++
		}
	}
	return nil, false, nil
}

func isPair(high, low rune) bool {
	return high >= firstSurrogate && high < lowSurrogate && low >= lowSurrogate && low <= lastSurrogate
}

// frame is an entry of the stack: what to do when the current try fails.
type frame struct {
	// pc is where to go on, at position a; restore means that register a gets
	// back its value b. For the others see ofRun.
	pc   int32
	a, b int32
}

const restore = -1

// ofRun is the pc of a frame that goes on behind a run with one character less
// than now (a is the run's end, b the least that it can be) or, when the run
// is lazy, with one more (b is how many there are).
func ofRun(pc int) int32 { return int32(restore - 1 - pc) }

// runOf is the reverse: the pc of the run, or a negative number.
func runOf(pc int32) int { return restore - 1 - int(pc) }

// scratch is the memory of a match, kept for the next.
type scratch struct {
	stack     []frame
	registers []int32
}

var scratches = sync.Pool{New: func() any { return &scratch{} }}

type matcher[U unit] struct {
	*Program
	*scratch
	in     []U
	steps  int
	memory *memory // nil as long as the match is not slow
	stop   *uint32
}

// Limits of a match.
const (
	stackMax   = 1 << 24 // frames
	slowSteps  = 1 << 16 // and as many for each unit of input: then remember
	visitedMax = 1 << 28 // bits
	stopSteps  = 1 << 12 // between looks at whether to stop
)

// isStopped looks from time to time whether the match is to stop.
func (m *matcher[U]) isStopped() bool {
	return m.steps&(stopSteps-1) == 0 && m.stop != nil && atomic.LoadUint32(m.stop) != 0
}

var errSlow = errors.New("slow")

func (m *matcher[U]) reset() {
	m.stack = m.stack[:0]
	if cap(m.registers) < m.registerCount {
		m.registers = make([]int32, m.registerCount)
	}
	m.registers = m.registers[:m.registerCount]
	for i := range m.registers {
		m.registers[i] = -1
	}
}

// skip returns the next position from at on where a match can begin, or -1.
func (m *matcher[U]) skip(at, start int) int {
	switch {
	case m.flags.Sticky && at > start, m.atStart && at > 0:
		return -1
	case m.first == nil || m.flags.Sticky:
		return at
	}
	first := m.first
	if ascii, ok := any(m.in).([]uint8); ok && first.isOne() {
		next := bytes.IndexByte(ascii[at:], byte(first.ranges[0].lo))
		if next < 0 {
			return -1
		}
		return at + next
	}
	for ; at < len(m.in); at++ {
		c := rune(m.in[at])
		if c < lowCount {
			if first.low[c>>6]&(1<<(c&63)) != 0 {
				return at
			}
			continue
		}
		if m.flags.codePoints() && at+1 < len(m.in) && isPair(c, rune(m.in[at+1])) {
			if first.find(joinSurrogates(c, rune(m.in[at+1]))) {
				return at
			}
			at++
			continue
		}
		if first.find(c) {
			return at
		}
	}
	return -1
}

// next returns the character at a position and the position behind it.
func (m *matcher[U]) next(at int) (c rune, after int) {
	c = rune(m.in[at])
	if c >= firstSurrogate && m.flags.codePoints() && at+1 < len(m.in) && isPair(c, rune(m.in[at+1])) {
		return joinSurrogates(c, rune(m.in[at+1])), at + 2
	}
	return c, at + 1
}

// previous returns the character before a position and the position before it.
func (m *matcher[U]) previous(at int) (c rune, before int) {
	c = rune(m.in[at-1])
	if c >= lowSurrogate && m.flags.codePoints() && at > 1 && isPair(rune(m.in[at-2]), c) {
		return joinSurrogates(rune(m.in[at-2]), c), at - 2
	}
	return c, at - 1
}

func (m *matcher[U]) set(register, value int32) {
	m.stack = append(m.stack, frame{restore, register, m.registers[register]})
	m.registers[register] = value
}

// isWordAt says whether a word character is at a position.
func (m *matcher[U]) isWordAt(at int) bool {
	return at >= 0 && at < len(m.in) && m.word.contains(rune(m.in[at]))
}

func (m *matcher[U]) isLineEnd(at int) bool {
	c := rune(m.in[at])
	return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029
}

// holds says whether an assertion is true at a position.
func (m *matcher[U]) holds(op opcode, at int) bool {
	switch op {
	case opTextStart:
		return at == 0
	case opTextEnd:
		return at == len(m.in)
	case opLineStart:
		return at == 0 || m.isLineEnd(at-1)
	case opLineEnd:
		return at == len(m.in) || m.isLineEnd(at)
	case opBoundary:
		return m.isWordAt(at-1) != m.isWordAt(at)
	}
	return m.isWordAt(at-1) == m.isWordAt(at)
}
