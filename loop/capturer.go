package loop

import "github.com/dop251/goja"

// Capturer decides when a snapshot of a loop is taken.
type Capturer interface {
	// Between is called after each turn but the last one: the turn has ended, and
	// nothing of what comes next has begun. It may write the loop to a snapshot
	// (see Loop.Archive), or begin to: then it calls Loop.SetCapture before it
	// returns. It must not call JavaScript.
	//
	// Ticks and promise jobs may wait, which an error left behind. What jobs
	// reach must be written before it returns: nobody is told when they run.
	Between(l *Loop)
}

// Capture is a snapshot that is being written while its loop goes on.
type Capture interface {
	// Entering is called before Go does what can change objects of the program:
	// before it calls the function f, on this and with args, in the context c, or
	// writes into what is among args. What these can reach must have been written
	// when it returns. c and this may be nil, and f none.
	Entering(c *Context, f Function, this goja.Value, args []goja.Value)
	// Waiting is called before the loop waits for a completion until the loop
	// clock reaches until; see Tape.Next.
	Waiting(until int64)
}

// SetCapture makes the loop tell c of what it does; nil ends that.
func (l *Loop) SetCapture(c Capture) { l.capturing = c }

// between is where a snapshot can be taken.
func (l *Loop) between() {
	if l.opts.Capturer != nil {
		l.opts.Capturer.Between(l)
	}
}

// Continue goes on with a program that was read from a snapshot (see Archive) on a
// loop on which nothing ran, as Run would have gone on with it there.
func (l *Loop) Continue() (End, error) {
	l.lineage.read, l.ops.read = nil, nil
	jobs := l.jobs.Take() // or goja would run them when it makes the frame
	return l.run(func() {
		for _, job := range jobs {
			l.jobs.Add(job)
		}
		l.phases()
	})
}
