package systemtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Features choose what programs may use.
type Features struct {
	// Ordered keeps to what has one order in every Node: timers that are far
	// apart, one file operation at a time, no clock and no chance.
	Ordered bool
}

// Generate returns the program of a seed.
func Generate(seed uint64, f Features) *Program {
	g := &generator{random: rand.New(rand.NewPCG(seed, 0x6a737272)), features: f, makers: makers()}
	g.left = 20 + g.below(90)
	g.throws = g.oneIn(2)
	g.exits = g.oneIn(5)
	p := &Program{Seed: seed, Features: f}
	if f.Ordered {
		p.Body = append(p.Body, line("%s", warmUp))
	}
	if g.throws || g.oneIn(2) {
		p.Body = append(p.Body, g.handlers()...)
	}
	p.Body = append(p.Body, g.functions()...)
	main := place{main: true, idle: g.oneIn(2)}
	main.files = !main.idle
	for g.left > 0 && len(p.Body) < 200 {
		p.Body = append(p.Body, g.statement(&main))
	}
	return p
}

// warmUp loads what Node loads late: timers are apart by their delays only when
// the main script takes little time.
const warmUp = "for (const part of [fs.promises, new AbortController(), new MessageChannel().port1, stream.pipeline]) console.log(typeof part);"

// generator makes one program.
type generator struct {
	random   *rand.Rand
	features Features
	makers   []maker
	left     int // statements that may still be made
	throws   bool
	exits    bool
	labels   int
	slots    []int // Ordered: when timers are due, milliseconds
}

// place is where a statement will stand.
type place struct {
	main  bool
	depth int
	// async says that await is allowed here.
	async bool
	// repeated says that the place may run more than once; with Ordered no
	// timer may start there.
	repeated bool
	// at is when the place runs, in milliseconds; -1 when nobody knows.
	// Only Ordered cares.
	at int
	// idle says that immediates and messages may start here, and no file
	// operation; files that a file operation may start, and no immediate.
	// Only Ordered cares.
	idle, files bool
}

// inner returns the place inside a callback that runs in a turn or job of the
// same moment.
func (p *place) inner() *place {
	q := *p
	q.main = false
	q.depth++
	q.async = false
	return &q
}

// again returns the place inside something that may run more than once.
func (p *place) again() *place {
	q := p.inner()
	q.repeated = true
	return q
}

// unknown returns the place inside a callback that runs at an unknown time.
func (p *place) unknown() *place {
	q := p.again()
	q.at, q.idle, q.files = -1, false, false
	return q
}

// lend returns the place inside p and hands it p's right to start a file
// operation, of which with Ordered there is one.
func (g *generator) lend(p *place) *place {
	inner := p.inner()
	if g.features.Ordered {
		p.files = false
	}
	return inner
}

const depthMax = 5

func (g *generator) below(n int) int     { return g.random.IntN(n) }
func (g *generator) oneIn(n int) bool    { return g.below(n) == 0 }
func (g *generator) index() int          { return g.below(6) }
func (g *generator) number() int         { return g.below(100) }
func (g *generator) timed(p *place) bool { return !g.features.Ordered || p.at >= 0 && !p.repeated }

func pick[T any](g *generator, all ...T) T { return all[g.below(len(all))] }

// label returns a new name for a line of output.
func (g *generator) label() string {
	g.labels++
	return fmt.Sprintf("'%s%d'", string(rune('a'+g.labels%26)), g.labels)
}

// body returns the statements of a callback at p.
func (g *generator) body(p *place) []*Statement {
	body := []*Statement{g.log(p)}
	if p.depth >= depthMax {
		return body
	}
	for n := g.below(4); n > 0 && g.left > 0; n-- {
		body = append(body, g.statement(p))
	}
	return body
}

// statement returns a statement for p.
func (g *generator) statement(p *place) *Statement {
	g.left--
	for {
		if s := g.makers[g.below(len(g.makers))](g, p); s != nil {
			return s
		}
	}
}

// maker makes a statement for a place, or nil when it has none for it.
type maker func(g *generator, p *place) *Statement

// makers returns all makers; those that stand several times are asked more
// often.
func makers() []maker {
	var all []maker
	for _, m := range []struct {
		weight int
		make   maker
	}{
		{4, (*generator).log}, {3, (*generator).change},
		{6, (*generator).timeout}, {2, (*generator).interval}, {2, (*generator).refreshed}, {3, (*generator).timerCall},
		{5, (*generator).immediate}, {1, (*generator).clearImmediate}, {2, (*generator).channel},
		{5, (*generator).tick}, {4, (*generator).microtask},
		{4, (*generator).promise}, {3, (*generator).combination}, {5, (*generator).async}, {8, (*generator).await},
		{2, (*generator).loop}, {3, (*generator).try}, {2, (*generator).throw}, {1, (*generator).exit}, {2, (*generator).call},
		{3, (*generator).listen}, {3, (*generator).emit}, {3, (*generator).streams}, {1, (*generator).abort},
		{9, (*generator).file}, {3, (*generator).fileSync}, {2, (*generator).fileStream},
	} {
		for range m.weight {
			all = append(all, m.make)
		}
	}
	return all
}

// line makes a statement without blocks.
func line(format string, args ...any) *Statement {
	return &Statement{Text: []string{fmt.Sprintf(format, args...)}}
}

// block makes a statement around one block; text is what stands before and
// after it, divided by "…".
func block(body []*Statement, format string, args ...any) *Statement {
	before, after, _ := strings.Cut(fmt.Sprintf(format, args...), "…")
	return &Statement{Text: []string{before, after}, Blocks: [][]*Statement{body}}
}
