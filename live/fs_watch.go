package live

import (
	"sync"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// watchTable holds what a program watches for changes, by number.
type watchTable struct {
	mu      sync.Mutex
	watches map[uint64]*watch
	made    uint64
}

// change is one change that a watch saw.
type change struct {
	renamed bool // came, went or got another name; otherwise: its content changed
	name    string
}

func (t *watchTable) add(w *watch) uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.put(t.made+1, w)
	return t.made
}

// addAt makes number that of a watch.
func (t *watchTable) addAt(number uint64, w *watch) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.put(number, w)
}

// put is addAt for who holds the lock.
func (t *watchTable) put(number uint64, w *watch) {
	if t.watches == nil {
		t.watches = map[uint64]*watch{}
	}
	t.made = max(t.made, number)
	t.watches[number] = w
}

func (t *watchTable) get(number uint64, remove bool) (*watch, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := t.watches[number]
	if w == nil {
		return nil, syscall.EBADF
	}
	if remove {
		delete(t.watches, number)
	}
	return w, nil
}

func (t *watchTable) closeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, w := range t.watches {
		w.close()
	}
	t.watches = nil
}

func fsWatch(w *World, args *loop.Decoder) loop.Reply {
	return w.startWatch(args.String(), false)
}

func fsWatchTree(w *World, args *loop.Decoder) loop.Reply {
	return w.startWatch(args.String(), true)
}

func (w *World) startWatch(path string, recursive bool) loop.Reply {
	watch, err := newWatch(w.place(path), recursive)
	if err != nil {
		return failed(err)
	}
	return answerUint(w.fds.watches.add(watch), nil)
}

func fsUnwatch(w *World, args *loop.Decoder) loop.Reply {
	watch, err := w.fds.watches.get(args.Uint(), true)
	if err != nil {
		return failed(err)
	}
	watch.close()
	return loop.Reply{}
}

// fsChanges delivers what a watch sees: a truth value (renamed) and a name.
func fsChanges(w *World, r loop.Request, deliver func(reply loop.Reply, more bool)) {
	args := loop.Decode(r.Args)
	watch, err := w.fds.watches.get(args.Uint(), false)
	if err != nil {
		deliver(failed(err), false)
		return
	}
	go func() {
		err := watch.run(func(c change) {
			var e loop.Encoder
			e.Bool(c.renamed)
			e.String(c.name)
			deliver(loop.Reply{Data: e.Bytes()}, true)
		})
		deliver(failed(err), false)
	}()
}
