package heap

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// ref writes a reference to an object.
func (w *Writer) ref(o *goja.Object) {
	if o == nil {
		w.byte(markNil)
		return
	}
	seen := w.seen.entry(unsafe.Pointer(o))
	if seen.pointer != nil {
		if seen.number != watched {
			w.old(seen.number)
			return
		}
		w.arrived(unsafe.Pointer(o))
	} else if e := w.byObject.find(unsafe.Pointer(o)); e != nil {
		w.byte(markNamed)
		w.named(e.number)
		return
	}
	c, p := w.codecOf(o)
	if c == nil {
		return
	}
	w.new(seen, unsafe.Pointer(o), node{p, c})
}

// old writes a reference to what was met before.
func (w *Writer) old(number uint32) {
	if w.isWaiting(number) {
		w.pull(number)
	} else if w.units.sharing {
		w.units.share(number)
	}
	w.byte(markOld)
	w.uint(uint64(w.nodes - 1 - number))
}

// new writes a reference to what was not.
func (w *Writer) new(seen *tableEntry, p unsafe.Pointer, n node) {
	w.announce(seen, p, n.codec)
	w.queue.add(n)
}

// announce writes a reference to what was not met, without having it written.
func (w *Writer) announce(seen *tableEntry, p unsafe.Pointer, c *codec) {
	w.seen.fill(seen, p, w.nodes, uint32(c.index))
	w.nodes++
	if number := w.number(c); number != 0 && number <= markMore-markNew {
		w.byte(byte(markNew + number - 1))
	} else {
		w.byte(markMore)
		w.typeNumber(c)
	}
	if w.trace != nil {
		w.trace.reached()
	}
}

// pointer writes a reference to a struct of Go.
func (w *Writer) pointer(p unsafe.Pointer, c *codec) {
	if p == nil {
		w.byte(markNil)
		return
	}
	e := w.seen.entry(p)
	if e.pointer != nil && e.number == watched {
		w.arrived(p)
	} else if e.pointer != nil {
		if int(e.codec) != c.index {
			w.fail("goja has a %s and a %s in one place", w.codecs[e.codec].name, c.name)
		}
		w.old(e.number)
		return
	}
	if c.of == w.stashType {
		w.addScope(p)
	}
	w.new(e, p, node{p, c})
}

// named writes the name of an object.
func (w *Writer) named(number uint32) {
	id, known := w.objectIDs[number]
	if !known {
		id = uint32(len(w.objectIDs))
		w.objectIDs[number] = id
	}
	w.uint(uint64(id))
	if !known {
		w.text(w.objects[number].name)
	}
}

// number returns the number of a type, 0 for one that has none yet.
func (w *Writer) number(c *codec) uint32 {
	for c.index >= len(w.numbers) {
		w.numbers = append(w.numbers, 0)
	}
	return w.numbers[c.index]
}

// typeNumber writes the number of a type.
func (w *Writer) typeNumber(c *codec) {
	number := w.number(c)
	if number != 0 {
		w.uint(uint64(number))
		return
	}
	w.types++
	w.numbers[c.index] = w.types
	w.uint(uint64(w.types))
	w.text(c.name)
	w.uint(c.fingerprint())
}

// codecOf returns how an object's implementation is written, and where it is;
// nil after an error.
func (w *Writer) codecOf(o *goja.Object) (*codec, unsafe.Pointer) {
	if *layout.At[*goja.Runtime](unsafe.Pointer(o), w.objectRuntime) != w.rt {
		w.fail("an object of another runtime")
		return nil, nil
	}
	self := *w.self(o)
	if self.Table == w.lastSelf {
		return w.lastImpl, self.Data
	}
	c := w.byTable[self.Table]
	if c == nil {
		if c, handler := w.handlerOf(o); c != nil {
			return c, handler
		}
		name := w.selfType(o).Elem().String()
		if c = w.tableCodec(name, self.Table); c == nil {
			w.fail("an object of Go type %s", name)
			return nil, nil
		}
		w.byTable[self.Table] = c
	}
	w.lastSelf, w.lastImpl = self.Table, c
	return c, self.Data
}
