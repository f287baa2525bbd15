package loop

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"
)

// Op is something that the outside works on: a read, a connect, a timer of a
// page. It holds all that its completion needs.
type Op struct {
	Cause
	// Number counts the loop's ops from 1; the tape knows ops by it.
	Number  uint64
	Request Kind
	// Callback is entered with what Deliver makes of the completion.
	Callback Function
	// Deliver turns replies into the callback's arguments.
	Deliver *Delivery
	// Roots are values that Deliver uses: a buffer to be filled, a path for
	// an error.
	Roots []goja.Value

	// Resource is the op's type in async_hooks; "" means a file request.
	Resource string

	context *Context
	unref   bool
	args    []byte // of the request, when the loop keeps snapshots
}

// Delivery makes the arguments of an op's callback. Deliveries are variables of
// packages, so that a snapshot can have them by their names; those that ops of a
// loop have must be made known with Loop.AddDeliveries before a snapshot is read.
type Delivery struct {
	// Name is the delivery's own in all of jsrr: "fs.result".
	Name string
	// Make turns the reply into the callback's arguments. It runs inside the op's
	// turn and must not call JavaScript. Of the objects of the program it may
	// change those among the op's Roots only.
	Make func(l *Loop, op *Op, r Reply) []goja.Value
}

// AddDeliveries makes deliveries known by their names.
func (l *Loop) AddDeliveries(known ...*Delivery) { l.deliveries = append(l.deliveries, known...) }

// opTable holds the ops that are not done.
type opTable struct {
	pending map[uint64]*Op
	started uint64
	live    int          // pending and not unref'd
	read    map[*Op]bool // that are pending, while a snapshot is read
}

func (t *opTable) init() { t.pending = map[uint64]*Op{} }

// Start begins an op. op.Number and op.Cause are set here.
func (l *Loop) Start(op *Op, args []byte) {
	op.Cause = l.newCause(turnOp, op.Request, 0)
	op.context = l.capture(op.resource(), nil)
	l.ops.started++
	op.Number = l.ops.started
	l.ops.pending[op.Number] = op
	if !op.unref {
		l.ops.live++
	}
	if l.opts.Snapshots {
		op.args = args
	}
	l.tape.Start(op.ID(), Request{Kind: op.Request, Args: args})
}

func (op *Op) resource() string {
	if op.Resource == "" {
		return "FSREQCALLBACK"
	}
	return op.Resource
}

// Forget drops an op: what completes it later is ignored.
func (l *Loop) Forget(op *Op) {
	if l.ops.pending[op.Number] == op {
		l.finish(op)
		l.traceEnd(&op.Cause, true)
		l.lineage.release(op.Cause.link)
	}
}

func (l *Loop) finish(op *Op) {
	l.ended(op.context)
	delete(l.ops.pending, op.Number)
	if !op.unref {
		l.ops.live--
	}
}

// SetOpRef says whether op keeps the loop running.
func (l *Loop) SetOpRef(op *Op, ref bool) {
	if op.unref != ref {
		return
	}
	op.unref = !ref
	switch {
	case l.ops.pending[op.Number] != op:
	case ref:
		l.ops.live++
	default:
		l.ops.live--
	}
}

// IsPending reports whether op is not done.
func (l *Loop) IsPending(op *Op) bool { return l.ops.pending[op.Number] == op }

// Pending returns the ops that are not done, in the order of their start.
func (l *Loop) Pending() []*Op {
	ops := make([]*Op, 0, len(l.ops.pending))
	for _, op := range l.ops.pending {
		ops = append(ops, op)
	}
	slices.SortFunc(ops, func(a, b *Op) int { return int(a.Number) - int(b.Number) })
	return ops
}

// Post queues a callback that needs no outside, as a turn of its own in the
// next poll phase.
func (l *Loop) Post(callback Function, args []goja.Value) {
	l.tasks = append(l.tasks, task{l.newCause(turnTask, KindNone, 0), l.context, callback, args})
}

// PostClosing queues the end of a handle for the closing phase.
func (l *Loop) PostClosing(callback Function, args []goja.Value) {
	l.closing = append(l.closing, task{l.newCause(turnClosing, KindNone, 0), l.context, callback, args})
}

// poll takes completions from the tape. It waits only when nothing else can run,
// and at most until the next timer.
func (l *Loop) poll() {
	if l.phase != phaseDrain {
		if idle := l.alive() && !l.busy(); !idle && len(l.ops.pending) == 0 {
			return
		}
		l.idle = true
		ok := l.next(l.pollUntil())
		if s := l.stopped.Load(); s != nil {
			l.stop(s)
		}
		if !ok && len(l.timers.heap) == 0 && !l.busy() && l.alive() {
			l.Fail(ErrTapeEnded)
		}
		l.idle = false
		if !ok {
			return
		}
		l.phase = phaseDrain
		l.complete(&l.completion)
	}
	for l.tape.Next(Drain, &l.completion) {
		l.complete(&l.completion)
	}
}

// busy says that a phase after poll has something to run.
func (l *Loop) busy() bool {
	return l.immediates.live > 0 || l.immediates.wake || len(l.closing) > 0 || len(l.tasks) > 0 || l.ports.triggered > 0
}

// pollUntil returns how long the poll phase may wait.
func (l *Loop) pollUntil() int64 {
	if l.busy() || !l.alive() {
		return 0
	}
	return l.timers.nextExpiry()
}

// complete runs the turn of one completion.
func (l *Loop) complete(c *Completion) {
	op := l.ops.pending[c.Op]
	if op == nil {
		if c.Op == 0 || c.Op > l.ops.started {
			l.Fail(fmt.Errorf("the tape completed op number %d, but only %d were started", c.Op, l.ops.started))
		}
		return
	}
	if c.More {
		l.lineage.hold(op.Cause.link)
	} else {
		l.finish(op)
		l.traceEnd(&op.Cause, false)
		l.completing = op
	}
	l.beginTurnOf(turnOp, &op.Cause, op.Request, 0)
	reply := c.Reply
	if l.handles != nil {
		l.handles.note(op.Request, op.args, &reply)
	}
	c.Data = nil            // belongs to the program now
	if l.capturing != nil { // Deliver may write into the roots
		l.capturing.Entering(op.context, op.Callback, nil, op.Roots)
	}
	ok := l.enterIn(op.context, op.Callback, goja.Undefined(), op.Deliver.Make(l, op, reply)...)
	l.completing = nil
	l.endTurn(ok)
	l.between()
}

// runTasks runs the batch of tasks, which is not empty.
func (l *Loop) runTasks(kind TurnKind) {
	for {
		t := l.running[0]
		l.running = l.running[1:]
		l.traceEnd(&t.cause, false)
		l.turn(kind, t.cause, t.context, t.callback, goja.Undefined(), t.args...)
		if l.between(); len(l.running) == 0 {
			l.running = nil
			return
		}
	}
}

// beginClosing takes the handles that are to end: the one that was closed last
// comes first, as in libuv.
func (l *Loop) beginClosing() {
	if len(l.closing) > 0 {
		slices.Reverse(l.closing)
		l.running, l.closing, l.phase = l.closing, nil, phaseClosing
	}
}
