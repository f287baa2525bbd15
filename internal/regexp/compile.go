package regexp

// opcode is what an instruction does.
type opcode uint8

const (
	opMatch         opcode = iota // the whole pattern has matched
	opChar                        // one character: c
	opSet                         // one character of set
	opCharBack                    // the same, to the left
	opSetBack                     //
	opRun                         // between x and y characters of set, as many as possible
	opRunLazy                     // as few as possible
	opSplit                       // try x; when that fails, y
	opJump                        // go on at x
	opSave                        // register x becomes the position
	opClear                       // registers x, …, y-1 become unset
	opZero                        // register x becomes 0
	opCount                       // loop: see counted
	opIterate                     // register x counts up; y, if any, becomes the position
	opProgress                    // fail when the position is still register x
	opProgressed                  // the same, for a counted loop: see counted
	opReference                   // what one of groups captured
	opReferenceBack               // the same, to the left
	opLook                        // lookaround: the program behind it, up to opFound; then x
	opLookNot                     //
	opFound                       // a lookaround's program has matched
	opTextStart                   // assertions
	opTextEnd                     //
	opLineStart                   //
	opLineEnd                     //
	opBoundary                    //
	opNotBoundary                 //
)

// instruction is one step of a program. What its operands mean is the
// opcode's affair.
type instruction struct {
	op     opcode
	lazy   bool
	c      rune
	x, y   int32
	min    int32
	max    int32
	set    *charSet
	groups []int
}

// Program is a compiled pattern.
type Program struct {
	// Names holds the groups' names by number; "" for those without one. Group
	// 0 is the whole match.
	Names []string

	flags         Flags
	code          []instruction
	registerCount int // two for each group, then those of loops
	word          *charSet
	// first has the characters that a match can begin with, nil when it can
	// begin with any or be empty.
	first *charSet
	// atStart says that a match can only begin at the start of the input.
	atStart bool
	// regular says that what follows depends on instruction and position
	// alone, so that failures can be remembered.
	regular bool
}

// Compile compiles a pattern: code points when one of the flags u and v is set,
// code units otherwise. The error is a *SyntaxError.
func Compile(text []rune, flags Flags) (*Program, error) {
	parsed, err := parse(text, flags)
	if err != nil {
		return nil, err
	}
	c := &compiler{registers: 2 * len(parsed.names), regular: true, fold: folding{flags.codePoints()}}
	c.emit(instruction{op: opSave, x: 0})
	c.compile(parsed.root)
	c.emit(instruction{op: opSave, x: 1})
	c.emit(instruction{op: opMatch})
	if len(c.code) > codeMax {
		return nil, &SyntaxError{"Regular expression too large"}
	}
	p := &Program{
		Names: parsed.names, flags: flags, code: c.code, registerCount: c.registers, word: wordSet(flags).union().seal(),
		atStart: startsAtText(parsed.root), regular: c.regular,
	}
	if first, ok := firstOf(parsed.root); ok {
		p.first = first.seal()
	}
	return p, nil
}

// codeMax bounds the memory of a program.
const codeMax = 1 << 22

type compiler struct {
	code      []instruction
	registers int
	backwards bool // inside a lookbehind
	regular   bool
	fold      folding
}

func (c *compiler) emit(i instruction) int {
	if len(c.code) <= codeMax {
		c.code = append(c.code, i)
	}
	return len(c.code) - 1
}

func (c *compiler) here() int32 { return int32(len(c.code)) }

func (c *compiler) register() int32 {
	c.registers++
	return int32(c.registers - 1)
}

func (c *compiler) compile(n node) {
	switch n := n.(type) {
	case charNode:
		c.emit(instruction{op: opChar + c.direction(opCharBack-opChar), c: n.c})
	case setNode:
		c.emit(instruction{op: opSet + c.direction(opSetBack-opSet), set: n.set.seal()})
	case *sequenceNode:
		c.sequence(n.parts)
	case *choiceNode:
		c.choice(n.alternatives)
	case *groupNode:
		first, second := int32(2*n.index), int32(2*n.index+1)
		if c.backwards {
			first, second = second, first
		}
		c.emit(instruction{op: opSave, x: first})
		c.compile(n.body)
		c.emit(instruction{op: opSave, x: second})
	case *referenceNode:
		c.regular = false
		c.emit(instruction{op: opReference + c.direction(opReferenceBack-opReference), groups: n.groups})
	case assertNode:
		c.emit(instruction{op: n.kind})
	case *lookNode:
		c.look(n)
	case *repeatNode:
		c.repeat(n)
	}
}

func (c *compiler) direction(distance opcode) opcode {
	if c.backwards {
		return distance
	}
	return 0
}

func (c *compiler) sequence(parts []node) {
	for i := range parts {
		if c.backwards {
			i = len(parts) - 1 - i
		}
		c.compile(parts[i])
	}
}

