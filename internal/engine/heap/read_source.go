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
		id := string(r.bytes())
		n, ok := r.byID[id]
		if r.byte() != 0 {
			if n, ok = r.getDynamic(id); !ok {
				return nil
			}
		}
		if !ok && r.err == nil && r.resolve != nil {
			p, err := r.resolve(id)
			if err == nil {
				n, err = r.addSource(id, p, nil)
			}
			if r.err, ok = err, err == nil; !ok {
				return nil
			}
		}
		if !ok {
			if r.err == nil {
				r.err = fmt.Errorf("the heap holds functions of %s, which is not loaded here", id)
			}
			return nil
		}
		r.sourceIDs = append(r.sourceIDs, n)
	}
	return &r.Realm.sources[r.sourceIDs[number-1]]
}
