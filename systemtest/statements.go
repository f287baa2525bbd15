package systemtest

import "fmt"

// handlers makes the handlers of errors that nobody caught. They draw on the
// budget: their own errors come back to them.
func (g *generator) handlers() []*Statement {
	handler := func(event, parameters string) *Statement {
		inner := (&place{depth: 3}).unknown()
		return block(g.body(inner), "process.on('%s', (%s) => {\n  log('%s', %s); if (!more()) return;…});", event, parameters, event, parameters)
	}
	all := []*Statement{handler("uncaughtException", "error, origin")}
	if g.oneIn(2) {
		all = append(all, line("process.on('unhandledRejection', (reason) => log('unhandledRejection', reason));"),
			line("process.on('rejectionHandled', () => log('rejectionHandled'));"))
	}
	if g.oneIn(3) {
		all = append(all, line("process.on('uncaughtExceptionMonitor', (error, origin) => log('monitor', error, origin));"))
	}
	if g.oneIn(3) {
		all = append(all, line("process.once('beforeExit', (code) => { log('beforeExit', code); setImmediate(log, 'after beforeExit'); });"))
	}
	return all
}

// functions makes functions that may be called from everywhere.
func (g *generator) functions() []*Statement {
	var all []*Statement
	for i := range g.below(3) {
		inner := (&place{depth: 2}).unknown()
		all = append(all, block(g.body(inner), "F[%d] = (value) => {\n  if (!more()) return;…};", i))
	}
	return all
}

func (g *generator) log(p *place) *Statement {
	return line("log(%s, %s);", g.label(), g.value(p))
}

// value returns an expression.
func (g *generator) value(*place) string {
	pure := []string{
		fmt.Sprint(g.number()), "S.number", "S.list.length", "S.list[S.list.length - 1]", "[...S.map.keys()]",
		"process.env.HOME", "process.env.MISSING", "typeof T[0]", fmt.Sprintf("T[%d]?.hasRef()", g.index()),
		"budget", "process.argv.length", "'é€😀'",
	}
	if !g.features.Ordered {
		pure = append(pure, "Math.random()", "Date.now()", "new Date()", "process.hrtime.bigint()", "process.hrtime()[1]",
			"performance.now()", "process.uptime()")
	}
	return pick(g, pure...)
}

func (g *generator) change(*place) *Statement { return line("change(%d);", g.number()) }

func (g *generator) loop(p *place) *Statement {
	inner := p.again()
	inner.async = p.async && !g.features.Ordered
	return block(g.body(inner), "for (let round = 0; round < %d && more(); round++) {…}", 1+g.below(3))
}

func (g *generator) try(p *place) *Statement {
	inner := g.lend(p)
	inner.async = p.async
	at := inner.at
	s := &Statement{
		Text:   []string{"try {", fmt.Sprintf("} catch (error) {\n  log(%s, error);", g.label()), "}"},
		Blocks: [][]*Statement{g.body(inner), g.body(inner)},
	}
	if g.oneIn(2) {
		s.Text = []string{s.Text[0], s.Text[1], "} finally {", "}"}
		s.Blocks = append(s.Blocks, g.body(inner))
	}
	if inner.at != at {
		g.lost(p) // whether an error came before the await is not known
	}
	return s
}

// failure returns an expression for an error.
func (g *generator) failure() string {
	text := g.label()
	return pick(g, "new Error("+text+")", "new Error("+text+")", "new TypeError("+text+")",
		"Object.assign(new RangeError(), { code: "+text+" })", "null", text)
}

func (g *generator) throw(p *place) *Statement {
	if !g.throws && !g.oneIn(6) || p.main && !g.oneIn(8) {
		return nil
	}
	if g.oneIn(4) {
		return line("P[%d] = Promise.reject(%s);", g.index(), g.failure())
	}
	return line("if (S.number %% 3 !== %d) throw %s;", g.below(3), g.failure())
}

func (g *generator) exit(p *place) *Statement {
	if !g.exits || p.depth < 2 {
		return nil
	}
	g.exits = false
	return line("%s;", pick(g, fmt.Sprintf("process.exit(%d)", g.below(5)), "process.exit()", "process.exitCode = 3"))
}

func (g *generator) call(*place) *Statement {
	return line("(F[%d] || log)(%s);", g.below(3), g.label())
}

func (g *generator) listen(p *place) *Statement {
	event, emitter := pick(g, "x", "y", "error"), g.below(2)
	return block(g.body(p.unknown()), "if (E[%d].listenerCount('%s') < 4) E[%d].%s('%s', (value) => {…});",
		emitter, event, emitter, pick(g, "on", "once", "prependListener"), event)
}

func (g *generator) emit(*place) *Statement {
	emitter := g.below(2)
	return pick(g,
		line("if (more()) log(%s, E[%d].emit('%s', %s));", g.label(), emitter, pick(g, "x", "y", "x", "y", "error"), g.label()),
		line("E[%d].removeAllListeners('%s');", emitter, pick(g, "x", "y")))
}

// streams makes streams in memory. All that they do is ticks.
func (g *generator) streams(p *place) *Statement {
	name := g.label()
	source := fmt.Sprintf("stream.Readable.from(['one', 'two', %s])", name)
	switch g.below(5) {
	case 0:
		return line("watch(%s, %s);", name, source)
	case 1:
		return line("watch(%s, %s.pipe(upper()));", name, source)
	case 2:
		return block(g.body(p.unknown()), "stream.pipeline(%s, upper(), sink(%s), (error) => {\n  log(%s, error);…});", source, name, g.label())
	case 3:
		return line("watch(%s, sink(%s)).end('last');", name, name)
	}
	return line("watch(%s, new stream.PassThrough()).destroy(%s);", name, pick(g, "", "new Error("+name+")"))
}

func (g *generator) abort(p *place) *Statement {
	if g.oneIn(2) && p.async && g.timed(p) && !g.features.Ordered {
		return line("await require('timers/promises').setTimeout(%d, 0, { signal: AbortSignal.abort() }).catch(log);", g.below(9))
	}
	return line("{ const c = new AbortController(); c.signal.addEventListener('abort', (e) => log(%s, e.type)); c.abort(); }", g.label())
}
