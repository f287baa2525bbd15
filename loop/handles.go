package loop

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/jsrr/jsrr/internal/engine/heap"
)

// handles are what a program has open at its tape, as far as the tape can open it
// again: the program may go on in another world (see Restart). They are known from
// the requests that pass, and from nothing else, so a replay has the same. handles
// is the tape that the program asks; it is kept by loops that keep snapshots alone.
type handles struct {
	Tape
	files   numbered[openFile] // by descriptor
	dirs    numbered[openDir]
	watches numbered[openWatch]
	raw     numbered[struct{}] // terminals in raw mode, by descriptor
}

// openFile is what reopening a file takes.
type openFile struct {
	path        string
	flags, mode uint64
	position    int64
}

// openDir: so many entries were asked for.
type openDir struct {
	path string
	read uint64
}

type openWatch struct {
	path string
	tree bool
}

// numbered is a table in the order of its numbers.
type numbered[T any] []*entry[T]

type entry[T any] struct {
	number uint64
	value  T
}

// find returns where a number is, or belongs.
func (t numbered[T]) find(number uint64) (int, bool) {
	return slices.BinarySearchFunc(t, number, func(e *entry[T], n uint64) int { return cmp.Compare(e.number, n) })
}

// at returns what has a number, or nil.
func (t numbered[T]) at(number uint64) *T {
	if i, ok := t.find(number); ok {
		return &t[i].value
	}
	return nil
}

func (t *numbered[T]) set(number uint64, value T) {
	i, ok := t.find(number)
	if !ok {
		*t = slices.Insert(*t, i, &entry[T]{number: number})
	}
	(*t)[i].value = value
}

func (t *numbered[T]) remove(number uint64) {
	if i, ok := t.find(number); ok {
		*t = slices.Delete(*t, i, i+1)
	}
}

func (t *numbered[T]) archive(a *heap.Archive, each func(*T)) {
	heap.Slice(a, (*[]*entry[T])(t), func(p **entry[T]) {
		if a.Reading() {
			*p = &entry[T]{}
		}
		heap.Number(a, &(*p).number)
		each(&(*p).value)
	})
	if a.Reading() && !slices.IsSortedFunc(*t, func(x, y *entry[T]) int { return cmp.Compare(x.number, y.number) }) {
		a.Fail("handles are not in their order")
		*t = nil
	}
}

// Ask implements Tape.
func (h *handles) Ask(r Request) Reply {
	reply := h.Tape.Ask(r)
	h.note(r.Kind, r.Args, &reply)
	return reply
}

// note takes the answer to a request into account.
func (h *handles) note(kind Kind, args []byte, r *Reply) {
	if r.Errno != 0 {
		return
	}
	switch kind {
	case KindFSOpen, KindFSOpendir, KindFSWatch, KindFSWatchTree:
		h.opened(kind, Decode(args), Decode(r.Data))
	case KindFSRead, KindFSWrite, KindFSReadFile, KindFSWriteFile:
		h.moved(kind, Decode(args), r.Data)
	case KindFSReadNext:
		d := Decode(args)
		if dir := h.dirs.at(d.Uint()); dir != nil {
			dir.read += d.Uint()
		}
	case KindFSClose:
		d := Decode(args)
		h.files.remove(uint64(d.Int()))
	case KindFSClosedir:
		d := Decode(args)
		h.dirs.remove(d.Uint())
	case KindFSUnwatch:
		d := Decode(args)
		h.watches.remove(d.Uint())
	case KindTTYRaw:
		d := Decode(args)
		if fd := uint64(d.Int()); d.Bool() {
			h.raw.set(fd, struct{}{})
		} else {
			h.raw.remove(fd)
		}
	}
}

func (h *handles) opened(kind Kind, args, reply Decoder) {
	path, number := args.String(), reply.Uint()
	if reply.Err() != nil {
		return // whoever asked reports it
	}
	switch kind {
	case KindFSOpen:
		h.files.set(number, openFile{path: path, flags: args.Uint(), mode: args.Uint()})
	case KindFSOpendir:
		h.dirs.set(number, openDir{path: path})
	default:
		h.watches.set(number, openWatch{path: path, tree: kind == KindFSWatchTree})
	}
}

// moved counts what is read and written where a file is.
func (h *handles) moved(kind Kind, args Decoder, reply []byte) {
	if kind == KindFSReadFile || kind == KindFSWriteFile {
		_ = args.Blob() // a path, when there is no descriptor
	}
	f := h.files.at(uint64(args.Int()))
	if f == nil {
		return
	}
	switch kind {
	case KindFSRead:
		_ = args.Uint()
		if args.Int() < 0 {
			f.position += int64(len(reply))
		}
	case KindFSWrite:
		_ = args.Blob()
		if d := Decode(reply); args.Int() < 0 {
			f.position += int64(d.Uint())
		}
	case KindFSReadFile:
		f.position += int64(len(reply))
	case KindFSWriteFile:
		_, _ = args.Uint(), args.Uint()
		f.position += int64(len(args.Blob()))
	}
}

// reopen has the tape open everything again under the same numbers. lost is told
// what cannot be opened; the program finds it closed.
func (h *handles) reopen(lost func(what string, errno int32)) {
	ask := func(kind Kind, what string, args Encoder) bool {
		r := h.Tape.Ask(Request{kind, args.Bytes()})
		if r.Errno != 0 {
			lost(what, r.Errno)
		}
		return r.Errno == 0
	}
	h.files.reopen(func(fd uint64, f *openFile) bool {
		var e Encoder
		e.Uint(fd)
		e.String(f.path)
		e.Uint(f.flags)
		e.Uint(f.mode)
		e.Int(f.position)
		return ask(KindFSReopen, f.path, e)
	})
	h.dirs.reopen(func(number uint64, d *openDir) bool {
		var e Encoder
		e.Uint(number)
		e.String(d.path)
		e.Uint(d.read)
		return ask(KindFSReopenDir, d.path, e)
	})
	h.watches.reopen(func(number uint64, w *openWatch) bool {
		var e Encoder
		e.Uint(number)
		e.String(w.path)
		e.Bool(w.tree)
		return ask(KindFSRewatch, w.path, e)
	})
	h.raw.reopen(func(fd uint64, _ *struct{}) bool {
		var e Encoder
		e.Int(int64(fd))
		e.Bool(true)
		return ask(KindTTYRaw, fmt.Sprintf("the terminal at descriptor %d", fd), e)
	})
}

// reopen calls open for each entry, and forgets those that it fails for.
func (t *numbered[T]) reopen(open func(number uint64, value *T) bool) {
	*t = slices.DeleteFunc(*t, func(e *entry[T]) bool { return !open(e.number, &e.value) })
}

// archive writes the handles, or reads them.
func (h *handles) archive(a *heap.Archive) {
	h.files.archive(a, func(f *openFile) {
		heap.Text(a, &f.path)
		heap.Number(a, &f.flags)
		heap.Number(a, &f.mode)
		heap.Number(a, &f.position)
	})
	h.dirs.archive(a, func(d *openDir) {
		heap.Text(a, &d.path)
		heap.Number(a, &d.read)
	})
	h.watches.archive(a, func(w *openWatch) {
		heap.Text(a, &w.path)
		a.Bool(&w.tree)
	})
	h.raw.archive(a, func(*struct{}) {})
}
