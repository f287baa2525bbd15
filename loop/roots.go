package loop

import (
	"fmt"

	"github.com/jsrr/jsrr/internal/engine/heap"
)

func (h *handle) keeps() kept { return kept{h.callback, h.args(), h.object(), h.context} }

func (t *task) keeps() kept { return kept{t.callback, t.args, nil, t.context} }

// PendingRoot is something that is not done as a root of the heap.
type PendingRoot struct {
	heap.Root
	// IDs name it as turns name their causes. A port has one for each message
	// that waits.
	IDs []OpID
}

// PendingRoots returns all that has yet to run, with what it keeps alive, in the
// order of Unfinished. The label of a root is its id, "812#2"; ports, which have
// none, are numbered.
func (l *Loop) PendingRoots() []PendingRoot {
	var roots []PendingRoot
	ports := 0
	for _, u := range l.pendings() {
		r := PendingRoot{IDs: u.ids}
		r.Pending, r.Text = true, u.What
		if u.ordinal == 0 {
			ports++
			r.Label = fmt.Sprintf("port %d", ports)
		} else {
			r.Label = u.ids[0].String()
		}
		if site := u.Site.String(); site != "" {
			r.Text += ", " + site
		}
		r.Holds = u.holds()
		roots = append(roots, r)
	}
	return roots
}

func (h *kept) holds() (list []heap.Held) {
	if h.callback.Known() {
		list = append(list, heap.Held{Label: "callback", Value: h.callback.Object()})
	}
	for i, v := range h.args {
		list = append(list, heap.Held{Label: fmt.Sprintf("arguments[%d]", i), Value: v})
	}
	if c := h.context; c != nil {
		if c.Frame != nil {
			list = append(list, heap.Held{Label: "asyncContext", Value: c.Frame})
		}
		if c.Resource != nil && c.Resource != h.object {
			list = append(list, heap.Held{Label: "asyncResource", Value: c.Resource})
		}
	}
	if h.object != nil {
		list = append(list, heap.Held{Label: "handle", Value: h.object})
	}
	return list
}
