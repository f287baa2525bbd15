package regexp

// firstOf returns the characters that a match of n begins with. ok is false
// when n can match nothing, or begin with what this function does not know.
func firstOf(n node) (set *charSet, ok bool) {
	switch n := n.(type) {
	case charNode:
		return singleton(n.c), true
	case setNode:
		return n.set.union(), true
	case *sequenceNode:
		return firstOfSequence(n.parts)
	case *choiceNode:
		set = &charSet{}
		for _, alternative := range n.alternatives {
			first, ok := firstOf(alternative)
			if !ok {
				return nil, false
			}
			set = set.union(first)
		}
		return set, true
	case *groupNode:
		return firstOf(n.body)
	case *repeatNode:
		if n.min > 0 {
			return firstOf(n.body)
		}
	}
	return nil, false
}

// firstOfSequence skips what takes no characters, and adds up what may be
// left out.
func firstOfSequence(parts []node) (*charSet, bool) {
	set := &charSet{}
	for _, part := range parts {
		switch part := part.(type) {
		case assertNode, *lookNode, emptyNode:
			continue
		case *repeatNode:
			if part.min == 0 {
				first, ok := firstOf(part.body)
				if !ok {
					return nil, false
				}
				set = set.union(first)
				continue
			}
		}
		first, ok := firstOf(part)
		if !ok {
			return nil, false
		}
		return set.union(first), true
	}
	return nil, false
}

// startsAtText says that n can only match at the start of the input.
func startsAtText(n node) bool {
	switch n := n.(type) {
	case assertNode:
		return n.kind == opTextStart
	case *sequenceNode:
		return startsAtText(n.parts[0])
	case *groupNode:
		return startsAtText(n.body)
	case *choiceNode:
		for _, alternative := range n.alternatives {
			if !startsAtText(alternative) {
				return false
			}
		}
		return true
	}
	return false
}
