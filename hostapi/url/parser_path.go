package url

import "strings"

// The states of the parser from the path on.

func (p *parser) pathStart(c rune) verdict {
	switch {
	case p.url.special():
		if c == '/' || c == '\\' {
			return p.goTo((*parser).pathState)
		}
		return p.again((*parser).pathState)
	case p.only == whole && c == '?':
		return p.startQuery()
	case p.only == whole && c == '#':
		return p.startFragment()
	case c == '/':
		return p.goTo((*parser).pathState)
	case c != end:
		return p.again((*parser).pathState)
	case p.only != whole && !p.url.hasHost:
		p.url.path = append(p.url.path, "")
	}
	return next
}

func (p *parser) pathState(c rune) verdict {
	ends := c == end || p.isSlash(c) || p.only == whole && (c == '?' || c == '#')
	if !ends {
		p.out = pathSet.appendRune(p.out, c)
		return next
	}
	p.addSegment(string(p.out), p.isSlash(c))
	p.out = p.out[:0]
	switch c {
	case '?':
		return p.startQuery()
	case '#':
		return p.startFragment()
	}
	return next
}

// addSegment adds a segment to the path. A dot segment at the end of the path
// leaves an empty one behind.
func (p *parser) addSegment(segment string, more bool) {
	u := p.url
	switch {
	case isDoubleDot(segment):
		before := len(u.path)
		u.shortenPath()
		// Node leaves the path of a URL that is not special empty when there
		// is nothing to go up from.
		if !more && (before > 0 || u.special()) {
			u.path = append(u.path, "")
		}
	case isSingleDot(segment):
		if !more {
			u.path = append(u.path, "")
		}
	default:
		if u.scheme == "file" && len(u.path) == 0 && isDrive(segment) {
			segment = segment[:1] + ":"
		}
		u.path = append(u.path, segment)
	}
}

func isSingleDot(segment string) bool {
	return segment == "." || strings.EqualFold(segment, "%2e")
}

func isDoubleDot(segment string) bool {
	switch strings.ToLower(segment) {
	case "..", ".%2e", "%2e.", "%2e%2e":
		return true
	}
	return false
}

func (p *parser) opaquePathState(c rune) verdict {
	switch c {
	case '?', '#', end:
		p.url.opaquePath += string(p.out)
		p.out = p.out[:0]
	default:
		p.out = controlSet.appendRune(p.out, c)
	}
	switch c {
	case '?':
		return p.startQuery()
	case '#':
		return p.startFragment()
	}
	return next
}

func (p *parser) startQuery() verdict {
	p.url.query, p.url.hasQuery = "", true
	return p.goTo((*parser).queryState)
}

func (p *parser) startFragment() verdict {
	p.url.fragment, p.url.hasFragment = "", true
	return p.goTo((*parser).fragmentState)
}

func (p *parser) queryState(c rune) verdict {
	if c != end && (c != '#' || p.only != whole) {
		set := &querySet
		if p.url.special() {
			set = &specialQuerySet
		}
		p.out = set.appendRune(p.out, c)
		return next
	}
	p.url.query += string(p.out)
	p.out = p.out[:0]
	if c == '#' {
		return p.startFragment()
	}
	return next
}

func (p *parser) fragmentState(c rune) verdict {
	if c == end {
		p.url.fragment += string(p.out)
		return next
	}
	p.out = fragmentSet.appendRune(p.out, c)
	return next
}
