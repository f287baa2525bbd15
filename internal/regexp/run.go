package regexp

// run executes the program from pc on at a position of the input. It returns
// true at opMatch or opFound; what it then left on the stack are the other
// possibilities, and what the registers were before.
func (m *matcher[U]) run(pc, at int) (bool, error) {
	base := len(m.stack)
	for {
		i := &m.code[pc]
		ok := true
		switch i.op {
		case opChar, opSet:
			if at < len(m.in) {
				var c rune
				if c, at = m.next(at); i.op == opChar {
					ok = c == i.c
				} else {
					ok = i.set.contains(c)
				}
			} else {
				ok = false
			}
		case opRun, opRunLazy:
			if ok = m.memory == nil || m.memory.visit(pc, at); ok {
				at, ok = m.runOf(i, pc, at)
			}
		case opSplit:
			if ok = m.memory == nil || m.memory.visit(pc, at); !ok {
				break
			}
			m.stack = append(m.stack, frame{i.y, int32(at), 0})
			pc = int(i.x) - 1
			m.steps++
		case opJump:
			pc = int(i.x) - 1
		case opSave:
			m.set(i.x, int32(at))
		case opMatch, opFound:
			return true, nil
		case opCount:
			pc = m.count(i, pc, at) - 1
		case opCharBack, opSetBack, opReference, opReferenceBack:
			at, ok = m.consume(i, at)
		case opLook, opLookNot:
			var err error
			if ok, err = m.look(i, pc, at); err != nil {
				return false, err
			}
			pc = int(i.x) - 1
		default:
			ok = m.step(i, at)
		}
		pc++
		if ok && len(m.stack) <= stackMax {
			continue
		}
		if ok {
			m.stack = m.stack[:base]
			return false, ErrStack
		}
		if m.memory == nil && m.steps > slowSteps+64*len(m.in) && m.canRemember() {
			return false, errSlow
		}
		if m.isStopped() {
			return false, ErrStopped
		}
		if pc, at = m.retreat(base); pc < 0 {
			return false, nil
		}
	}
}

// step executes an instruction that moves neither position nor pc.
func (m *matcher[U]) step(i *instruction, at int) bool {
	switch i.op {
	case opClear:
		for register := i.x; register < i.y; register++ {
			if m.registers[register] >= 0 {
				m.set(register, -1)
			}
		}
	case opZero:
		m.set(i.x, 0)
	case opIterate:
		m.set(i.x, m.registers[i.x]+1)
		if i.y >= 0 {
			m.set(i.y, int32(at))
		}
	case opProgress:
		return int(m.registers[i.x]) != at
	case opProgressed:
		return int(m.registers[i.y]) != at || m.registers[i.x] <= i.min
	default:
		return m.holds(i.op, at)
	}
	return true
}

// count decides whether a counted loop goes on.
func (m *matcher[U]) count(i *instruction, pc, at int) int {
	m.steps++
	switch n := m.registers[i.x]; {
	case n < i.min:
		return pc + 1
	case n >= i.max:
		return int(i.y)
	case i.lazy:
		m.stack = append(m.stack, frame{int32(pc + 1), int32(at), 0})
		return int(i.y)
	}
	m.stack = append(m.stack, frame{i.y, int32(at), 0})
	return pc + 1
}

// runOf matches a run of characters of one set.
func (m *matcher[U]) runOf(i *instruction, pc, at int) (after int, ok bool) {
	least, count := at, int32(0)
	limit := i.y
	if i.op == opRunLazy {
		limit = i.x
	}
	if m.flags.codePoints() {
		for count < limit && at < len(m.in) {
			c, behind := m.next(at)
			if !i.set.contains(c) {
				break
			}
			at = behind
			if count++; count == i.x {
				least = at
			}
		}
	} else {
		at, count = m.runOfUnits(i.set, pc, at, limit)
		least += int(i.x)
	}
	if count < i.x {
		return at, false
	}
	switch {
	case i.op == opRun && at > least:
		m.stack = append(m.stack, frame{ofRun(pc), int32(at), int32(least)})
	case i.op == opRunLazy && count < i.y:
		m.stack = append(m.stack, frame{ofRun(pc), int32(at), count})
	}
	m.steps++
	return at, true
}

