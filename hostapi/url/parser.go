package url

import (
	"strings"
)

// state is a state of the parser, by the name that the URL standard gives it.
type state func(p *parser, c rune) verdict

// verdict is what a state says about going on.
type verdict uint8

const (
	next verdict = iota
	done         // the URL is complete, or a setter has nothing more to do
	fail
)

// end stands for the end of the input.
const end rune = -1

// section is the part of a URL that a setter parses; whole without a setter.
type section uint8

const (
	whole section = iota
	schemeSection
	hostSection
	hostnameSection
	portSection
	pathSection
	querySection
	fragmentSection
)

// parser is the state machine of the URL standard.
type parser struct {
	url    *record
	base   *record
	input  []rune
	at     int
	buffer []rune
	state  state
	only   section

	atSeen, inBrackets, passwordSeen bool
	out                              []byte // path segment, query or fragment being built
}

// parse parses input, against base when it is not nil.
func parse(input string, base *record) (*record, bool) {
	input = strings.TrimFunc(input, func(r rune) bool { return r <= ' ' })
	u := &record{port: noPort}
	p := parser{url: u, base: base, input: withoutBreaks(input), state: (*parser).schemeStart}
	return u, p.run() != fail
}

// parseSection parses input as one section of an existing URL.
func (u *record) parseSection(input string, only section, start state) verdict {
	p := parser{url: u, input: withoutBreaks(input), state: start, only: only}
	return p.run()
}

// withoutBreaks drops tabs and line breaks, which are ignored everywhere.
func withoutBreaks(input string) []rune {
	runes := make([]rune, 0, len(input))
	for _, r := range input {
		if r != '\t' && r != '\n' && r != '\r' {
			runes = append(runes, r)
		}
	}
	return runes
}

func (p *parser) run() verdict {
	for ; p.at <= len(p.input); p.at++ {
		c := end
		if p.at < len(p.input) {
			c = p.input[p.at]
		}
		if v := p.state(p, c); v != next {
			return v
		}
	}
	return done
}

// goTo continues with the next character in another state.
func (p *parser) goTo(s state) verdict {
	p.state = s
	return next
}

// again continues with the same character in another state.
func (p *parser) again(s state) verdict {
	p.at--
	return p.goTo(s)
}

// ahead returns the character i places after the current one.
func (p *parser) ahead(i int) rune {
	if p.at+i < len(p.input) {
		return p.input[p.at+i]
	}
	return end
}

func (p *parser) take() string {
	text := string(p.buffer)
	p.buffer = p.buffer[:0]
	return text
}

// isSlash says that c separates segments here.
func (p *parser) isSlash(c rune) bool { return c == '/' || c == '\\' && p.url.special() }

// endsAuthority says that c ends what stands between "//" and the path.
func (p *parser) endsAuthority(c rune) bool {
	return c == end || c == '?' || c == '#' || p.isSlash(c)
}

