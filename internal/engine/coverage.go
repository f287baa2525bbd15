package engine

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
)

// Coverage counts how often the parts of a unit run. Its regions are those that V8
// counts.
type Coverage struct {
	// Functions are in the order of the source; the first is the unit itself.
	Functions []CoveredFunction
	counts    []uint64
}

// CoveredFunction is a function and what is counted in it. All places are offsets of
// the text that a person wrote.
type CoveredFunction struct {
	Name       string
	Start, End int
	Regions    []Region
	counter    int
}

// Region is a part of a function that may run more or less often than the rest.
type Region struct {
	Start int
	// End is Open for what goes on until another region begins or the one around
	// ends.
	End     int
	counter int // none: the region cannot be reached
}

// Open is the end of a region that ends with the next one.
const Open = -1

const none = -1

// Count returns how often the function ran.
func (c *Coverage) Count(f *CoveredFunction) uint64 { return c.counts[f.counter] }

// CountOf returns how often a region ran.
func (c *Coverage) CountOf(r *Region) uint64 {
	if r.counter == none {
		return 0
	}
	return c.counts[r.counter]
}

// Counts returns all counts, in the order of the code.
func (c *Coverage) Counts() []uint64 { return c.counts }

// SetCounts makes the counts those of another compilation of the same unit. It
// reports whether there are as many.
func (c *Coverage) SetCounts(counts []uint64) bool {
	return copy(c.counts, counts) == len(c.counts) && len(counts) == len(c.counts)
}

// counterPrefix begins the names that stand for counters while a tree is compiled.
// No program can write them.
const counterPrefix = "\x00counter "

// counter counts, and leaves undefined for the statement or expression that it is.
type counter struct{ count *uint64 }

func (c *counter) exec(vm unsafe.Pointer) {
	*c.count++
	push(vm, goja.Undefined())
	*at[int](vm, offsets.vmPC)++
}

// link puts counters into p, where it reads their names.
func (c *Coverage) link(p *goja.Program) {
	slots := code(p)
	for i, s := range slots {
		if s.table != offsets.loadDynamic && s.table != offsets.loadDynamicRef {
			continue
		}
		digits, ok := strings.CutPrefix((*(*unistring.String)(s.data)).String(), counterPrefix)
		if !ok {
			continue
		}
		if n, err := strconv.Atoi(digits); err == nil {
			var replacement instruction = &counter{&c.counts[n]}
			slots[i] = *(*slot)(unsafe.Pointer(&replacement))
		}
	}
}

// newCounter returns an expression that counts when it is evaluated.
func (c *Coverage) newCounter(at file.Idx) (n int, e *ast.Identifier) {
	n = len(c.counts)
	c.counts = append(c.counts, 0)
	return n, counterAt(n, at)
}

func counterAt(n int, at file.Idx) *ast.Identifier {
	return &ast.Identifier{Name: unistring.NewFromString(counterPrefix + strconv.Itoa(n)), Idx: at}
}

func counting(e *ast.Identifier) ast.Statement { return &ast.ExpressionStatement{Expression: e} }

// before returns an expression that counts and then is e.
func before(count *ast.Identifier, e ast.Expression) ast.Expression {
	return &ast.SequenceExpression{Sequence: []ast.Expression{count, e}}
}
