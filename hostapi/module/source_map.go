package module

import (
	"strconv"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/sourcemap"
)

// decodeMappings(text) returns the segments of a source map in an ArrayBuffer of
// 32-bit numbers, six for each: line and column of the output, index of the source,
// line and column there, index of the name; -1 for no index.
func decodeMappings(e *host.Env, c goja.FunctionCall) goja.Value {
	segments, _ := sourcemap.Decode(c.Argument(0).String()) // damage does no harm, as in Node
	b := make([]byte, 0, len(segments)*6*4)
	for _, s := range segments {
		for _, n := range [...]int32{s.Line, s.Column, s.Source, s.SourceLine, s.SourceColumn, s.Name} {
			b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
		}
	}
	return e.RT.ToValue(e.RT.NewArrayBuffer(b))
}

// addSourceMap(name, mappings, sources, names) notes the source map of the code that
// is compiled as name. sources are paths or URLs.
func addSourceMap(e *host.Env, c goja.FunctionCall) goja.Value {
	e.State.(*state).sourceMaps[c.Argument(0).String()] = &sourcemap.Map{
		Mappings: c.Argument(1).String(), Sources: stringsOf(c.Argument(2)), Names: stringsOf(c.Argument(3)),
	}
	return goja.Undefined()
}

// dropSourceMap(name) forgets what was noted of the code called name.
func dropSourceMap(e *host.Env, c goja.FunctionCall) goja.Value {
	delete(e.State.(*state).sourceMaps, c.Argument(0).String())
	return goja.Undefined()
}

// stringsOf reads an array of strings that jsrr's own JavaScript has made.
func stringsOf(v goja.Value) []string {
	array := v.(*goja.Object)
	list := make([]string, array.Get("length").ToInteger())
	for i := range list {
		list[i] = array.Get(strconv.Itoa(i)).String()
	}
	return list
}

// useSourceMaps(on) makes stacks, and places in errors, lead to original sources.
func useSourceMaps(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	if s.mapped = c.Argument(0).ToBoolean(); s.mapped {
		s.mapOriginals(e)
	} else {
		e.Loop.SetOriginals(nil)
	}
	return goja.Undefined()
}

func (s *state) mapOriginals(e *host.Env) {
	e.Loop.SetOriginals(func(at file.Position) (file.Position, string, bool) {
		m := s.sourceMaps[at.Filename]
		if m == nil {
			return at, "", false
		}
		place, ok := m.Find(at.Line-1, at.Column-1)
		return file.Position{Filename: place.Source, Line: place.Line + 1, Column: place.Column + 1}, place.Name, ok
	})
}
