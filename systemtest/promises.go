package systemtest

import "fmt"

// promise makes a promise and what happens to it.
func (g *generator) promise(p *place) *Statement {
	i := g.index()
	switch g.below(5) {
	case 0:
		return block(g.body(g.lend(p)), "P[%d] = new Promise((resolve, reject) => {…  %s(%s);\n});", i,
			pick(g, "resolve", "resolve", "reject"), g.label())
	case 1:
		return block(g.body(p.unknown()), "P[%d] = Promise.resolve(P[%d]).then((value) => {…});", i, g.index())
	case 2:
		return block(g.body(p.unknown()), "P[%d] = Promise.resolve(P[%d]).then(log).catch((error) => {…});", i, g.index())
	case 3:
		return block(g.body(p.unknown()), "P[%d] = Promise.resolve(P[%d]).finally(() => {…});", i, g.index())
	}
	return line("P[%d] = { then(resolve) { log(%s); resolve(%d); } };", i, g.label(), g.number())
}

func (g *generator) combination(*place) *Statement {
	label := g.label()
	return line("P[%d] = Promise.%s([P[%d], P[%d], %d]).then((value) => log(%s, value), (error) => log(%s, error));", g.index(),
		pick(g, "all", "race", "any", "allSettled"), g.index(), g.index(), g.number(), label, label)
}

// async makes an async function that is called at once.
func (g *generator) async(p *place) *Statement {
	inner := g.lend(p)
	inner.async = true
	end := pick(g, "", "", ".catch(log)", fmt.Sprintf(".finally(() => log(%s))", g.label()))
	return block(g.body(inner), "P[%d] = (async () => {…})()%s;", g.index(), end)
}

// await makes a statement that waits.
func (g *generator) await(p *place) *Statement {
	if !p.async {
		return nil
	}
	switch g.below(4) {
	case 0:
		return line("await null;")
	case 1:
		ms, ok := g.delay(p, 1)
		if !ok {
			return nil
		}
		if g.features.Ordered {
			p.at += ms
			p.idle = g.oneIn(2)
			p.files = !p.idle
		}
		return line("await sleep(%d);", ms)
	case 2:
		s := line("log(%s, await P[%d]);", g.label(), g.index())
		g.lost(p)
		return s
	}
	return line("await { then(resolve) { process.nextTick(resolve); } };")
}

// lost notes that nobody knows when the rest of p runs.
func (g *generator) lost(p *place) {
	if g.features.Ordered {
		p.at, p.idle, p.files = -1, false, false
	}
}
