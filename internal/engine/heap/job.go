package heap

import (
	"fmt"
	"unsafe"
)

// NameJob gives a function of the host's a name under which it can be among the
// promise jobs that wait: the other runtime has a function of this name. It is
// known by where it is, so it must be one and the same variable that the host
// queues.
func (r *Realm) NameJob(name string, job func()) error {
	if _, taken := r.jobs[name]; taken {
		return fmt.Errorf("two jobs of a heap are called %q", name)
	}
	if r.jobs == nil {
		r.jobs, r.jobNames = map[string]func(){}, map[unsafe.Pointer]string{}
	}
	r.jobs[name] = job
	r.jobNames[functionAt(job)] = name
	return nil
}

// functionAt returns what tells a function from others.
func functionAt(f func()) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&f)) }

// namedJob reads a job of the host's.
func (r *Reader) namedJob() unsafe.Pointer {
	name := string(r.bytes())
	job := r.jobs[name]
	if job == nil {
		r.fail("there is no job %q", name)
		return nil
	}
	return functionAt(job)
}