func (c *compiler) choice(alternatives []node) {
	var jumps []int
	for i, alternative := range alternatives {
		if i == len(alternatives)-1 {
			c.compile(alternative)
			break
		}
		split := c.emit(instruction{op: opSplit, x: c.here() + 1})
		c.compile(alternative)
		jumps = append(jumps, c.emit(instruction{op: opJump}))
		c.code[split].y = c.here()
	}
	for _, jump := range jumps {
		c.code[jump].x = c.here()
	}
}

func (c *compiler) look(n *lookNode) {
	c.regular = false
	op := opLook
	if n.negate {
		op = opLookNot
	}
	outside := c.backwards
	c.backwards = n.behind
	look := c.emit(instruction{op: op})
	c.compile(n.body)
	c.emit(instruction{op: opFound})
	c.code[look].x = c.here()
	c.backwards = outside
}

func (c *compiler) repeat(n *repeatNode) {
	if n.max == 0 {
		return
	}
	if set, ok := oneCharacter(n.body); ok && !c.backwards {
		op := opRun
		if n.lazy {
			op = opRunLazy
		}
		c.emit(instruction{op: op, set: set.seal(), x: int32(n.min), y: int32(n.max)})
		return
	}
	switch {
	case n.min == 1 && n.max == 1:
		c.compile(n.body)
	case n.min == 0 && n.max == 1:
		c.optional(n)
	case n.min == 0 && n.max == infinite:
		c.loop(n)
	case n.min == 1 && n.max == infinite && minWidth(n.body) > 0 && isSmall(n.body):
		c.compile(n.body)
		c.loop(n)
	default:
		c.counted(n)
	}
}

// oneCharacter returns the set that n matches one character of.
func oneCharacter(n node) (*charSet, bool) {
	switch n := n.(type) {
	case charNode:
		return singleton(n.c), true
	case setNode:
		return n.set, true
	}
	return nil, false
}

// isSmall says that n may be compiled twice.
func isSmall(n node) bool {
	budget := 16
	return spend(n, &budget)
}

func spend(n node, budget *int) bool {
	*budget--
	switch n := n.(type) {
	case *sequenceNode:
		for _, part := range n.parts {
			spend(part, budget)
		}
	case *choiceNode:
		for _, alternative := range n.alternatives {
			spend(alternative, budget)
		}
	case *groupNode:
		spend(n.body, budget)
	case *lookNode:
		spend(n.body, budget)
	case *repeatNode:
		spend(n.body, budget)
	}
	return *budget > 0
}

// fork emits a split between what comes next and a place that is set later.
func (c *compiler) fork(lazy bool) int {
	at := c.emit(instruction{op: opSplit, lazy: lazy})
	c.code[at].x = c.here()
	return at
}

func (c *compiler) join(fork int) {
	i := &c.code[fork]
	i.y = c.here()
	if i.lazy {
		i.x, i.y = i.y, i.x
	}
}

// iteration emits the body of a loop, whose groups are unset at first. An
// iteration that matches nothing fails: it would go on for ever.
func (c *compiler) iteration(n *repeatNode) {
	progress := int32(-1)
	if minWidth(n.body) == 0 {
		c.regular = false
		progress = c.register()
		c.emit(instruction{op: opSave, x: progress})
	}
	c.clear(n.groups)
	c.compile(n.body)
	if progress >= 0 {
		c.emit(instruction{op: opProgress, x: progress})
	}
}

func (c *compiler) clear(groups span) {
	if groups.to > groups.from {
		c.emit(instruction{op: opClear, x: int32(2 * groups.from), y: int32(2 * groups.to)})
	}
}

func (c *compiler) optional(n *repeatNode) {
	fork := c.fork(n.lazy)
	c.iteration(n)
	c.join(fork)
}

func (c *compiler) loop(n *repeatNode) {
	start := c.here()
	fork := c.fork(n.lazy)
	c.iteration(n)
	c.emit(instruction{op: opJump, x: start})
	c.join(fork)
}

// counted emits a loop with a counter:
//
//	    zero      counter
//	a:  count     counter, min, max → end when enough
//	    iterate   counter, progress
//	    …
//	    progressed counter, progress, min
//	    jump      a
//	end:
func (c *compiler) counted(n *repeatNode) {
	c.regular = false
	counter, progress := c.register(), int32(-1)
	if minWidth(n.body) == 0 {
		progress = c.register()
	}
	c.emit(instruction{op: opZero, x: counter})
	start := c.emit(instruction{op: opCount, x: counter, min: int32(n.min), max: int32(n.max), lazy: n.lazy})
	c.emit(instruction{op: opIterate, x: counter, y: progress})
	c.clear(n.groups)
	c.compile(n.body)
	if progress >= 0 {
		c.emit(instruction{op: opProgressed, x: counter, y: progress, min: int32(n.min)})
	}
	c.emit(instruction{op: opJump, x: int32(start)})
	c.code[start].y = c.here()
}
