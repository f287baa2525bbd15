package jsrr

import "github.com/jsrr/jsrr/loop"

// Uncaught is an error, or the rejection of a promise, that the program did not
// handle and that ended it.
type Uncaught struct {
	// Message is the error in one line: "TypeError: x is not a function".
	Message string `json:"message"`
	// Text is what the program's stderr shows of it: the place, the source
	// line, the error with its stack, causes and properties.
	Text string `json:"text"`
	// Origin is "uncaughtException" or "unhandledRejection".
	Origin string `json:"origin"`
	// Site is where it was thrown, or where the promise was rejected; "" when
	// that is not known.
	Site string `json:"site,omitempty"`
	// Chain says how the program came there.
	Chain Chain `json:"chain"`
}

// Chain is a chain of causes.
type Chain struct {
	// Job is the number of the tick or microtask in which it begins, 0 for the
	// callback of the turn; JobKind is "tick", "microtask" or "". JobSite is
	// the place that queued a tick.
	Job     uint64 `json:"job,omitempty"`
	JobKind string `json:"job_kind,omitempty"`
	JobSite string `json:"job_site,omitempty"`
	// Turns are innermost first; each was started by the next.
	Turns []Turn `json:"turns"`
	// Missing is the number of turns between the last two that are not known:
	// of a chain that goes on for ever only its end is kept.
	Missing uint32 `json:"missing,omitempty"`
	// Text is the chain as people are shown it, a line for each turn.
	Text string `json:"text"`
}

// uncaughtOf returns the error that ended the program of l, or nil.
func uncaughtOf(l *loop.Loop) *Uncaught {
	u := l.Uncaught()
	if u == nil {
		return nil
	}
	return &Uncaught{Message: u.Message, Text: u.Text, Origin: u.Origin, Site: u.Site.String(), Chain: chainOf(u.Chain)}
}

func chainOf(c loop.Chain) Chain {
	chain := Chain{
		Job: c.Job, JobKind: c.JobKind.String(), JobSite: c.JobSite.String(),
		Missing: c.Missing, Text: c.Text(""),
	}
	for _, turn := range c.Turns {
		chain.Turns = append(chain.Turns, turnOf(turn))
	}
	return chain
}
