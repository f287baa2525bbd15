package loop

// Tracer sees what an Observer does not: what turns start, and what runs in
// them. It has the same duties.
type Tracer interface {
	// Started is called when the current turn has started something; t is the
	// turn that will complete it, as far as it is known.
	Started(t *Turn)
	// Ended is called when no further turn has cause c; not cleared means that
	// the next turn is its last.
	Ended(c *Cause, cleared bool)
	// BeginJob is called when a tick or microtask of the current turn begins.
	BeginJob(kind JobKind)
}

func (l *Loop) traceStart(c Cause, kind TurnKind, request Kind, delay int64) {
	l.opts.Tracer.Started(&Turn{Cause: c, Kind: kind, Request: request, Delay: delay})
}

func (l *Loop) traceEnd(c *Cause, cleared bool) {
	if l.opts.Tracer != nil {
		told := *c // so that c itself stays off the heap
		l.opts.Tracer.Ended(&told, cleared)
	}
}
