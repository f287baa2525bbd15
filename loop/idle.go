package loop

// idleTimes are the loop's own times by the fine clock, in nanoseconds. They
// are measured only for programs that ask: each wait costs two reads.
type idleTimes struct {
	measuring   bool
	start, exit int64 // of the phases; 0: not yet
	idle        int64 // spent waiting
}

// MeasureIdle makes the loop measure how long it waits, from now on.
func (l *Loop) MeasureIdle() {
	if l.loopTimes.measuring {
		return
	}
	l.loopTimes.measuring = true
	if l.current.Kind != turnMain {
		l.loopTimes.start = l.tape.Clock(ClockFine)
	}
}

// Times returns when the loop's phases began and ended, -1 for not yet, and how
// long it waited since MeasureIdle.
func (l *Loop) Times() (start, exit, idle int64) {
	start, exit, idle = l.loopTimes.start, l.loopTimes.exit, l.loopTimes.idle
	if start == 0 {
		start = -1
	}
	if exit == 0 {
		exit = -1
	}
	return start, exit, idle
}

// next is Tape.Next, measured.
func (l *Loop) next(until int64) bool {
	if l.capturing != nil && until > 0 {
		l.capturing.Waiting(until)
		until = l.pollUntil() // there may be something to do now
	}
	if !l.loopTimes.measuring || until == 0 || until == Drain {
		return l.tape.Next(until, &l.completion)
	}
	began := l.tape.Clock(ClockFine)
	ok := l.tape.Next(until, &l.completion)
	l.loopTimes.idle += l.tape.Clock(ClockFine) - began
	return ok
}

// phasesBegin and phasesEnd note when the loop turns.
func (l *Loop) phasesBegin() {
	if l.loopTimes.measuring && l.loopTimes.start == 0 {
		l.loopTimes.start = l.tape.Clock(ClockFine)
	}
}

func (l *Loop) phasesEnd() {
	if l.loopTimes.measuring {
		l.loopTimes.exit = l.tape.Clock(ClockFine)
	}
}
