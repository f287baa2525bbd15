package systemtest

import "slices"

// Reduce returns a small program that still fails, made from p by taking away
// statements or putting what is inside them in their place. fails says whether
// a program fails; more says whether there is time for another attempt.
func Reduce(p *Program, fails func(*Program) bool, more func() bool) *Program {
	current := reduceRuns(p, fails, more)
	for size := current.Len() + 1; current.Len() < size && more(); {
		size = current.Len()
		for n := 0; n < current.Len() && more(); {
			if next := smaller(current, n, fails); next != nil {
				current = next
			} else {
				n++
			}
		}
	}
	return current
}

// reduceRuns takes away runs of statements of the program's first level, long
// ones first.
func reduceRuns(p *Program, fails func(*Program) bool, more func() bool) *Program {
	for length := len(p.Body) / 2; length > 0; length /= 2 {
		for at := 0; at+length <= len(p.Body) && more(); {
			candidate := p.with(slices.Concat(p.Body[:at], p.Body[at+length:]))
			if fails(candidate) {
				p = candidate
			} else {
				at += length
			}
		}
	}
	return p
}

// smaller returns p with statement number n (in the order of the text) gone,
// or replaced by what is inside it, if that still fails; else nil.
func smaller(p *Program, n int, fails func(*Program) bool) *Program {
	replacements := []func(*Statement) []*Statement{nothing, inside}
	if p.Ordered {
		replacements = replacements[:1] // what is inside runs at its own time
	}
	for _, replace := range replacements {
		at := n
		candidate := p.with(edit(p.Body, &at, replace))
		if candidate.Len() < p.Len() && fails(candidate) {
			return candidate
		}
	}
	return nil
}

func nothing(*Statement) []*Statement { return nil }

func inside(s *Statement) []*Statement { return slices.Concat(s.Blocks...) }

// edit returns body with statement number *n replaced; body itself stays as it
// is. *n is -1 when that was done, else less by the statements passed.
func edit(body []*Statement, n *int, replace func(*Statement) []*Statement) []*Statement {
	var out []*Statement
	for i, s := range body {
		if *n == 0 {
			*n = -1
			return slices.Concat(out, replace(s), body[i+1:])
		}
		*n--
		changed := &Statement{Text: s.Text}
		for b, block := range s.Blocks {
			edited := edit(block, n, replace)
			if *n < 0 {
				changed.Blocks = slices.Concat(s.Blocks[:b], [][]*Statement{edited}, s.Blocks[b+1:])
				out = append(out, changed)
				return slices.Concat(out, body[i+1:])
			}
		}
		out = append(out, s)
	}
	return out
}
