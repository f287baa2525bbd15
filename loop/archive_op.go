package loop

import "github.com/jsrr/jsrr/internal/engine/heap"

// archiveOps: the ops that are not done, by their numbers.
func (l *Loop) archiveOps(a *heap.Archive) {
	t := &l.ops
	heap.Number(a, &t.started)
	heap.Number(a, &t.live)
	pending := l.Pending()
	references(a, &pending)
	if a.Reading() {
		t.read = map[*Op]bool{}
		for _, op := range pending {
			t.read[op] = true
		}
	}
}

// archiveOp: an op that is not done has a reference to the link of its cause.
func (l *Loop) archiveOp(a *heap.Archive, op *Op) {
	t := &l.ops
	heap.Number(a, &op.Number)
	pending := t.pending[op.Number] == op
	if a.Reading() {
		if pending = t.read[op]; pending && (t.pending[op.Number] != nil || op.Number == 0 || op.Number > t.started) {
			a.Fail("no op has number %d", op.Number)
		}
		if pending {
			t.pending[op.Number] = op
		}
	}
	l.archiveCause(a, &op.Cause, pending)
	heap.Number(a, &op.Request)
	l.archiveDelivery(a, &op.Deliver)
	a.Name("callback")
	a.Function(&op.Callback)
	a.Name("arguments")
	a.Values(&op.Roots)
	heap.Text(a, &op.Resource)
	a.Name("context")
	heap.Ref(a, &op.context)
	a.Bool(&op.unref)
	a.Bytes(&op.args)
}

// archiveDelivery: a delivery is known by its name.
func (l *Loop) archiveDelivery(a *heap.Archive, d **Delivery) {
	name := ""
	if *d != nil {
		name = (*d).Name
	}
	heap.Text(a, &name)
	for _, known := range l.deliveries {
		if known.Name == name {
			*d = known
			return
		}
	}
	if name != "" {
		a.Fail("nothing delivers %s here", name)
	}
}

// archivePorts: the open ports, and how far the round is that they are in.
func (l *Loop) archivePorts(a *heap.Archive) {
	q := &l.ports
	references(a, &q.open)
	heap.Number(a, &q.triggered)
	references(a, &q.round)
	heap.Ref(a, &q.emptying)
	heap.Number(a, &q.limit)
}

func (l *Loop) archivePort(a *heap.Archive, p *Port) {
	a.Name("context")
	heap.Ref(a, &p.context)
	a.Name("callback")
	a.Function(&p.deliver)
	a.Name("arguments")
	a.Values(&p.args)
	heap.Slice(a, &p.ready, func(c *Cause) { l.archiveCause(a, c, true) })
	l.archiveCause(a, &p.opened, false)
	a.Bool(&p.triggered)
	a.Bool(&p.closed)
}
