package systemtest

import (
	"strings"
	"testing"
)

// TestGenerate makes every program twice: the seed decides it.
func TestGenerate(t *testing.T) {
	for seed := range uint64(200) {
		for _, f := range []Features{{}, {Ordered: true}} {
			one, two := Generate(seed, f), Generate(seed, f)
			if one.String() != two.String() {
				t.Errorf("seed %d makes two programs", seed)
			}
			if n := one.Len(); n < 5 || n > 600 {
				t.Errorf("seed %d: a program of %d statements", seed, n)
			}
		}
	}
}

// TestReduce looks for one statement deep inside a program.
func TestReduce(t *testing.T) {
	p := Generate(3, Features{})
	wanted := deepest(p.Body, 0).statement
	has := func(p *Program) bool { return strings.Contains(p.Short(), wanted.Text[0]) }
	small := Reduce(p, has, func() bool { return true })
	if !has(small) || small.Len() != 1 {
		t.Errorf("%d statements are left of %d:\n%s", small.Len(), p.Len(), small.Short())
	}
	if !has(p) {
		t.Error("the program that was reduced has changed")
	}
}

type found struct {
	statement *Statement
	depth     int
}

// deepest returns the statement with the most blocks around it.
func deepest(body []*Statement, depth int) found {
	var best found
	for _, s := range body {
		inside := found{s, depth}
		for _, block := range s.Blocks {
			if f := deepest(block, depth+1); f.statement != nil && f.depth > inside.depth {
				inside = f
			}
		}
		if best.statement == nil || inside.depth > best.depth {
			best = inside
		}
	}
	return best
}
