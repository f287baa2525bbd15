package heap

import (
	"fmt"

	"github.com/dop251/goja"
)

// program reads which program of a source is meant.
func (r *Reader) program() *goja.Program {
	s := r.source()
	if s == nil {
		return nil
	}
	n := r.uint()
	if n >= uint64(len(s.programs)) {
		r.fail("%s has no function %d", s.id, n)
		return nil
	}
	return s.programs[n]
}

// source reads which source is meant; nil for none, and after an error.
func (r *Reader) source() *source {
	number := r.uint()
	if number == 0 || number > uint64(len(r.sourceIDs))+1 || r.err != nil {
		if number != 0 {
			r.fail("source %d of %d", number, len(r.sourceIDs))
		}
		return nil
	}
	if number == uint64(len(r.sourceIDs))+1 {
		n, ok := r.newSource(string(r.bytes()))
		if !ok {
			return nil
		}
		r.sourceIDs = append(r.sourceIDs, n)
	}
	return &r.Realm.sources[r.sourceIDs[number-1]]
}

// newSource reads a source that is met for the first time.
func (r *Reader) newSource(id string) (number int, ok bool) {
	switch r.byte() {
	case sourceNamed:
		return r.namedSource(id)
	case sourceDynamic:
		return r.getDynamic(id)
	case sourceHost:
		return r.getHostSource(id)
	}
	r.fail("%s is of no kind", id)
	return 0, false
}

func (r *Reader) namedSource(id string) (number int, ok bool) {
	number, ok = r.byID[id]
	if ok || r.err != nil {
		return number, ok
	}
	if r.resolve == nil {
		r.err = fmt.Errorf("the heap holds functions of %s, which is not loaded here", id)
		return 0, false
	}
	p, err := r.resolve(id)
	if err == nil {
		number, err = r.addSource(id, p, nil)
	}
	r.err = err
	return number, err == nil
}
