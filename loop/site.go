package loop

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// CorePrefix begins the names of jsrr's own JavaScript sources.
const CorePrefix = "node:"

// siteDepth is how many frames are searched for one of the program's own.
const siteDepth = 24

// Site is a place in the program's source.
type Site struct {
	File         string
	Line, Column int
}

// String returns "file:line:column", or "" for no place.
func (s *Site) String() string {
	if s == nil || s.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", s.File, s.Line, s.Column)
}

// Site returns the place in the program that is running, the zero Site when no
// JavaScript is.
func (l *Loop) Site() Site { return l.callSite() }

// callSite returns the innermost place on the JavaScript stack that is not in
// jsrr's own modules.
func (l *Loop) callSite() Site {
	var frames [siteDepth]goja.StackFrame
	for _, f := range l.rt.CaptureCallStack(siteDepth, frames[:0]) {
		if name := f.SrcName(); name != "" && name != "<native>" && !strings.HasPrefix(name, CorePrefix) {
			p := engine.Position(f)
			return Site{p.Filename, p.Line, p.Column}
		}
	}
	return Site{}
}

// String returns "turn#ordinal".
func (id OpID) String() string { return fmt.Sprintf("%d#%d", id.Turn, id.Ordinal) }
