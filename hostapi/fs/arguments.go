package fs

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// argument says how an argument of a native is written into the request.
type argument uint8

const (
	path     argument = iota // a string or bytes; errors show it
	hidden                   // a path that errors do not show
	template                 // a path that errors show with the place of its random part
	integer
	unsigned
	float
	boolean
	local  // not part of the request: it is used when the reply comes
	source // text, or a view: the offset and length behind it say which bytes are written
)

// encode writes the arguments of a request.
func (o *operation) encode(e *host.Env, c goja.FunctionCall) []byte {
	w := loop.Encode(make([]byte, 0, 64))
	for i, kind := range o.arguments {
		v := c.Argument(i)
		switch kind {
		case path, hidden, template:
			w.String(pathOf(v))
		case integer:
			w.Int(v.ToInteger())
		case unsigned:
			w.Uint(uint64(v.ToInteger()))
		case float:
			w.Float(v.ToFloat())
		case boolean:
			w.Bool(v.ToBoolean())
		case source:
			w.Blob(slice(e, v, c.Argument(i+1), c.Argument(i+2)))
		}
	}
	return w.Bytes()
}

// pathOf returns a path that is a string or bytes.
func pathOf(v goja.Value) string {
	if b, ok := host.Bytes(v); ok {
		return string(b)
	}
	return v.String()
}

// slice returns the bytes of a text, or of a view from offset on. JavaScript has checked the
// bounds, but the memory of a view can shrink between the check and here.
func slice(e *host.Env, view, offset, length goja.Value) []byte {
	if text, ok := view.(goja.String); ok {
		return []byte(text.String())
	}
	b, ok := host.Bytes(view)
	from, n := offset.ToInteger(), length.ToInteger()
	if !ok || from < 0 || n < 0 || from > int64(len(b)) || n > int64(len(b))-from {
		panic(e.RangeError("ERR_BUFFER_OUT_OF_BOUNDS", "Attempt to access memory outside buffer bounds"))
	}
	return b[from : from+n]
}

// shownPaths returns the paths that an error shows.
func (o *operation) shownPaths(args []goja.Value) (shown []string) {
	for i, kind := range o.arguments {
		switch kind {
		case path:
			shown = append(shown, strings.ToValidUTF8(pathOf(args[i]), "\uFFFD"))
		case template:
			shown = append(shown, strings.ToValidUTF8(pathOf(args[i]), "\uFFFD")+"XXXXXX")
		}
	}
	return shown
}
