package loop

import "github.com/dop251/goja"

// Restart goes on with a program that was read from a snapshot (see Archive), in
// another world than the snapshot's: nothing that the program has open is known to
// the tape. Run's main function calls it, on a loop on which nothing ran.
//
// forget forgets what the program was told of that world. The tape opens again what
// the program has open, under the same numbers; lost is told what cannot be opened,
// which the program finds closed. Then the ops that were pending are started again, in the order of their numbers and with their
// arguments; they are numbered from 1, as the tape counts them. Random numbers are
// drawn anew. Last the program's own code for this moment runs, as a turn
// (Hooks.Restart).
//
// The loop clock must go on: the tape's must not read less than the snapshot's
// program has seen.
func (l *Loop) Restart(forget func(), lost func(what string, errno int32)) {
	l.lineage.read, l.ops.read = nil, nil
	l.random = random{}
	forget()
	l.handles.reopen(lost)
	l.restartOps()
	l.beginTurn(turnRestart, &Cause{})
	l.endTurn(!l.hooks.Restart.Known() || l.enterIn(nil, l.hooks.Restart, goja.Undefined()))
}

// restartOps starts the pending ops again.
func (l *Loop) restartOps() {
	pending := l.Pending()
	l.ops.pending, l.ops.started = map[uint64]*Op{}, 0
	for _, op := range pending {
		l.ops.started++
		op.Number = l.ops.started
		l.ops.pending[op.Number] = op
		l.tape.Start(op.ID(), Request{Kind: op.Request, Args: op.args})
	}
}

// BuildsSnapshot says that the loop was made with Options.BuildsSnapshot.
func (l *Loop) BuildsSnapshot() bool { return l.opts.BuildsSnapshot }

// Alive says that the loop has something to do or to wait for.
func (l *Loop) Alive() bool { return l.alive() }

// Working says that the program is in the midst of something that comes to an end
// by itself: jobs wait, its main module does, or an op does that is not endless.
func (l *Loop) Working() bool {
	if l.ticks.len() > 0 || l.JobsWait() || l.MainPending() {
		return true
	}
	for _, op := range l.Pending() {
		if !op.unref && !op.Request.Endless() {
			return true
		}
	}
	return false
}

// Endless says that an op of this kind may take for ever: it waits for somebody.
func (k Kind) Endless() bool {
	return k == KindSignal || k == KindInput || k == KindFSChanges
}

// SetSnapshotHook sets what the program does before a snapshot that is to be
// restarted.
func (l *Loop) SetSnapshotHook(f Function) { l.preparing = f }

// PostSnapshot queues a turn in which the program prepares for such a snapshot. It
// reports whether the program wants to.
func (l *Loop) PostSnapshot() bool {
	known := l.preparing.Known()
	if known {
		l.tasks = append(l.tasks, task{cause: l.newCause(turnTask, KindNone, 0), callback: l.preparing})
	}
	return known
}