func (m *matcher[U]) runOfUnits(set *charSet, pc, at int, limit int32) (after int, count int32) {
	stop := len(m.in)
	if m.memory != nil && limit == infinite {
		after = m.memory.endOfRun(pc, at, func(from, to int) int {
			for from < to && set.contains(rune(m.in[from])) {
				from++
			}
			return from
		})
		return after, int32(after - at)
	}
	if int(limit) < stop-at {
		stop = at + int(limit)
	}
	start := at
	for ; at < stop; at++ {
		c := rune(m.in[at])
		if c < lowCount {
			if set.low[c>>6]&(1<<(c&63)) == 0 {
				break
			}
		} else if !set.find(c) {
			break
		}
	}
	return at, int32(at - start)
}

// retreat takes frames from the stack until one says where to go on. pc is -1
// when there is none above base.
func (m *matcher[U]) retreat(base int) (pc, at int) {
	for len(m.stack) > base {
		top := &m.stack[len(m.stack)-1]
		if top.pc == restore {
			m.registers[top.a] = top.b
			m.stack = m.stack[:len(m.stack)-1]
			continue
		}
		run := runOf(top.pc)
		switch {
		case run < 0:
			pc, at = int(top.pc), int(top.a)
			m.stack = m.stack[:len(m.stack)-1]
		case m.code[run].op == opRun:
			pc, at = m.shorten(top, run)
		default:
			if pc, at = m.lengthen(top, run); pc < 0 {
				continue
			}
		}
		m.steps++
		return pc, at
	}
	return -1, 0
}

// shorten gives back one character of a run.
func (m *matcher[U]) shorten(top *frame, run int) (pc, at int) {
	pc, at = run+1, int(top.a)-1
	if m.flags.codePoints() && at-1 >= int(top.b) {
		_, at = m.previous(at + 1)
	}
	// A character that must follow tells at once how far to go back.
	if follow := &m.code[pc]; follow.op == opChar && follow.c < firstSurrogate {
		for at > int(top.b) && (at >= len(m.in) || rune(m.in[at]) != follow.c) {
			at--
		}
	}
	if m.memory != nil {
		at = m.memory.shorten(run, at, int(top.b))
	}
	top.a = int32(at)
	if at <= int(top.b) {
		m.stack = m.stack[:len(m.stack)-1]
	}
	return pc, at
}

// lengthen takes one character more into a lazy run. pc is -1 when it cannot.
func (m *matcher[U]) lengthen(top *frame, run int) (pc, at int) {
	i := &m.code[run]
	at = int(top.a)
	if at < len(m.in) {
		if c, after := m.next(at); i.set.contains(c) {
			pc = run + 1
			top.a, top.b = int32(after), top.b+1
			if top.b >= i.y {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return pc, after
		}
	}
	m.stack = m.stack[:len(m.stack)-1]
	return -1, 0
}

// consume matches what is not matched by run itself.
func (m *matcher[U]) consume(i *instruction, at int) (after int, ok bool) {
	switch i.op {
	case opCharBack, opSetBack:
		if at == 0 {
			return at, false
		}
		c, before := m.previous(at)
		if i.op == opCharBack {
			return before, c == i.c
		}
		return before, i.set.contains(c)
	}
	for _, group := range i.groups {
		from, to := int(m.registers[2*group]), int(m.registers[2*group+1])
		if from < 0 || to < 0 {
			continue
		}
		return m.repeated(from, to, at, i.op == opReferenceBack)
	}
	return at, true // a group that took no part matches nothing
}

// repeated matches the text between from and to once more.
func (m *matcher[U]) repeated(from, to, at int, back bool) (after int, ok bool) {
	start := at
	if back {
		start = at - (to - from)
	}
	if start < 0 || start+to-from > len(m.in) {
		return at, false
	}
	fold := folding{m.flags.codePoints()}
	for k := 0; k < to-from; {
		a, afterA := m.next(from + k)
		b, _ := m.next(start + k)
		if a != b && !(m.flags.IgnoreCase && fold.canonical(a) == fold.canonical(b)) {
			return at, false
		}
		k = afterA - from
	}
	if back {
		return start, true
	}
	return start + to - from, true
}

// look runs the program of a lookaround. When it has matched, its captures
// stay; whether there are other ways to match does not matter any more.
func (m *matcher[U]) look(i *instruction, pc, at int) (bool, error) {
	base := len(m.stack)
	found, err := m.run(pc+1, at)
	if err != nil {
		return false, err
	}
	if i.op == opLookNot {
		for len(m.stack) > base {
			if top := m.stack[len(m.stack)-1]; top.pc == restore {
				m.registers[top.a] = top.b
			}
			m.stack = m.stack[:len(m.stack)-1]
		}
		return !found, nil
	}
	kept := m.stack[:base]
	for _, f := range m.stack[base:] {
		if f.pc == restore {
			kept = append(kept, f)
		}
	}
	m.stack = kept
	return found, nil
}
