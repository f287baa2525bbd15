package loop

import "github.com/dop251/goja"

// phase is where in its round a loop is. Between two turns the phase, with what
// is left of the batches that phases take (running, immediates.running, …), says
// what the loop would do next: so another loop can go on from there.
type phase uint8

// The phases in the order in which a round goes through them, and before and
// after all rounds.
const (
	phaseMain       phase = iota // the main script has run
	phaseRound                   // a round can begin, if anything keeps the loop running
	phaseTasks                   // the tasks in running
	phasePorts                   // the ports in ports.round
	phaseDrain                   // the tape is asked for more completions
	phaseCheck                   // the immediates in immediates.running
	phaseClosing                 // the ends of handles in running
	phaseTimers                  // the timers that are due by timers.due
	phaseBeforeExit              // nothing kept the loop running, and beforeExit has run
)

// startGrace makes a timer of 1 ms that the main script set run before an
// immediate of it. In Node this order is a matter of chance, but the time that
// Node takes to start its loop makes it the usual one.
const startGrace = 1

// phases is Node's loop: libuv's uv_run, then beforeExit and exit. It goes on
// from the phase where the loop is.
func (l *Loop) phases() {
	for {
		switch {
		case l.phase == phaseMain:
			l.phasesBegin()
			l.start(startGrace)
		case l.phase == phaseBeforeExit:
			if !l.alive() {
				l.phasesEnd()
				if l.hooks.Exit.Known() {
					l.exitTurn()
				}
				return
			}
			l.start(0)
		case l.phase == phaseRound && !l.alive():
			l.phase = phaseBeforeExit
			if l.hooks.BeforeExit.Known() {
				l.turn(turnBeforeExit, Cause{}, nil, l.hooks.BeforeExit, goja.Undefined())
				l.between()
			}
		default:
			l.round()
		}
	}
}

// start begins with the timers, unless the loop is to begin behind them.
func (l *Loop) start(grace int64) {
	l.phase = phaseRound
	if l.alive() && !l.startInPoll {
		l.beginTimers(grace)
	}
}

// round goes once through the phases, from where the loop is to the end of the
// timers. A phase without work is passed over: no turn ends in it.
func (l *Loop) round() {
	switch l.phase {
	case phaseRound, phaseTasks:
		if l.phase == phaseRound && len(l.tasks) > 0 {
			l.running, l.tasks, l.phase = l.tasks, nil, phaseTasks
		}
		if len(l.running) > 0 {
			l.runTasks(turnTask)
		}
		l.beginPorts()
		fallthrough
	case phasePorts, phaseDrain:
		if l.phase == phasePorts {
			l.runPorts()
		}
		l.poll()
		l.beginImmediates()
		fallthrough
	case phaseCheck:
		if len(l.immediates.running) > 0 {
			l.runImmediates()
		}
		l.beginClosing()
		fallthrough
	case phaseClosing:
		if len(l.running) > 0 {
			l.runTasks(turnClosing)
		}
		l.beginTimers(0)
		fallthrough
	case phaseTimers:
		l.runTimers()
		l.phase = phaseRound
	}
}

// exitTurn announces the end of the program. What its handlers queue is never
// run.
func (l *Loop) exitTurn() {
	l.beginTurn(turnExit, &Cause{})
	l.enterIn(nil, l.hooks.Exit, goja.Undefined())
	if l.ends != nil {
		l.ends.EndTurn(&l.current, l.jobsRun)
	}
}

// StartInPoll makes the loop begin after its timers: the main script ran as if
// a file had been read, as Node's ES modules do, so that its immediates come first.
func (l *Loop) StartInPoll() { l.startInPoll = true }

// alive says whether anything keeps the loop running.
func (l *Loop) alive() bool {
	return l.timers.live > 0 || l.immediates.live > 0 || l.immediates.wake ||
		l.ops.live > 0 || l.holds > 0 || len(l.tasks) > 0 || len(l.closing) > 0
}
