package systemtest

import "slices"

// Delays of timers, in milliseconds. With Ordered the timers of a program are
// at least slotWidth apart.
const (
	slotWidth   = 30
	orderedLast = 600
)

// delay returns the delay of a timer that starts at p and is due rounds times;
// ok is false when there is no room for it.
func (g *generator) delay(p *place, rounds int) (ms int, ok bool) {
	if !g.features.Ordered {
		return pick(g, 0, 1, 1, 2, 3, 5, 8, 13), true
	}
	if !g.timed(p) {
		return 0, false
	}
	for range 20 {
		ms = slotWidth + g.below(250)
		if g.free(p.at, ms, rounds) {
			for n := 1; n <= rounds; n++ {
				g.slots = append(g.slots, p.at+n*ms)
			}
			return ms, true
		}
	}
	return 0, false
}

func (g *generator) free(at, ms, rounds int) bool {
	for n := 1; n <= rounds; n++ {
		due := at + n*ms
		near := func(slot int) bool { return slot-due < slotWidth && due-slot < slotWidth }
		if due > orderedLast || slices.ContainsFunc(g.slots, near) {
			return false
		}
	}
	return true
}

// later returns the place inside the callback of a timer that starts at p.
func (g *generator) later(p *place, ms, rounds int) *place {
	if rounds > 1 {
		return p.unknown()
	}
	q := p.inner()
	if g.features.Ordered {
		q.at += ms
		q.idle = g.oneIn(2)
		q.files = !q.idle
	}
	return q
}

func (g *generator) timeout(p *place) *Statement {
	ms, ok := g.delay(p, 1)
	if !ok {
		return nil
	}
	return block(g.body(g.later(p, ms, 1)), "T[%d] = setTimeout((value) => {…}, %d, %s);", g.index(), ms, g.label())
}

func (g *generator) interval(p *place) *Statement {
	rounds := 1 + g.below(3)
	ms, ok := g.delay(p, rounds)
	if !ok {
		return nil
	}
	return block(g.body(g.later(p, ms, 2)), "{ let left = %d; const timer = setInterval(() => {\n  if (--left <= 0) clearInterval(timer);…}, %d); T[%d] = timer; }", rounds, ms, g.index())
}

// refreshed makes a timeout that begins again once.
func (g *generator) refreshed(p *place) *Statement {
	ms, ok := g.delay(p, 2)
	if !ok {
		return nil
	}
	return block(g.body(g.later(p, ms, 2)), "{ let first = true; T[%d] = setTimeout(function () {\n  if (first) this.refresh(); first = false;…}, %d); }", g.index(), ms)
}

// timerCall makes a call on a timer that exists perhaps.
func (g *generator) timerCall(p *place) *Statement {
	i := g.index()
	methods := []string{"unref", "ref", "close", "hasRef"}
	if !g.features.Ordered {
		methods = append(methods, "refresh")
	}
	if g.oneIn(2) {
		return line("%s(T[%d]);", pick(g, "clearTimeout", "clearInterval"), i)
	}
	method := pick(g, methods...)
	if method == "refresh" {
		return line("if (more()) T[%d]?.refresh();", i)
	}
	return line("T[%d]?.%s();", i, method)
}

func (g *generator) immediate(p *place) *Statement {
	if g.features.Ordered && !p.idle {
		return nil
	}
	return block(g.body(p.inner()), "I[%d] = setImmediate((value) => {…}, %s);", g.index(), g.label())
}

func (g *generator) clearImmediate(*place) *Statement {
	return line("%s;", pick(g, "clearImmediate(I[0])", "clearImmediate(I[1])", "I[2]?.unref()", "I[3]?.ref()"))
}

// channel makes messages that the program sends to itself.
func (g *generator) channel(p *place) *Statement {
	if g.features.Ordered && !p.idle {
		return nil
	}
	return block(g.body(p.again()), "channel(%d, (value) => {…});", 1+g.below(3))
}

func (g *generator) tick(p *place) *Statement {
	return block(g.body(g.lend(p)), "process.nextTick((value) => {…}, %s);", g.label())
}

func (g *generator) microtask(p *place) *Statement {
	return block(g.body(g.lend(p)), "queueMicrotask(() => {…});")
}
