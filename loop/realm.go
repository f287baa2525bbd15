package loop

import (
	"sync"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// outerFrame is the program of the frame in which everything runs. It is in the
// stacks of errors.
var outerFrame = sync.OnceValues(func() (*engine.Module, error) {
	return engine.CompileScriptUnit(engine.Unit{Name: outerFrameName, Text: "(function (body) { body() })"})
})

const outerFrameName = CorePrefix + "internal/loop"

// native is a function of Go in the heap, and its name.
type native struct {
	object *goja.Object
	name   string
}

// Realm returns what names the parts of the loop's heap that are not in a
// snapshot; nil unless snapshots are asked for (see Options.Snapshots).
func (l *Loop) Realm() *heap.Realm { return l.realm }

// KeepsSnapshots says that the loop was made with Options.Snapshots.
func (l *Loop) KeepsSnapshots() bool { return l.opts.Snapshots }

// NameSource gives the functions of a module a name, under which snapshots have
// them. All modules of one name must have the same text.
func (l *Loop) NameSource(id string, m *engine.Module) error {
	if l.realm == nil {
		return nil
	}
	return l.realm.Source(id, m)
}

// NameNative gives a function of the host's a name, under which snapshots have it.
// All names must differ. Without Options.Snapshots nothing is done.
func (l *Loop) NameNative(f *goja.Object, name string) {
	switch {
	case !l.opts.Snapshots:
	case l.realm == nil:
		l.natives = append(l.natives, native{f, name})
	default:
		if err := l.realm.Name(f, name); err != nil {
			panic("loop: " + err.Error())
		}
	}
}

// MakeRealm makes the loop's realm: what the runtime has now are intrinsics. It is
// called when the builtins have been changed that are not JavaScript's own, and
// before any JavaScript ran.
func (l *Loop) MakeRealm() error {
	realm, err := heap.NewRealm(l.rt)
	if err != nil {
		return err
	}
	realm.Watch()
	frame, err := outerFrame()
	if err == nil {
		err = realm.Source(outerFrameName, frame)
	}
	if err != nil {
		return err
	}
	l.realm = realm
	for _, n := range l.natives {
		l.NameNative(n.object, n.name)
	}
	l.natives = nil
	return l.registerTypes(realm)
}

// JobsWait says that promise jobs wait between two turns: an error left them behind.
func (l *Loop) JobsWait() bool { return l.jobs.Len() > 0 }

// RestoreJobs gives the loop the promise jobs that waited when a snapshot was
// taken.
func (l *Loop) RestoreJobs(jobs []func()) {
	for _, job := range jobs {
		l.jobs.Add(job)
	}
}
