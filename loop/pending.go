package loop

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dop251/goja"
)

// Unfinished is something that a program started and that is not done.
type Unfinished struct {
	// What is "interval 20 ms", "fs.read", "message port".
	What string
	// Kind and Request are those of the turn that would complete it.
	Kind    TurnKind
	Request Kind
	// Turn and Site are the turn and the place that started it.
	Turn uint64
	Site Site
	// Ref says that it keeps the loop running.
	Ref bool

	ordinal uint32
}

// pending is something that is not done, with what it keeps alive.
type pending struct {
	Unfinished
	ids []OpID // as turns name it; a port has one for each message that waits
	kept
}

// kept is what something that is not done keeps alive.
type kept struct {
	callback Function
	args     []goja.Value
	object   *goja.Object // that stands for it, or nil
	context  *Context
}

// Unfinished returns all that has yet to run, in the order in which it was
// started. Ports come last.
func (l *Loop) Unfinished() (list []Unfinished) {
	for _, p := range l.pendings() {
		list = append(list, p.Unfinished)
	}
	return list
}

func (l *Loop) pendings() []pending {
	var list []pending
	add := func(c *Cause, t Turn, ref bool, k kept) {
		list = append(list, pending{Unfinished{t.What(), t.Kind, t.Request, c.Turn, l.SiteOf(*c), ref, c.Ordinal}, []OpID{c.ID()}, k})
	}
	for _, timers := range l.timers.heap {
		for _, t := range timers.timers {
			if t == nil {
				continue
			}
			add(&t.cause, Turn{Kind: turnTimer, Delay: int64(t.delay)}, !t.unref, t.keeps())
			if t.repeat {
				list[len(list)-1].What = fmt.Sprintf("interval %d ms", t.delay)
			}
		}
	}
	for _, i := range slices.Concat(l.immediates.running, l.immediates.waiting) {
		if i != nil && !i.done {
			add(&i.cause, Turn{Kind: turnImmediate}, !i.unref, i.keeps())
		}
	}
	for _, tasks := range [][]task{l.running, l.tasks} {
		for i := range tasks {
			add(&tasks[i].cause, Turn{Kind: turnTask}, true, tasks[i].keeps())
		}
	}
	for i := range l.closing {
		add(&l.closing[i].cause, Turn{Kind: turnClosing}, true, l.closing[i].keeps())
	}
	for _, op := range l.Pending() {
		add(&op.Cause, Turn{Kind: turnOp, Request: op.Request}, !op.unref, kept{op.Callback, op.Roots, nil, op.context})
	}
	slices.SortStableFunc(list, func(a, b pending) int {
		return cmp.Or(cmp.Compare(a.Turn, b.Turn), cmp.Compare(a.ordinal, b.ordinal))
	})
	return append(list, l.openPorts()...)
}

// openPorts describes the ports that are open. Which of them keep the loop
// running is known to their owner alone; here it is the first ones.
func (l *Loop) openPorts() []pending {
	var list []pending
	for _, p := range l.ports.open {
		if !p.closed {
			u := pending{Unfinished: Unfinished{
				What: "message port", Kind: turnTask, Turn: p.opened.Turn, Site: l.SiteOf(p.opened), Ref: len(list) < l.holds,
			}}
			for i := range p.ready {
				u.ids = append(u.ids, p.ready[i].ID())
			}
			u.kept = kept{p.deliver, p.args, nil, p.context}
			list = append(list, u)
		}
	}
	return list
}

// Idle says that the run was stopped, or its recording ended, while it waited
// for something to happen.
func (l *Loop) Idle() bool { return l.idle }

// ActiveResources returns what keeps the loop running in the names that Node's
// process.getActiveResourcesInfo has for it, and in its order: requests,
// handles, timers, immediates. What is just being completed counts, as there.
func (l *Loop) ActiveResources() []string {
	var groups [4][]string
	list := l.Unfinished()
	if op := l.completing; op != nil {
		list = append(list, Unfinished{Kind: turnOp, Request: op.Request, Ref: !op.unref})
	}
	if t := l.firing; t != nil && !t.armed && t.delay >= 0 {
		list = append(list, Unfinished{Kind: turnTimer, Ref: !t.unref})
	}
	for _, u := range list {
		if u.Ref {
			group, name := u.resource()
			groups[group] = append(groups[group], name)
		}
	}
	return slices.Concat(groups[:]...)
}

// resource returns the group and the name of u among Node's resources.
func (u *Unfinished) resource() (group int, name string) {
	switch {
	case u.Kind == turnTimer:
		return 2, "Timeout"
	case u.Kind == turnImmediate:
		return 3, "Immediate"
	case u.Kind == turnTask:
		return 1, "MessagePort"
	case u.Request == KindFSChanges:
		return 1, "FSEventWrap"
	case u.Request == KindFSClose:
		return 0, "CloseReq"
	case u.Request == KindInput:
		return 1, "PipeWrap"
	}
	return 0, "FSReqCallback"
}
