package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// addAwaiting adds the async functions that wait for what the running job
// settles.
func (w *descent) addAwaiting() {
	if len(w.frames) >= w.limit {
		return
	}
	promise := w.settling()
	for promise != nil && len(w.frames) < w.limit {
		reactions := *at[[]unsafe.Pointer](promise, stackLayout.promiseReactions)
		if len(reactions) != 1 || reactions[0] == nil {
			return
		}
		promise = w.addReaction(reactions[0], reactionAt(promise, 1, 0))
	}
}

// settling returns the promise that the running job settles.
func (w *descent) settling() unsafe.Pointer {
	if runner := *at[unsafe.Pointer](w.m.vm, stackLayout.vmAsync); runner != nil {
		return promiseOfRunner(runner)
	}
	job := closureOf(w.s.jobs.running)
	if job == nil {
		return nil
	}
	reaction, _ := knownClosures().reactions.holder(job)
	if reaction == nil {
		return nil
	}
	if runner := runnerOf(reaction); runner != nil {
		return promiseOfRunner(runner)
	}
	return promiseOfCapability(*at[unsafe.Pointer](reaction, promiseLayout.reactionCapability))
}

// addReaction adds the frames of a reaction, the only one that a promise has,
// and returns the promise that it settles.
func (w *descent) addReaction(fulfil, reject unsafe.Pointer) unsafe.Pointer {
	if runner := runnerOf(fulfil); runner != nil {
		w.addRunner(runner)
		return promiseOfRunner(runner)
	}
	kinds := knownClosures()
	handlers := [2]unsafe.Pointer{handlerClosure(fulfil), handlerClosure(reject)}
	for i := range kinds.elements {
		if capability, index := kinds.elements[i].holder(handlers[combinators[i].handler]); capability != nil {
			w.frames = append(w.frames, frame{kind: combinatorCall, pc: int32(index), this: w.s.promise, function: w.s.combinators[i]})
			return promiseOfCapability(capability)
		}
	}
	if promise, _ := kinds.settlers.holder(handlers[0]); promise != nil {
		return promise
	}
	return promiseOfCapability(*at[unsafe.Pointer](fulfil, promiseLayout.reactionCapability))
}

// addRunner adds the frame of an async function that waits.
func (w *descent) addRunner(runner unsafe.Pointer) {
	o := &stackLayout
	c := at[suspended](runner, o.runnerContext)
	if c.prg == nil {
		return
	}
	f := frame{prg: c.prg, pc: int32(c.pc) - 1, kind: asyncCall} // at the await
	if stack := *at[[]goja.Value](runner, o.runnerStack); len(stack) > 1 {
		f.function, _ = stack[0].(*goja.Object)
		f.this = stack[1]
	}
	w.frames = append(w.frames, f)
}

// runnerOf returns the async function that goes on with a reaction, or nil.
func runnerOf(reaction unsafe.Pointer) unsafe.Pointer {
	if runner := *at[unsafe.Pointer](reaction, stackLayout.reactionRunner); runner != nil {
		return runner
	}
	return watchedRunner(reaction)
}

func promiseOfRunner(runner unsafe.Pointer) unsafe.Pointer {
	return promiseOfCapability(*at[unsafe.Pointer](runner, stackLayout.runnerCapability))
}

// promiseOfCapability returns goja's part of a capability's promise; nil when
// the promise is the program's own.
func promiseOfCapability(capability unsafe.Pointer) unsafe.Pointer {
	if capability == nil {
		return nil
	}
	if o := *at[*goja.Object](capability, stackLayout.capabilityPromise); o != nil {
		return promiseOf(o)
	}
	return nil
}
