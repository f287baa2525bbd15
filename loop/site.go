package loop

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"

	"github.com/jsrr/jsrr/internal/engine"
)

// CorePrefix begins the names of jsrr's own JavaScript sources.
const CorePrefix = "node:"

// Site is a place in the program's source.
type Site struct {
	File         string
	Line, Column int
}

// String returns "file:line:column", or "" for no place.
func (s Site) String() string {
	if s.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", s.File, s.Line, s.Column)
}

func (l *Loop) siteOf(p engine.Place) Site {
	if !p.Known() {
		return Site{}
	}
	return l.siteAt(l.caller.Position(p))
}

// siteAt is a position, in the program's own source where source maps lead there.
func (l *Loop) siteAt(at file.Position) Site {
	at = l.stacks.Original(at)
	return Site{at.Filename, at.Line, at.Column}
}

// SetOriginals makes places and stacks those of the sources that the program was
// compiled from by other tools; nil takes that back.
func (l *Loop) SetOriginals(find engine.Originals) { l.stacks.SetOriginals(find) }

// SiteOf returns the place in the program that started what a turn completes;
// the zero Site when jsrr's own modules did so alone.
func (l *Loop) SiteOf(c Cause) Site { return l.siteOf(c.place) }

// Site returns the place in the program that is running, the zero Site when no
// JavaScript is.
func (l *Loop) Site() Site { return l.siteOf(l.caller.Place()) }

// siteIn returns the innermost place of a stack that is the program's own.
func (l *Loop) siteIn(stack []goja.StackFrame) Site {
	for _, frame := range stack {
		if name := frame.SrcName(); name != "" && name[0] != '<' && !strings.HasPrefix(name, CorePrefix) {
			return l.siteAt(engine.Position(frame))
		}
	}
	return Site{}
}
