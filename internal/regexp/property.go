package regexp

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate node properties.js

// properties holds the sets of \p{…}; properties.js describes its form.
//
//go:embed properties.bin
var properties string

// index maps the names of properties to where their ranges begin. Values are
// under "gc=Lu", "sc=Latin", "scx=Latin"; binary properties under their name.
var index = sync.OnceValue(func() map[string]int {
	starts := map[string]int{}
	r := varints{properties}
	for len(r.rest) > 0 {
		names := make([]string, r.next())
		for i := range names {
			names[i] = r.text(r.next())
		}
		at := len(properties) - len(r.rest)
		for _, name := range names {
			starts[name] = at
		}
		for range r.next() {
			r.next()
			r.next()
		}
	}
	return starts
})

// varints reads numbers and texts.
type varints struct{ rest string }

func (r *varints) next() int {
	n := 0
	for shift := 0; ; shift += 7 {
		b := r.rest[0]
		r.rest = r.rest[1:]
		n |= int(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (r *varints) text(length int) string {
	text := r.rest[:length]
	r.rest = r.rest[length:]
	return text
}

// lookUpProperty returns the set of \p{name}, or nil.
func lookUpProperty(name string) *charSet {
	property, value, hasValue := strings.Cut(name, "=")
	if hasValue {
		switch property {
		case "General_Category", "gc":
			return propertySet("gc=" + value)
		case "Script", "sc":
			return propertySet("sc=" + value)
		case "Script_Extensions", "scx":
			return propertySet("scx=" + value)
		}
		return nil
	}
	if set := propertySet("gc=" + name); set != nil {
		return set
	}
	return propertySet(name)
}

func propertySet(key string) *charSet {
	start, ok := index()[key]
	if !ok {
		return nil
	}
	r := varints{properties[start:]}
	set := &charSet{ranges: make([]charRange, r.next())}
	at := 0
	for i := range set.ranges {
		lo := at + r.next()
		at = lo + r.next()
		set.ranges[i] = charRange{rune(lo), rune(at)}
	}
	return set
}