func isAlpha(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func lower(c rune) rune {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isDrive says that text is a drive letter: "c:" or "c|".
func isDrive(text string) bool {
	return len(text) == 2 && isAlpha(rune(text[0])) && (text[1] == ':' || text[1] == '|')
}

func isNormalizedDrive(text string) bool { return isDrive(text) && text[1] == ':' }

// startsWithDrive says that the rest of the input begins with a drive letter.
func (p *parser) startsWithDrive() bool {
	if p.at+1 >= len(p.input) || !isDrive(string(p.input[p.at:p.at+2])) {
		return false
	}
	switch p.ahead(2) {
	case end, '/', '\\', '?', '#':
		return true
	}
	return false
}

func (p *parser) schemeStart(c rune) verdict {
	if isAlpha(c) {
		p.buffer = append(p.buffer, lower(c))
		return p.goTo((*parser).scheme)
	}
	if p.only != whole {
		return fail
	}
	return p.again((*parser).noScheme)
}

func (p *parser) scheme(c rune) verdict {
	switch {
	case isAlpha(c), isDigit(c), c == '+', c == '-', c == '.':
		p.buffer = append(p.buffer, lower(c))
		return next
	case c == ':' && p.only != whole:
		return p.changeScheme()
	case c == ':':
		p.url.scheme = p.take()
		return p.afterScheme()
	case p.only != whole:
		return fail
	}
	p.buffer = p.buffer[:0]
	p.at = -1
	return p.goTo((*parser).noScheme)
}

// changeScheme is the end of the scheme in the setter of protocol.
func (p *parser) changeScheme() verdict {
	u, scheme := p.url, p.take()
	if u.special() != isSpecialScheme(scheme) {
		return done
	}
	if scheme == "file" && (u.hasCredentials() || u.port != noPort) {
		return done
	}
	if u.scheme == "file" && u.host == "" {
		return done
	}
	u.scheme = scheme
	u.setPort(u.port)
	return done
}

func (p *parser) afterScheme() verdict {
	u := p.url
	switch {
	case u.scheme == "file":
		return p.goTo((*parser).file)
	case u.special() && p.base != nil && p.base.scheme == u.scheme:
		return p.goTo((*parser).specialRelativeOrAuthority)
	case u.special():
		return p.goTo((*parser).specialAuthoritySlashes)
	case p.ahead(1) == '/':
		p.at++
		return p.goTo((*parser).pathOrAuthority)
	}
	u.opaque = true
	return p.goTo((*parser).opaquePathState)
}

func (p *parser) noScheme(c rune) verdict {
	switch {
	case p.base == nil, p.base.opaque && c != '#':
		return fail
	case p.base.opaque:
		p.url.scheme = p.base.scheme
		p.url.copyPath(p.base)
		p.url.copyQuery(p.base)
		return p.startFragment()
	case p.base.scheme != "file":
		return p.again((*parser).relative)
	}
	return p.again((*parser).file)
}

func (p *parser) specialRelativeOrAuthority(c rune) verdict {
	if c == '/' && p.ahead(1) == '/' {
		p.at++
		return p.goTo((*parser).specialAuthorityIgnoreSlashes)
	}
	return p.again((*parser).relative)
}

func (p *parser) pathOrAuthority(c rune) verdict {
	if c == '/' {
		return p.goTo((*parser).authority)
	}
	return p.again((*parser).pathState)
}

func (p *parser) relative(c rune) verdict {
	u := p.url
	u.scheme = p.base.scheme
	if p.isSlash(c) {
		return p.goTo((*parser).relativeSlash)
	}
	u.copyAuthority(p.base)
	return p.afterBase(c)
}

// afterBase goes on with the path, query and fragment of base.
func (p *parser) afterBase(c rune) verdict {
	u := p.url
	u.copyPath(p.base)
	u.copyQuery(p.base)
	switch c {
	case '?':
		return p.startQuery()
	case '#':
		return p.startFragment()
	case end:
		return next
	}
	u.clearQuery()
	if u.scheme == "file" && p.startsWithDrive() {
		u.path = nil
	} else {
		u.shortenPath()
	}
	return p.again((*parser).pathState)
}

func (p *parser) relativeSlash(c rune) verdict {
	switch {
	case p.url.special() && p.isSlash(c):
		return p.goTo((*parser).specialAuthorityIgnoreSlashes)
	case c == '/':
		return p.goTo((*parser).authority)
	}
	p.url.copyAuthority(p.base)
	return p.again((*parser).pathState)
}

func (p *parser) specialAuthoritySlashes(c rune) verdict {
	if c == '/' && p.ahead(1) == '/' {
		p.at++
		return p.goTo((*parser).specialAuthorityIgnoreSlashes)
	}
	return p.again((*parser).specialAuthorityIgnoreSlashes)
}

func (p *parser) specialAuthorityIgnoreSlashes(c rune) verdict {
	if c == '/' || c == '\\' {
		return next
	}
	return p.again((*parser).authority)
}
