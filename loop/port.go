package loop

import (
	"slices"

	"github.com/dop251/goja"
)

// Port delivers messages from one callback of the loop to another. What a
// message holds is the business of the port's owner; the loop knows how many
// are ready and who sent them.
type Port struct {
	context   *Context
	deliver   Function
	args      []goja.Value
	ready     []Cause
	opened    Cause // without a number
	triggered bool  // has messages for the next poll phase, or the rest of this one
	closed    bool
}

// portQueue holds the open ports in the order in which they were opened.
type portQueue struct {
	open      []*Port
	triggered int
	round     []*Port // what is left of the phase's round
	emptying  *Port   // whose messages are delivered, or nil
	limit     int     // how many more of them may be
}

// portBatch is how many messages a port delivers in one poll phase when more
// come while it does.
const portBatch = 1000

// OpenPort returns a port that calls deliver(args…) once for each message,
// in a turn of its own. resource is the object that stands for the port in
// async_hooks.
func (l *Loop) OpenPort(resource *goja.Object, deliver Function, args ...goja.Value) *Port {
	p := &Port{context: l.capture("MESSAGEPORT", resource), deliver: deliver, args: args}
	p.opened = Cause{Turn: l.current.Number, place: l.caller.Place()}
	l.ports.open = append(l.ports.open, p)
	return p
}

// Notify says that one message more is ready.
func (l *Loop) Notify(p *Port) {
	if p.closed {
		return
	}
	p.ready = append(p.ready, l.newCause(turnTask, KindNone, 0))
	l.trigger(p)
}

func (l *Loop) trigger(p *Port) {
	if !p.triggered {
		p.triggered = true
		l.ports.triggered++
	}
}

// Consume says that a message was taken without a turn.
func (l *Loop) Consume(p *Port) {
	if len(p.ready) > 0 {
		l.traceEnd(&p.ready[0], true)
		l.lineage.release(p.ready[0].link)
		p.ready = p.ready[1:]
	}
}

// ClosePort ends p: it delivers nothing more, unless it is just being emptied,
// and callback is called in the closing phase.
func (l *Loop) ClosePort(p *Port, callback Function, args []goja.Value) {
	if p.closed {
		return
	}
	p.closed = true
	if l.ports.emptying != p {
		for _, cause := range p.ready {
			l.traceEnd(&cause, true)
			l.lineage.release(cause.link)
		}
		p.ready = nil
	}
	l.untrigger(p)
	l.ended(p.context)
	if callback.Known() {
		l.closing = append(l.closing, task{l.newCause(turnClosing, KindNone, 0), p.context, callback, args})
	}
}

func (l *Loop) untrigger(p *Port) {
	if p.triggered {
		p.triggered = false
		l.ports.triggered--
	}
}

// beginPorts begins a part of the poll phase, which goes once round the ports that
// are open now, if any has messages.
func (l *Loop) beginPorts() {
	if l.ports.triggered > 0 {
		l.phase = phasePorts
		l.ports.round = slices.Clone(l.ports.open)
	}
}

// runPorts empties each port before it goes on to the next. A message to a port
// that comes later, or to the port whose turn it is, is still delivered in this
// phase; one to an earlier port waits for the next. One port may have begun.
func (l *Loop) runPorts() {
	q := &l.ports
	for q.emptying != nil || len(q.round) > 0 {
		if q.emptying == nil {
			p := q.round[0]
			q.round = q.round[1:]
			if !p.triggered {
				continue
			}
			l.untrigger(p)
			q.emptying, q.limit = p, max(len(p.ready), portBatch)
		}
		l.emptyPort(q.emptying)
	}
	q.round = nil
	q.open = slices.DeleteFunc(q.open, func(p *Port) bool { return p.closed })
}

func (l *Loop) emptyPort(p *Port) {
	q := &l.ports
	for len(p.ready) > 0 {
		if q.limit == 0 {
			q.emptying = nil
			l.trigger(p)
			return
		}
		q.limit--
		cause := p.ready[0]
		p.ready = p.ready[1:]
		l.traceEnd(&cause, false)
		if !l.turn(turnTask, cause, p.context, p.deliver, goja.Undefined(), p.args...) {
			q.emptying = nil
			if !p.closed {
				l.trigger(p) // after an error Node comes back in the next poll phase
			}
			l.between()
			return
		}
		l.between()
	}
	q.emptying = nil
	l.untrigger(p) // what came meanwhile was delivered
	p.ready = nil
}
