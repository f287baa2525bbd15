package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// Archive writes the state of the loop, or reads it: all that the program or a
// recording can see of it. It is called between two turns (see Capturer); promise
// jobs are not among it (see heap.Writer.Jobs). It reads into a loop on which
// nothing ran, and whose realm was made; Continue goes on from there.
//
// Structs that others refer to (timers, immediates, ops, ports, contexts) are
// things of the heap: other states keep references to them with heap.Ref.
func (l *Loop) Archive(a *heap.Archive) {
	l.archiveLineage(a) // what follows refers to it
	l.archivePosition(a)
	l.archiveErrors(a)
	l.archiveTimers(a)
	l.archiveImmediates(a)
	l.archiveOps(a)
	l.handles.archive(a)
	l.archivePorts(a)
	l.archiveAsync(a)
	for _, queue := range []*[]task{&l.tasks, &l.running, &l.closing} {
		heap.Slice(a, queue, func(t *task) { l.archiveTask(a, t) })
	}
	archiveFIFO(a, &l.ticks, func(t *tick) { l.archiveTick(a, t) })
	archiveFIFO(a, &l.microtasks, func(m *microtask) {
		a.Function(&m.callback)
		heap.Ref(a, &m.context)
	})
	for _, f := range []*Function{&l.hooks.Uncaught, &l.hooks.Rejection, &l.hooks.BeforeExit, &l.hooks.Exit, &l.hooks.Restart, &l.preparing} {
		a.Function(f)
	}
}

// registerTypes makes the structs known that are things of the heap, and the
// function that is among its jobs.
func (l *Loop) registerTypes(r *heap.Realm) error {
	heap.Register(r, "loop.Context", func(a *heap.Archive, c *Context) { c.archive(a) })
	heap.Register(r, "loop.Op", l.archiveOp)
	heap.Register(r, "loop.Port", l.archivePort)
	heap.RegisterHandler(r, "loop.Timer", func(t *Timer) *engine.DynamicObject { return &t.dynamic }, l.archiveTimer)
	heap.RegisterHandler(r, "loop.Immediate", func(i *Immediate) *engine.DynamicObject { return &i.dynamic }, l.archiveImmediate)
	return r.NameJob("loop.microtask", l.microtask)
}

// archivePosition: where the loop is, and what it counts.
func (l *Loop) archivePosition(a *heap.Archive) {
	choice(a, &l.phase, phaseBeforeExit)
	heap.Number(a, &l.turns)
	heap.Number(a, &l.ordinal)
	heap.Number(a, &l.jobsRun)
	choice(a, &l.jobKind, JobMicrotask)
	l.archivePlace(a, &l.jobPlace)
	l.archiveLink(a, &l.link)
	l.archiveTurn(a, &l.current, l.link == 0)
	if a.Reading() && l.link != 0 {
		l.lineage.hold(l.link)
		l.current.Cause.link = l.lineage.at(l.link).turn.Cause.link
	}
	heap.Number(a, &l.holds)
	heap.Number(a, &l.exitCode)
	a.Bool(&l.startInPoll)
	l.archivePromise(a, &l.main)
	for i := range l.random.state {
		heap.Number(a, &l.random.state[i])
	}
	a.Bool(&l.random.seeded)
	t := &l.loopTimes
	a.Bool(&t.measuring)
	for _, n := range []*int64{&t.start, &t.exit, &t.idle} {
		heap.Number(a, n)
	}
	compiled := l.stacks.Compiled()
	if heap.Number(a, &compiled); a.Reading() {
		l.stacks.SetCompiled(compiled)
	}
}

// choice writes or reads one of 0 … most.
func choice[T ~uint8](a *heap.Archive, p *T, most T) {
	if heap.Number(a, p); *p > most {
		a.Fail("%d is no %T", uint8(*p), *p)
		*p = 0
	}
}

// archiveFIFO: what waits in a queue.
func archiveFIFO[T any](a *heap.Archive, q *fifo[T], each func(*T)) {
	waiting := q.waiting()
	if heap.Slice(a, &waiting, each); a.Reading() {
		*q = fifo[T]{items: waiting}
	}
}

// references writes or reads a list of pointers, of which none is nil.
func references[T any](a *heap.Archive, list *[]*T) {
	heap.Slice(a, list, func(p **T) {
		if heap.Ref(a, p); *p == nil && !a.Failed() {
			a.Fail("something of a list is missing")
		}
	})
}

func (l *Loop) archiveTask(a *heap.Archive, t *task) {
	l.archiveCause(a, &t.cause, true)
	heap.Ref(a, &t.context)
	a.Function(&t.callback)
	a.Values(&t.args)
}

func (l *Loop) archiveTick(a *heap.Archive, t *tick) {
	a.Function(&t.callback)
	a.Values(&t.args)
	heap.Ref(a, &t.context)
	l.archivePlace(a, &t.place)
}

// archivePlace: a place is kept with its program.
func (l *Loop) archivePlace(a *heap.Archive, p *engine.Place) {
	program, pc := l.caller.Instruction(*p)
	if a.Program(&program); program != nil {
		heap.Number(a, &pc)
	}
	if a.Reading() {
		*p = l.caller.PlaceAt(program, pc)
	}
}

// archivePromise: goja's part of a promise is kept with its object.
func (l *Loop) archivePromise(a *heap.Archive, p **goja.Promise) {
	var o *goja.Object
	if *p != nil {
		o = l.rt.ToValue(*p).(*goja.Object)
	}
	if a.Object(&o); a.Reading() {
		if *p = engine.PromiseOf(o); *p == nil && o != nil {
			a.Fail("a promise is none")
		}
	}
}
