package regexp

// Flags are those that matter for matching.
type Flags struct {
	IgnoreCase  bool // i
	Multiline   bool // m
	DotAll      bool // s
	Unicode     bool // u
	UnicodeSets bool // v
	Sticky      bool // y
}

// codePoints says that a pattern is over code points, not code units.
func (f Flags) codePoints() bool { return f.Unicode || f.UnicodeSets }

// SyntaxError says what is wrong with a pattern, in V8's words.
type SyntaxError struct{ Message string }

func (e *SyntaxError) Error() string { return e.Message }

// node is a part of a parsed pattern.
type node interface{}

type (
	// emptyNode matches nothing, always.
	emptyNode struct{}
	// charNode matches one character, as it is.
	charNode struct{ c rune }
	// setNode matches one character of a set.
	setNode struct{ set *charSet }
	// sequenceNode matches its parts one after the other.
	sequenceNode struct{ parts []node }
	// choiceNode matches the first alternative that leads to a match.
	choiceNode struct{ alternatives []node }
	// groupNode captures what its body matches as group index.
	groupNode struct {
		body  node
		index int
	}
	// referenceNode matches what a group captured; one of several of the
	// same name.
	referenceNode struct {
		name   string // to be resolved when all groups are known
		groups []int
	}
	// assertNode is one of the assertions ^ $ \b \B.
	assertNode struct{ kind opcode }
	// lookNode is (?=…), (?!…), (?<=…) or (?<!…).
	lookNode struct {
		body           node
		behind, negate bool
		groups         span
	}
	// repeatNode is a quantifier.
	repeatNode struct {
		body     node
		min, max int
		lazy     bool
		groups   span
	}
)

// span is the groups from, …, to-1.
type span struct{ from, to int }

const infinite = 1<<31 - 1

// minWidth returns how many characters n matches at least. It is exact about
// zero for what it counts; a back reference may match nothing.
func minWidth(n node) int {
	switch n := n.(type) {
	case charNode, setNode:
		return 1
	case *sequenceNode:
		width := 0
		for _, part := range n.parts {
			width = min(width+minWidth(part), infinite/2)
		}
		return width
	case *choiceNode:
		width := infinite
		for _, alternative := range n.alternatives {
			width = min(width, minWidth(alternative))
		}
		return width
	case *groupNode:
		return minWidth(n.body)
	case *repeatNode:
		return min(n.min*min(minWidth(n.body), 1), infinite/2)
	}
	return 0
}
