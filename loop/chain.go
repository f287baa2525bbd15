package loop

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/jsrr/jsrr/internal/engine"
)

// JobKind says what of a turn runs.
type JobKind uint8

// Kinds of jobs. JobNone is the turn's callback itself.
const (
	JobNone JobKind = iota
	JobTick
	JobMicrotask
)

// String returns "tick" or "microtask"; "" for the callback.
func (k JobKind) String() string { return [...]string{"", "tick", "microtask"}[k] }

// moment is a point of a run.
type moment struct {
	turn  Turn
	job   uint64
	kind  JobKind
	place engine.Place // that queued the tick
}

func (l *Loop) moment() moment {
	m := moment{turn: l.current, job: l.jobsRun, kind: l.jobKind}
	if m.kind == JobTick {
		m.place = l.jobPlace
	}
	return m
}

// over says that the turn of m has ended: its links may stand for other turns.
func (m *moment) over(l *Loop) bool { return m.turn.Number != l.current.Number }

// PlacedTurn is a turn with the place in the program that started what it completes.
type PlacedTurn struct {
	Turn
	Site Site
}

// Placed returns t with its place.
func (l *Loop) Placed(t Turn) PlacedTurn { return PlacedTurn{t, l.SiteOf(t.Cause)} }

// Chain says how a run came to a moment: the turns that started one another.
type Chain struct {
	// Job is the number of the tick or microtask of the first turn, when the
	// moment lies in one. JobSite is the place that queued a tick.
	Job     uint64
	JobKind JobKind
	JobSite Site
	// Turns are innermost first; each was started by the next. The last is a
	// turn without a cause (main), unless it is no longer known.
	Turns []PlacedTurn
	// Missing is the number of turns before the last that are not known any
	// more.
	Missing uint32
}

// chainTo returns the chain of m.
func (l *Loop) chainTo(m moment) Chain {
	c := Chain{Turns: []PlacedTurn{l.Placed(m.turn)}}
	if m.kind != JobNone {
		c.Job, c.JobKind, c.JobSite = m.job, m.kind, l.siteOf(m.place)
	}
	above := uint32(1) // the number of turns above the last of c
	for at := &m.turn; at.Cause.Ordinal > 0; {
		n := at.Cause.link
		if n == 0 || len(c.Turns) > chainMax || m.over(l) && l.lineage.at(n).turn.Number != at.Cause.Turn {
			c.Missing = above
			break
		}
		starter := l.lineage.at(n)
		c.Turns = append(c.Turns, l.Placed(starter.turn))
		at, above = &starter.turn, starter.depth
	}
	if c.Missing > 0 && !l.lineage.otherRoots {
		c.Turns = append(c.Turns, PlacedTurn{})
		c.Missing--
	}
	return c
}

// Chain returns how the program came to where it is.
func (l *Loop) Chain() Chain { return l.chainTo(l.moment()) }

// TurnChain returns how the program came to the current turn.
func (l *Loop) TurnChain() Chain { return l.chainTo(moment{turn: l.current}) }

// What returns what the turn dispatched: "timer 20 ms", "fs.read".
func (t *Turn) What() string {
	switch {
	case t.Request != KindNone:
		return t.Request.String()
	case t.Kind == turnTimer:
		return fmt.Sprintf("timer %d ms", t.Delay)
	}
	return t.Kind.String()
}

// Of a long chain so many turns are shown: the innermost and the outermost.
const (
	shownFirst = 6
	shownLast  = 2
)

// chainLine is one line of a chain's text.
type chainLine struct{ number, what, site string }

// Text returns the chain as lines, the innermost turn first. Sites below the
// folder dir are relative to it.
func (c *Chain) Text(dir string) string {
	lines := c.lines(dir)
	var widths [2]int
	for _, line := range lines {
		widths[0] = max(widths[0], len(line.number))
		if line.site != "" {
			widths[1] = max(widths[1], utf8.RuneCountInString(line.what))
		}
	}
	var b strings.Builder
	for i, line := range lines {
		head := "     <- "
		if i == 0 {
			head = "in turn "
		}
		if line.number == "" {
			head = "        "
		}
		text := fmt.Sprintf("%s%-*s  %-*s  %s", head, widths[0], line.number, widths[1], line.what, line.site)
		b.WriteString(strings.TrimRight(text, " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// lines returns the lines of the chain, folded when there are many.
func (c *Chain) lines(dir string) []chainLine {
	var lines []chainLine
	if c.JobKind != JobNone {
		line := chainLine{number: fmt.Sprintf("%d.%d", c.Turns[0].Number, c.Job), what: c.JobKind.String()}
		if c.JobSite.File != "" {
			line.site = "queued at " + short(c.JobSite, dir)
		}
		lines = append(lines, line)
	}
	add := func(turns []PlacedTurn) {
		for i := range turns {
			line := chainLine{number: fmt.Sprint(turns[i].Number), what: turns[i].What()}
			if site := turns[i].Site; site.File != "" {
				line.site = "started at " + short(site, dir)
			}
			lines = append(lines, line)
		}
	}
	first, last := c.fold()
	add(first)
	if folded := len(c.Turns) - len(first) - len(last) + int(c.Missing); folded > 0 {
		lines = append(lines, chainLine{what: fmt.Sprintf("… %d more …", folded)})
	}
	add(last)
	return lines
}

// fold returns the turns that are shown before and behind those left out.
func (c *Chain) fold() (first, last []PlacedTurn) {
	n := len(c.Turns)
	switch rootKnown := c.Turns[n-1].Cause.Ordinal == 0; {
	case c.Missing == 0 && n <= shownFirst+shownLast+1:
		return c.Turns, nil
	case c.Missing == 0:
		return c.Turns[:shownFirst], c.Turns[n-shownLast:]
	case rootKnown:
		return c.Turns[:min(shownFirst, n-1)], c.Turns[n-1:]
	}
	return c.Turns[:min(shownFirst, n)], nil
}

// short returns a site, relative to dir when it lies below.
func short(s Site, dir string) string {
	text := s.String()
	rest, below := strings.CutPrefix(text, strings.TrimRight(dir, `/\`))
	if dir == "" || !below || rest == "" || rest[0] != '/' && rest[0] != '\\' {
		return text
	}
	return rest[1:]
}
