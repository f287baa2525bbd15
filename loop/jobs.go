package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// tick is a callback of process.nextTick.
type tick struct {
	callback Function
	args     []goja.Value
	context  *Context
	place    engine.Place // that queued it
}

// microtask is a callback of queueMicrotask.
type microtask struct {
	callback Function
	context  *Context
}

// NextTick queues a callback to run before the loop goes on.
func (l *Loop) NextTick(callback Function, args []goja.Value) {
	l.ticks.push(tick{callback, args, l.capture("TickObject", nil), l.caller.Place()})
}

// QueueMicrotask queues a callback as a promise job. The callback handles its
// own errors.
func (l *Loop) QueueMicrotask(callback Function) {
	l.microtasks.push(microtask{callback, l.capture("Microtask", nil)})
	l.jobs.Add(l.microtask)
}

// runMicrotask is the promise job of all microtasks: they run in the order in
// which they and it were queued. It is always the same function, so that
// snapshots know it.
func (l *Loop) runMicrotask() {
	m := l.microtasks.pop()
	l.enterIn(m.context, m.callback, goja.Undefined())
	l.ended(m.context)
}

// settle runs all ticks, then all microtasks, until both are empty, then
// reports rejections, and begins again if these queued more. It returns false
// when a tick failed: the rest waits for the next callback.
func (l *Loop) settle() bool {
	if l.ticks.len() == 0 && l.jobs.Len() == 0 && l.rejections.none() {
		l.leaveContext()
		return true // as most turns do
	}
	for {
		if !l.runTicks() {
			return false
		}
		l.runJobs()
		if l.ticks.len() == 0 && !l.reportRejections() {
			return true
		}
	}
}

// runTicks runs ticks until none is left or one fails.
func (l *Loop) runTicks() bool {
	for l.ticks.len() > 0 {
		t := l.ticks.pop()
		l.jobsRun++
		l.jobKind, l.jobPlace = JobTick, t.place
		if l.opts.Tracer != nil {
			l.opts.Tracer.BeginJob(JobTick)
		}
		ok := l.enterIn(t.context, t.callback, goja.Undefined(), t.args...)
		l.ended(t.context)
		if !ok {
			return false
		}
	}
	return true
}

// runJobs runs microtasks until none is left.
func (l *Loop) runJobs() {
	l.leaveContext()
	for l.jobs.Len() > 0 {
		l.jobKind = JobMicrotask
		err := l.runJob()
		l.jobs.Done()
		if err != nil {
			l.thrownValue(err)
		}
	}
}

// runJob runs microtasks until the queue is empty or one was stopped by an
// error that JavaScript cannot catch. The job itself is goja's: it catches
// what the reaction throws.
func (l *Loop) runJob() (err error) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *goja.InterruptedError:
			err = x
		case *goja.StackOverflowError:
			err = nil // the reaction is lost, the queue is not
		default:
			panic(x)
		}
	}()
	exception := l.rt.Try(func() {
		for l.jobs.Len() > 0 {
			l.jobsRun++
			if l.opts.Tracer != nil {
				l.opts.Tracer.BeginJob(JobMicrotask)
			}
			if l.async.following {
				l.async.jobs.begin(l)
			}
			l.jobs.RunNext()
			if l.async.hooks != nil {
				l.jobDone()
			}
		}
	})
	if exception != nil {
		return exception
	}
	return nil
}
