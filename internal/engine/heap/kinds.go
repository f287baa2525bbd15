package heap

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// compileRegexp is goja's; see map.go.
//
//go:linkname compileRegexp github.com/dop251/goja.compileRegexp
func compileRegexp(source, flags string) (unsafe.Pointer, error)

// patternFlags are the flags of a pattern, by goja's fields.
var patternFlags = [...]struct{ field, flag string }{
	{"global", "g"}, {"ignoreCase", "i"}, {"multiline", "m"}, {"dotAll", "s"}, {"unicode", "u"}, {"sticky", "y"},
}

// pattern writes the source of a regular expression, which is compiled again.
func (r *Realm) pattern(t reflect.Type) *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		pattern := *(*unsafe.Pointer)(p)
		if pattern == nil {
			w.byte(0)
			return
		}
		if re := engine.OwnPattern(pattern); re != nil {
			w.byte(2)
			w.name(string(nameOf(re.Source)))
			w.text(re.Flags)
			return
		}
		w.byte(1)
		v, flags := reflect.NewAt(t, pattern).Elem(), ""
		for _, f := range patternFlags {
			if v.FieldByName(f.field).Bool() {
				flags += f.flag
			}
		}
		w.text(v.FieldByName("src").String())
		w.text(flags)
	}, func(r *Reader, p unsafe.Pointer) {
		*(*unsafe.Pointer)(p) = nil
		switch r.byte() {
		case 0:
			return
		case 1:
		default:
			*(*unsafe.Pointer)(p) = r.ownPattern()
			return
		}
		source, flags := string(r.bytes()), string(r.bytes())
		if r.err != nil {
			return
		}
		pattern, err := compileRegexp(source, flags)
		if err != nil {
			r.fail("a regular expression: %v", err)
			return
		}
		*(*unsafe.Pointer)(p) = pattern
	}}
}

// ownPattern reads a pattern of jsrr's, nil after an error. Each is compiled once.
func (r *Reader) ownPattern() unsafe.Pointer {
	name, flags := r.name(), string(r.bytes())
	key := name + "/" + flags
	if made := r.patterns[key]; made != nil {
		return made
	}
	if r.err != nil {
		return nil
	}
	source := valueOf(r.tables.ascii, unsafe.Pointer(&name))
	if units := unistring.String(name).AsUtf16(); units != nil {
		source = valueOf(r.tables.unicode, unsafe.Pointer(&units))
	}
	re, err := engine.NewRegExp(source.(goja.String), flags)
	if err != nil {
		r.fail("a regular expression: %v", err)
		return nil
	}
	r.patterns[key] = engine.NewPattern(re)
	return r.patterns[key]
}

// typedArray writes what kind of elements an array has; the data is that of its
// buffer.
func (r *Realm) typedArray(t reflect.Type) *coder {
	array, ok := t.FieldByName("typedArray")
	buffer, ok2 := t.FieldByName("viewedArrayBuf")
	if !ok || !ok2 || buffer.Type.String() != "*goja.arrayBufferObject" {
		return r.unknown(t)
	}
	data, ok := buffer.Type.Elem().FieldByName("data")
	if !ok {
		return r.unknown(t)
	}
	kind := &coder{func(w *Writer, p unsafe.Pointer) {
		w.name(reflect.NewAt(array.Type, p).Elem().Elem().Type().Elem().String())
	}, func(r *Reader, p unsafe.Pointer) {
		name := r.name()
		view := *layout.At[unsafe.Pointer](unsafe.Add(p, -int(array.Offset)), buffer.Offset)
		kind, ok := strings.CutPrefix(name, "goja.")
		of := own(kind)
		if !ok || view == nil || of == nil || of.Kind() != reflect.Slice || !reflect.PointerTo(of).Implements(array.Type) {
			r.fail("an array has elements of type %q", name)
			return
		}
		reflect.NewAt(array.Type, p).Elem().Set(reflect.NewAt(of, unsafe.Add(view, data.Offset)))
	}}
	return r.structOf(t, map[string]*coder{"typedArray": kind}, nil)
}

// errors writes the frames of an error: those of goja's, or those that jsrr took
// and of which no stack was made yet.
func (r *Realm) errors(t reflect.Type) *coder {
	frames := engine.FramesType()
	return r.structOf(t, map[string]*coder{"stack": r.frames(t, frames, r.coderOf(frames))}, nil)
}

func (r *Realm) frames(t, frames reflect.Type, pending *coder) *coder {
	stack, ok := t.FieldByName("stack")
	if !ok {
		return r.unknown(t)
	}
	plain := r.coderOf(stack.Type)
	return &coder{func(w *Writer, p unsafe.Pointer) {
		taken, ok := engine.FramesOf(*layout.At[*goja.Object](unsafe.Add(p, -int(stack.Offset)), w.base.value))
		w.bool(ok)
		if !ok {
			plain.put(w, p)
			return
		}
		w.bool(taken.Limited)
		w.bool(taken.Site)
		pending.put(w, taken.Frames)
	}, func(r *Reader, p unsafe.Pointer) {
		if r.byte() == 0 {
			plain.get(r, p)
			return
		}
		taken := engine.TakenFrames{Limited: r.byte() != 0, Site: r.byte() != 0, Frames: allocate(frames)}
		pending.get(r, taken.Frames)
		if r.err == nil && (r.current == nil || !engine.SetFrames(r.rt, r.current, taken)) {
			r.fail("an error has frames that nobody can read")
		}
	}}
}
